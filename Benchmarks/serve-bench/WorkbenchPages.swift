import CaseModel
import StateOfPlay

/// An address of every page of the workbench, with things in it that the case holds.
struct WorkbenchPages {
  let all: [String]

  init(_ theCase: Case) {
    let statement = theCase.statements[theCase.statements.count / 2].id
    let source = theCase.sources.first?.id.raw ?? ""
    let issue = theCase.issues.first?.id.raw ?? ""
    let party = theCase.header.parties.first?.raw ?? ""
    let days = theCase.statements.compactMap { CaseIndex(theCase).said($0)?.latest }.sorted()
    let middle = days.isEmpty ? "2024" : days[days.count / 2].iso
    all =
      [
        "/positions", "/positions?as-of=\(middle)", "/positions/\(issue)/\(party)", "/documents",
        "/documents/\(source)", "/changes?since=\(middle)", "/timeline", "/preconditions",
        "/contradictions", "/commitments", "/delegations", "/constraints", "/drafts", "/settlement",
        "/stability", "/sources", "/statements/\(statement)", "/entries/issues/\(issue)", "/brief",
        "/dates", "/search?q=\(Self.word(of: theCase))", "/history", "/history/1",
        "/positions.json", "/positions.csv",
      ]
  }

  /// A word of some statement's gist.
  private static func word(of theCase: Case) -> String {
    let gist = theCase.statements[theCase.statements.count / 3].gist
    return gist.split(separator: " ").filter { $0.allSatisfy { $0.isASCII && $0.isLetter } }
      .max { $0.count < $1.count }.map { String($0) } ?? "the"
  }
}
