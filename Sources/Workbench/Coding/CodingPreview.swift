internal import CaseModel
internal import Foundations
internal import Presentation
internal import StateOfPlay

/// What an entry changes in what is derived from the case, in sentences: cells of the matrix, moves of
/// positions, conditions and circles of them, contradictions.
struct CodingPreview: Encodable {
  /// One or two sentences in short, the most telling first.
  var sentences: [String]
  /// What else changes.
  var more: [String] = []

  /// Sentences shown at once.
  private static let most = 3

  /// - Parameter isForNoParty: the form says that the speaker speaks for no party.
  /// - Complexity: that of the views of both cases.
  init(
    before: DerivedState, after: DerivedState, _ statement: Case.Statement,
    isForNoParty: Bool = false, _ checkpoint: Checkpoint
  ) throws {
    let index = CaseIndex(after.theCase)
    var found: [String] = []
    let touched = Set(statement.about?.issues ?? [])
    found += try Self.cells(before, after, touched, index, checkpoint)
    found += try Self.conditions(before, after, checkpoint)
    found += try Self.contradictions(before, after, index, checkpoint)
    // Where it was said that a speaker speaks for no party, it need not be read again.
    if !isForNoParty, let reason = CodingWords.uncounted(statement, index) {
      found.insert(reason, at: 0)
    } else if found.isEmpty {
      found = [
        statement.about == nil
          ? "No position changes: the statement is about no issue yet."
          : "No position, condition or contradiction changes."
      ]
    }
    if let reason = CodingWords.unmoved(statement, index) { found.insert(reason, at: 0) }
    sentences = Array(found.prefix(Self.most))
    more = Array(found.dropFirst(Self.most))
  }

  private static func cells(
    _ before: DerivedState, _ after: DerivedState, _ touched: Set<Case.Issue.ID>,
    _ index: CaseIndex, _ checkpoint: Checkpoint
  ) throws -> [String] {
    let old = try before.positions(checkpoint)
    let new = try after.positions(checkpoint)
    let moves = try Self.moves(before, after, checkpoint)
    var known: [String: PositionsView.Cell] = [:]
    for row in old.rows {
      for cell in row.cells { known["\(row.issue) \(cell.party)"] = cell }
    }
    var sentences: [(isTouched: Bool, words: String)] = []
    for row in new.rows {
      for cell in row.cells {
        let was = known["\(row.issue) \(cell.party)"]
        let (past, present) = (was.map(Self.words) ?? "", Self.words(cell))
        guard past != present || was?.isContested ?? false != cell.isContested else { continue }
        var words = "\(index.name(cell.party)) on \(row.title): "
        words +=
          past == present
          ? present
          : "now: \(present.isEmpty ? "no position" : present); before: \(past.isEmpty ? "no position" : past)"
        if cell.isContested, was?.isContested != true { words += "; contested" }
        if let kinds = moves["\(row.issue) \(cell.party)"] { words += " (\(kinds))" }
        sentences.append((touched.contains(row.issue), words + "."))
      }
    }
    return sentences.filter(\.isTouched).map(\.words)
      + sentences.filter { !$0.isTouched }.map(\.words)
  }

  /// The kinds of change that are there with the entry and not without it, by issue and party.
  private static func moves(
    _ before: DerivedState, _ after: DerivedState, _ checkpoint: Checkpoint
  ) throws -> [String: String] {
    var counts: [String: Int] = [:]
    func key(_ change: ChangesView.Change) -> String {
      "\(change.issue) \(change.party) \(change.date.text) \(change.kinds)"
    }
    for change in try before.changes(checkpoint).changes { counts[key(change), default: 0] += 1 }
    var found: [String: String] = [:]
    for change in try after.changes(checkpoint).changes {
      let key = key(change)
      counts[key, default: 0] -= 1
      guard counts[key, default: 0] < 0, change.isMove else { continue }
      found["\(change.issue) \(change.party)"] = change.kinds.map(\.rawValue).joined(
        separator: ", ")
    }
    return found
  }

  private static func words(_ cell: PositionsView.Cell) -> String {
    cell.answers.filter { !$0.isSuperseded }.map { answer in
      let stance = answer.shownStances.map(\.words).joined(separator: " and ")
      let limit = answer.isRedLine ? ", a red line" : ""
      let waits =
        answer.standing.isEmpty
        ? "" : "; asks for: \(answer.standing.map(\.step).joined(separator: ", "))"
      return "\(stance) “\(answer.title)”\(limit)\(waits)"
    }.joined(separator: "; ")
  }

  private static func conditions(
    _ before: DerivedState, _ after: DerivedState, _ checkpoint: Checkpoint
  ) throws -> [String] {
    let old = try before.preconditions(checkpoint)
    let new = try after.preconditions(checkpoint)
    let standing = Set(old.edges.filter(\.state.stands).map(\.sentence))
    let stands = Set(new.edges.filter(\.state.stands).map(\.sentence))
    var sentences = new.edges.filter { $0.state.stands && !standing.contains($0.sentence) }
      .map { "New condition: \($0.sentence)" }
    sentences += old.edges.filter { $0.state.stands && !stands.contains($0.sentence) }
      .map { "No longer standing: \($0.sentence)" }
    let circles = new.deadlocks.count - old.deadlocks.count
    if circles > 0 { sentences.append("\(circles.counted("new deadlock")).") }
    if circles < 0 { sentences.append("\((-circles).counted("deadlock")) resolved.") }
    return sentences.map { $0.hasSuffix(".") ? $0 : $0 + "." }
  }

  private static func contradictions(
    _ before: DerivedState, _ after: DerivedState, _ index: CaseIndex, _ checkpoint: Checkpoint
  ) throws -> [String] {
    func members(_ group: ContradictionsView.Group) -> Set<String> {
      Set(group.sides.flatMap { $0.statements.map(\.statement.raw) })
    }
    let old = Set(try before.contradictions(checkpoint).groups.map { members($0) })
    let new = try after.contradictions(checkpoint).groups
    let known = Set(before.theCase.statements.map(\.id.raw))
    return new.filter { !old.contains(members($0)) }.map { group in
      let others = members(group).intersection(known).sorted()
      let gists = others.prefix(2).compactMap {
        index.statement(Case.Statement.ID($0)).map { "“\($0.gist)”" }
      }
      let with = gists.isEmpty ? "" : " with \(gists.joined(separator: " and "))"
      return "Contradiction\(with): \(group.title)."
    }
  }
}
