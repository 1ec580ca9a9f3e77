internal import CaseModel

/// What those who belong to a party or a veto player and do not speak for it say in their own name,
/// as a member state does of a union of states: their words are not the party's, and where they
/// differ a reader must see both.
struct BlocMembers {
  /// What one member holds on one answer.
  private struct Holding {
    let answer: String
    let words: PositionsView.Member.Words
    var accepts: Bool { words.stance.accepts }
  }

  private struct Key: Hashable {
    let row: Int
    let party: Case.Actor.ID
    let member: Case.Actor.ID
  }

  /// A statement of a member that gives an answer to one issue.
  private struct Spoken {
    let key: Key
    let place: Int
    let about: Subject?
    /// By taking a package or text as a whole.
    let isWhole: Bool
  }

  private let ledger: Ledger
  /// Of each member those to whom it belongs.
  private let sides: [Case.Actor.ID: [Case.Actor.ID]]
  private var held: [Key: [Holding]] = [:]
  /// Of each row, those who speak on it, by their first words.
  private var speaking: [Int: [Key]] = [:]

  /// - Parameter others: whose members are read beside those of the parties.
  /// - Complexity: O(n log n) in the statements of members.
  init(_ ledger: Ledger, besides others: [Case.Actor.ID] = []) {
    self.ledger = ledger
    let filtered = ledger.filtered
    let parties = Set(ledger.table.parties.prefix(ledger.table.shown))
    let wholes = parties.union(others)
    var sides: [Case.Actor.ID: [Case.Actor.ID]] = [:]
    for actor in filtered.theCase.actors where !parties.contains(actor.id) {
      if actor.kind == .unnamed || actor.kind == .outlet { continue }
      let belongs = filtered.voices.sides(of: actor.id).filter(wholes.contains)
      if !belongs.isEmpty { sides[actor.id] = belongs }
    }
    self.sides = sides
    if sides.isEmpty { return }
    var spoken: [Spoken] = []
    let texts = PackageAnswers(filtered, ledger.table.packages)
    _ = filtered.eachStatement { place, statement -> Void? in
      let facts = filtered.facts[place]
      guard facts.time == .counts || facts.time == .undated, !statement.pointee.isDoubted,
        let about = statement.pointee.about, statement.pointee.speaker.contains(where: isMember)
      else { return nil }
      if let row = facts.issue.flatMap({ ledger.table.rowOf[$0] }) {
        spoken += keys(statement.pointee, at: place, row).map {
          Spoken(key: $0, place: place, about: about, isWhole: false)
        }
      }
      guard facts.issue == nil else { return nil }
      for part in texts.parts(of: statement.pointee, said: facts.said) {
        guard
          let row = part.about.issue.flatMap({ filtered.index.place(of: $0) })
            .flatMap({ ledger.table.rowOf[$0] }),
          // What is asked for in place of a part stands with the answer to the whole.
          !part.isReservation, !part.isWhole || part.package.map(isStanding) ?? false
        else { continue }
        spoken += keys(statement.pointee, at: place, row).map {
          Spoken(key: $0, place: place, about: part.about, isWhole: part.isWhole)
        }
      }
      return nil
    }
    let order = spoken.indices.sorted { a, b in
      let (x, y) = (
        filtered.facts[spoken[a].place].said?.ends ?? .min,
        filtered.facts[spoken[b].place].said?.ends ?? .min
      )
      return x == y ? a < b : x < y
    }
    for place in order { note(spoken[place]) }
  }

  private func isMember(_ actor: Case.Actor.ID) -> Bool {
    sides[actor] != nil
      || ledger.filtered.index.spokenFor(by: actor, on: nil).contains { sides[$0] != nil }
  }

  /// Those whose words a statement on the issue of a row is, each with those to whom it belongs.
  private func keys(_ statement: Case.Statement, at place: Int, _ row: Int) -> [Key] {
    let filtered = ledger.filtered
    let facts = filtered.facts[place]
    let issue = filtered.index.place(of: ledger.table.rows[row].issue.id)
    return statement.speaker.flatMap { speaker -> [Key] in
      let voices = filtered.index.spokenFor(by: speaker, on: facts.said)
      // Of a minister and the state for which he speaks, the state.
      guard let member = voices.last(where: { sides[$0] != nil }) else { return [] }
      let near = filtered.voices.nearness(
        of: statement, for: member, speakers: [speaker], parties: filtered.parties(to: issue))
      guard near.voice == .own else { return [] }
      return (sides[member] ?? []).filter { !voices.contains($0) }.map {
        Key(row: row, party: $0, member: member)
      }
    }
  }

