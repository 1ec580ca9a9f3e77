public import CaseModel

extension PositionsView {
  /// What a party answers by itself, where what it takes within an open package or text is another
  /// answer; or the other way round. A yes to the whole is no yes to the part alone.
  public struct Apart: Sendable, Hashable, Codable {
    /// The option or value in words.
    public var title: String
    /// Whether it is taken within a package or text, rather than said by itself.
    public var isPackage: Bool
    /// The text of which it is a part; nil if it is said by itself or of a package that is no text.
    public var draft: Case.Draft.ID?
    /// The stance.
    public var stance: PositionStance
    /// What the whole waits for, in words: `if first: Parliament consents`.
    public var conditions: [String]
    /// The statements that say it.
    public var statements: [Case.Statement.ID]
    /// The date of the newest of them; nil if undated.
    public var date: EDTFDate?
  }
}

extension CellBuilder {
  func apart(
    _ reading: CellReading, _ spoken: [PartyStatement], _ party: Int
  ) -> [PositionsView.Apart]? {
    guard ledger.table.rows[row].issue.answers == .one else { return nil }
    let taken = reading.answers.filter { $0.isOwn && $0.isTaken }
    let found =
      !taken.isEmpty && taken.allSatisfy { $0.isOnlyPackaged(spoken) }
      ? byItself(besides: taken, reading, spoken, party)
      : withinPackages(besides: taken, spoken, party)
    return found.isEmpty ? nil : found
  }

  /// The newest of what it had said by itself and a yes to a package put aside.
  private func byItself(
    besides taken: [CellReading.AnswerReading], _ reading: CellReading, _ spoken: [PartyStatement],
    _ party: Int
  ) -> [PositionsView.Apart] {
    func alone(_ answer: CellReading.AnswerReading) -> [Int] {
      answer.state.deciding.filter { !spoken[$0].isPackage && spoken[$0].base == .for }
    }
    let before = reading.answers.filter { answer in
      answer.isOwn && answer.isSuperseded && !alone(answer).isEmpty
        && !taken.contains { isSame($0.answer, answer.answer, party) }
    }
    let newest = before.flatMap(alone).compactMap { spoken[$0].said?.begins }.max()
    return before.compactMap { answer in
      let members = alone(answer).filter { spoken[$0].said?.begins == newest }
      if members.isEmpty { return nil }
      return part(answer.answer, .for, members, spoken, package: nil)
    }
  }

  /// What it takes with a condition, as a part of packages still open, since it last said otherwise by
  /// itself.
  private func withinPackages(
    besides taken: [CellReading.AnswerReading], _ spoken: [PartyStatement], _ party: Int
  ) -> [PositionsView.Apart] {
    let own = taken.flatMap(\.state.deciding).compactMap { spoken[$0].said }
    guard let last = own.max(by: { $0.begins < $1.begins }) else { return [] }
    var newest: [Int: Int] = [:]
    for (member, one) in spoken.enumerated() {
      guard let package = one.package, one.voice == .own, one.time == .counts, !one.isDoubted,
        !one.isDenied, one.stance != nil, let said = one.said
      else { continue }
      if let before = newest[package].flatMap({ spoken[$0].said }), said.begins < before.begins {
        continue
      }
      newest[package] = member
    }
    return newest.keys.sorted().compactMap { package in
      guard let member = newest[package], spoken[member].isFaint, !spoken[member].isLapsed,
        !spoken[member].isConcluded, spoken[member].stance == .forIf,
        let said = spoken[member].said, said.isLater(than: last),
        case .one(let answer) = spoken[member].answers,
        !taken.contains(where: { isSame($0.answer, answer, party) })
      else { return nil }
      return part(answer, .forIf, [member], spoken, package: package)
    }
  }

  private func isSame(_ a: Int, _ b: Int, _ party: Int) -> Bool {
    a == b || values.areSame(a, b, values.issue.wants[ledger.table.parties[party]])
  }

  private func part(
    _ answer: Int, _ stance: PositionStance, _ members: [Int], _ spoken: [PartyStatement],
    package: Int?
  ) -> PositionsView.Apart {
    let filtered = ledger.filtered
    let places = members.map { spoken[$0].position }
    let open =
      package == nil
      ? []
      : places.flatMap { filtered.theCase.statements[$0].standingRequirements }
        .filter { !ledger.steps.isMet($0) }
    return PositionsView.Apart(
      title: ledger.table.rows[row].answers[answer].title, isPackage: package != nil,
      draft: package.flatMap { ledger.table.packages.packages[$0].draft }, stance: stance,
      conditions: open.map { $0.words(filtered.index) },
      statements: places.map { filtered.theCase.statements[$0].id },
      date: members.compactMap { spoken[$0].said }.max { $0.ends < $1.ends })
  }
}
