internal import CaseModel

/// What a party asks for the issue as a whole, whatever settles it, and what price it asks.
extension ChangeRows {
  /// The party had set a condition for the issue as a whole before, or taken any answer to it.
  func spokeOfWhole(_ party: Case.Actor.ID, before time: MomentTime) -> Bool {
    guard let now = time.begins, let since = wholeSince[party] else { return false }
    return since < now
  }

  /// - Complexity: O(conditions on the issue + statements on it).
  static func wholeSince(_ ledger: Ledger, _ row: Int) -> [Case.Actor.ID: Int64] {
    var since: [Case.Actor.ID: Int64] = [:]
    func note(_ party: Case.Actor.ID, _ date: EDTFDate?) {
      if let ends = date?.ends { since[party] = min(since[party] ?? ends, ends) }
    }
    for place in ledger.conditions(on: ledger.table.rows[row].issue.id)
    where ledger.conditions[place].step.isWholeIssue && ledger.conditions[place].voice == .own {
      note(ledger.conditions[place].holder, ledger.conditions[place].opened)
    }
    for (party, words) in ledger.table.rows[row].byParty {
      words.withUnsafeBufferPointer { words in
        for place in words.indices where words[place].voice == .own && !words[place].isDoubted {
          guard words[place].base?.accepts ?? false, case .none = words[place].answers else {
            continue
          }
          note(ledger.table.parties[party], words[place].said)
        }
      }
    }
    return since
  }

  /// What it had asked for the issue as a whole and gave up: softened, with the words that give it up.
  /// What the text or the package contains that it takes is given up by no one.
  func conditionsOnWhole(into changes: inout Rows) {
    let general = ledger.conditions(on: issue.id).map { ledger.conditions[$0] }.filter {
      $0.step.isWholeIssue && $0.voice == .own && !$0.key.isTrigger
    }
    if general.isEmpty { return }
    var opening: [Case.Statement.ID: [Int]] = [:]
    for (place, condition) in general.enumerated() {
      let first = condition.opened
      for ground in condition.grounds where ground.said.map({ $0.ends == first?.ends }) ?? false {
        opening[ground.statement, default: []].append(place)
      }
    }
    for condition in general {
      guard let closing = condition.closing, let date = closing.date,
        closing.reason.isDropped,
        let party = ledger.table.place(of: condition.holder), party < ledger.table.shown
      else { continue }
      let contained = closing.statements.lazy
        .compactMap { self.ledger.filtered.index.position(.statements, $0.raw) }
        .compactMap { self.containing(condition, $0, isSigned: false) }.first
      let added = closing.statements.flatMap { opening[$0] ?? [] }.uniqued.map { general[$0] }
        .filter { $0.holder == condition.holder && $0.awaitedID != condition.awaitedID }
      // Of several given up with the same words it is named once what these ask for.
      for statement in closing.statements {
        opening[statement]?.removeAll { general[$0].holder == condition.holder }
      }
      let dropped = ChangesView.AnswerChange(
        answer: "", title: issue.title, before: [], after: [], isSuperseded: false,
        requirementsAdded: added.map { words($0) }.sorted(),
        requirementsDropped: [words(condition) + (contained ?? "")], requirementsMet: [],
        redLineAdded: false, redLineDropped: false, redLineCrossed: false)
      if let known = changes.place(of: condition.holder, saying: closing.statements) {
        var change = changes[known]
        change.answers.append(dropped)
        let said = Set((change.before + change.after).map(\.statement))
        change.before += words(condition.statements).filter { !said.contains($0.statement) }
        if contained == nil { change.soften() }
        change.isFirst = false
        changes[known] = change
      } else {
        changes.append(
          ChangesView.Change(
            party: condition.holder, issue: issue.id, title: issue.title, date: date,
            kinds: [contained == nil ? .softened : .reaffirmed], answers: [dropped],
            before: words(condition.statements), after: words(closing.statements), announced: [],
            claims: []))
      }
    }
  }

  /// The number or set that is asked for an answer; nil where it is something else.
  func price(_ asked: ChangeKinds.Asked, _ party: Case.Actor.ID) -> ChangeKinds.Price? {
    guard
      case .issue(let id, .value(let value))? = condition(asked.answer, asked.awaited, party)?
        .awaited
    else { return nil }
    return ChangeKinds.Price(awaited: asked.awaited, issue: id, value: value)
  }
}

extension ChangesView.Change {
  /// Something more is given up by it.
  fileprivate mutating func soften() {
    kinds = kinds.filter { $0 != .new && $0 != .reaffirmed && $0 != .changed }
    if let harder = kinds.firstIndex(of: .hardened) {
      kinds[harder] = .mixed
    } else if !kinds.contains(.softened), !kinds.contains(.mixed) {
      kinds.append(.softened)
    }
  }
}