  private mutating func note(_ spoken: Spoken) {
    let filtered = ledger.filtered
    let statement = filtered.theCase.statements[spoken.place]
    let key = spoken.key
    if held[key] == nil {
      held[key] = []
      speaking[key.row, default: []].append(key)
    }
    held[key]?.removeAll { statement.drops.contains($0.words.statement) }
    let issue = ledger.table.rows[key.row].issue
    let named = answers(spoken.about, issue)
    let names = Set(named.map(\.id))
    guard let stance = statement.stanceRead, stance != .unclear else {
      if statement.act == .withdraw { held[key]?.removeAll { names.contains($0.answer) } }
      return
    }
    // What is refused, or taken with a condition, as a whole says less of its parts than words on
    // them.
    if spoken.isWhole, stance != .for { return }
    held[key]?.removeAll { old in
      if names.contains(old.answer) { return !spoken.isWhole || !old.accepts }
      // Of answers that exclude each other, and of numbers, the newest.
      guard issue.answers == .one, !names.isEmpty else { return false }
      return stance.accepts ? old.accepts : issue.isMeasured && !old.accepts
    }
    // An answer to the whole is listed as that.
    if spoken.isWhole { return }
    let open = statement.standingRequirements.filter { !ledger.steps.isMet($0) }
    let isAsking = stance == .forIf && !open.isEmpty
    for answer in named {
      let words = PositionsView.Member.Words(
        title: answer.title, stance: stance == .forIf && !isAsking ? .for : stance,
        conditions: isAsking ? open.map { $0.words(filtered.index) } : nil,
        isRedLine: statement.redLine,
        statement: statement.id, said: filtered.facts[spoken.place].said)
      held[key]?.append(Holding(answer: answer.id, words: words))
    }
  }

  private func answers(
    _ about: Subject?, _ issue: Case.Issue
  ) -> [(id: String, title: String)] {
    guard case .issue(_, let answer)? = about else { return [] }
    switch answer {
    case .options(let ids):
      return ids.map { id in (id.raw, issue.options.first { $0.id == id }?.title ?? id.raw) }
    case .value(let value):
      return [(value.key, value.title(in: issue, ledger.filtered.index))]
    case .none, .any: return []
    }
  }

  /// Those of a row whose words the party does not say itself; nil where there are none.
  func members(of row: Int, _ cells: [PositionsView.Cell]) -> [PositionsView.Member]? {
    let found = (speaking[row] ?? []).compactMap { key -> PositionsView.Member? in
      guard let cell = cells.first(where: { $0.party == key.party }) else { return nil }
      let own = (held[key] ?? []).filter { !isShared($0, cell) }.map(\.words)
      if own.isEmpty { return nil }
      return PositionsView.Member(party: key.party, member: key.member, words: own)
    }
    return found.isEmpty ? nil : found
  }

  private func isShared(_ holding: Holding, _ cell: PositionsView.Cell) -> Bool {
    cell.answers.contains { answer in
      answer.answer == holding.answer && !answer.isSuperseded && !answer.stances.isEmpty
        && answer.stances.allSatisfy { $0.accepts == holding.accepts && $0 != .unclear }
    }
  }
}

/// What members answer to a package or a text as a whole.
extension BlocMembers {
  /// It is neither closed nor at an end.
  private func isStanding(_ package: Int) -> Bool {
    let book = ledger.table.packages
    guard book.packages[package].ended == nil else { return false }
    switch book.state(package) {
    case .onTheTable, .rejected, .accepted, .signed, .inForce: return true
    case .withdrawn, .replaced, .lapsed: return false
    }
  }

  /// Of each package that stands and holds one of the issues, the answers of members that those to
  /// whom they belong do not give; the oldest package first.
  ///
  /// - Parameter issues: those asked about; empty for all.
  /// - Complexity: O(answers × answers of one package).
  func answers(
    within wholes: [Case.Actor.ID], on issues: [Case.Issue.ID]
  ) -> [PositionsView.MemberAnswer] {
    if sides.isEmpty { return [] }
    let book = ledger.table.packages
    let wanted = Set(wholes)
    let order = book.packages.indices.sorted { a, b in
      let (x, y) = (
        book.packages[a].date?.begins ?? .min, book.packages[b].date?.begins ?? .min
      )
      return x == y ? a < b : x < y
    }
    return order.flatMap { place -> [PositionsView.MemberAnswer] in
      let package = book.packages[place]
      guard
        issues.isEmpty || package.subjects.compactMap(\.issue).contains(where: issues.contains),
        package.answers.contains(where: { sides[$0.party] != nil }), isStanding(place)
      else { return [] }
      return package.answers.flatMap { answer in
        (sides[answer.party] ?? []).filter(wanted.contains).compactMap { whole in
          memberAnswer(answer, to: package, within: whole)
        }
      }
    }
  }

  /// Nil where the party says the same, and where the member says neither yes nor no.
  private func memberAnswer(
    _ answer: OffersView.Answer, to package: PackageBook.Package, within whole: Case.Actor.ID
  ) -> PositionsView.MemberAnswer? {
    guard let stance = answer.stance, stance != .unclear else { return nil }
    let book = ledger.table.packages
    let own = book.answers(of: whole, to: package).allSatisfy {
      $0.stance == stance && $0.conditions == answer.conditions
    }
    let isMaker = package.by.contains(whole) && stance == .for
    if own || isMaker { return nil }
    let index = ledger.filtered.index
    let draft = package.draft.flatMap { index.draft($0) }
    return .init(
      party: whole, member: answer.party, draft: package.draft,
      title: draft?.title ?? draft?.id.raw
        ?? Subject.together(package.subjects).packageTitle(index),
      parts: draft == nil ? package.subjects.map { $0.title(index) } : [], stance: stance,
      conditions: answer.conditions, statements: answer.statements, date: answer.date)
  }
}
