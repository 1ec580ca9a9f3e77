internal import CaseModel
internal import Foundations
package import StateOfPlay

/// The lists of the changes: progress, possible changes, first statements and claims.
extension ViewContext {
  /// A line each; what lapsed with one offer is one.
  func progressLines(_ changes: [ChangesView.Change]) -> [Inline] {
    struct Lapse: Hashable {
      let date: EDTFDate
      let party: Case.Actor.ID
      let statements: [Case.Statement.ID]
    }
    var order: [[ChangesView.Change]] = []
    var places: [Lapse: Int] = [:]
    for change in changes {
      if change.answers.allSatisfy(\.requirementsMet.isEmpty) {
        let lapse = Lapse(
          date: change.date, party: change.party, statements: change.before.map(\.statement))
        if let place = places[lapse] {
          order[place].append(change)
          continue
        }
        places[lapse] = order.count
      }
      order.append([change])
    }
    return order.map { progressWords($0[0], titles: $0.map(\.title)) }
  }

  private func progressWords(_ change: ChangesView.Change, titles: [String]) -> Inline {
    let met = change.answers.flatMap(\.requirementsMet)
    let on = titles.uniqued.joined(separator: "; ")
    var line = Inline("\(change.date.words), \(index.running(change.party)), \(on): ")
    line += Inline(
      met.isEmpty
        ? change.before.contains { index.statement($0.statement)?.until != nil }
          ? "what it had offered or accepted until then has lapsed"
          : "what it had offered or accepted no longer holds, as the text or offer has ended or been replaced"
        : "condition, "
          + met.joined(separator: "; "))
    return line + Inline(" ") + references((change.before + change.after).map(\.statement))
  }

  package func possibleMoveWords(_ sign: ChangesView.PossibleMove) -> Inline {
    var line = Inline("\(index.name(sign.party)), \(sign.title)", .strong)
    line += Inline(": \(sign.answerTitle) — \(sign.kind.words)")
    if !sign.conditions.isEmpty { line += Inline(" (\(sign.conditions.joined(separator: "; ")))") }
    if let newest = sign.words.compactMap(\.said).max() { line += Inline(", \(newest.words)") }
    line += Inline(": ") + Inline(sign.words.first?.gist ?? "") + Inline(" ")
    line += references(sign.words.map(\.statement), limit: 3)
    return line + Inline("; against it stands ")
      + references(sign.against.map(\.statement), limit: 3)
  }

  func firstWords(_ changes: [ChangesView.Change]) -> Inline {
    guard let change = changes.first else { return Inline("") }
    let names = changes.count == 1 ? who(change) : index.names(changes.map(\.party))
    return Inline("\(change.date.words), \(names), \(change.title): ")
      + Inline(change.after.first?.gist ?? "") + Inline(lapsedWords(changes))
      + Inline(" ") + references(change.after.map(\.statement)) + endedWords(change)
  }

  /// `; what it said in between no longer stands: never [b]`, of what is said again after the opposite.
  private func endedWords(_ change: ChangesView.Change) -> Inline {
    let isTurned = change.answers.contains { answer in
      !answer.before.isEmpty && !answer.after.isEmpty
        && answer.before.contains(.against) != answer.after.contains(.against)
    }
    guard change.kinds == [.reaffirmed], isTurned, let ended = change.before.last else {
      return Inline("")
    }
    return Inline("; what it said in between no longer stands: \(ended.gist) ")
      + references(change.before.map(\.statement))
  }

  /// `, after its earlier statement had lapsed on 19 November 2025`, of what is said again;
  /// nothing where all of it stood.
  private func lapsedWords(_ changes: [ChangesView.Change]) -> String {
    let days = changes.map { change in
      change.answers.compactMap(\.lapsedOn).max { $0.ends < $1.ends }
    }
    guard let day = days.first.flatMap(\.self), days.allSatisfy({ $0 == day }) else { return "" }
    return ", after its earlier statement had lapsed on \(day.words)"
  }

  /// - Parameter namesIssue: where no heading says whose position it is and on what.
  func claimWords(_ claim: ChangesView.Claim, namesIssue: Bool = false) -> Inline {
    var what = "it"
    if namesIssue, let issue = claim.issue.flatMap({ index.issue($0)?.title }) {
      let whose =
        claim.parties.isEmpty ? "a position" : "the position of \(index.running(claim.parties))"
      what = "\(whose) on “\(issue)”"
    }
    return Inline(
      "\(index.names(claim.speakers)) describes \(what) as \(claim.change.rawValue): \(claim.gist) ",
      .faint)
      + references([claim.statement])
  }
}
