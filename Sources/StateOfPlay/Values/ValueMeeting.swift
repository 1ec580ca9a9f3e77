internal import CaseModel

/// Where the numbers or sets of several parties meet, or how far they are apart.
struct ValueMeeting {
  private let ledger: Ledger
  private let row: Int
  private let parties: [Int]
  private let issue: Case.Issue

  init(_ ledger: Ledger, _ row: Int, _ parties: [Int]) {
    self.ledger = ledger
    self.row = row
    self.parties = parties
    issue = ledger.table.rows[row].issue
  }

  struct Found {
    /// What would do for all, in words; nil where nothing does.
    var words: String?
    /// How far they are apart.
    var gap: String?
  }

  /// Nil where the issue is not of that kind, or some party names no value.
  func find() -> Found? {
    switch issue.value {
    case .quantity: numbers()
    case .set: sets()
    default: nil
    }
  }

  private func numbers() -> Found? {
    let reader = ValueReader(ledger, row)
    let spans = parties.compactMap { reader.span($0)?.span }
    guard spans.count == parties.count, let first = spans.first, spans.count > 1 else { return nil }
    let common = spans.dropFirst().reduce(first) { $0.meeting($1) }
    if !common.isEmpty {
      return Found(words: reader.words(common) ?? "any number", gap: nil)
    }
    // The widest gap between any two is that between the lowest upper and the highest lower end.
    let gap = NumberInterval.amount(common.lower - common.upper)
    return Found(words: nil, gap: gap.map { reader.words(ofGap: $0) })
  }

  /// Who wants more asks for these members at least; who wants less gives these at most.
  private func sets() -> Found? {
    var asked: Set<Slug> = []
    var given: Set<Slug>?
    for party in parties {
      guard let want = issue.wants[ledger.table.parties[party]],
        let cell = ledger.cells[row][party]
      else { return nil }
      let standing = cell.answers.filter {
        !$0.isSuperseded && AnswerDelta.accepts($0.state.stances)
      }
      let sets = standing.compactMap { answer -> MemberSet? in
        guard case .set(let set)? = ledger.table.rows[row].answers[answer.answer].value else {
          return nil
        }
        return set
      }
      guard !sets.isEmpty else { return nil }
      switch want {
      case .more:
        // Of several it would take, the smallest is the least it asks for.
        let least = sets.map(\.held).min { $0.count < $1.count } ?? []
        asked.formUnion(least)
      case .less:
        let most = sets.map(\.held).max { $0.count < $1.count } ?? []
        given = given.map { $0.intersection(most) } ?? most
      }
    }
    guard let given else { return nil }
    let missing = asked.subtracting(given).sorted()
    func words(_ members: [Slug]) -> String {
      AnswerValue.set(MemberSet(members)).title(in: issue, ledger.filtered.index)
    }
    if missing.isEmpty {
      let low = words(asked.sorted())
      let high = words(given.sorted())
      return Found(words: asked == given ? low : "from \(low) to \(high)", gap: nil)
    }
    return Found(words: nil, gap: "asked for and not given: \(words(missing))")
  }
}
