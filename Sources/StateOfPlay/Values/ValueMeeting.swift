internal import CaseModel

/// Where the numbers, dates or sets of several parties meet, or how far they are apart.
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
    case .quantity, .date: numbers()
    case .set: sets()
    default: nil
    }
  }

  private func numbers() -> Found? {
    let reader = ValueReader(ledger, row)
    let named = parties.compactMap { reader.span($0)?.span }
    // Who only refuses has named nothing that it would take, and is no nearer than what it refuses.
    let spans = parties.compactMap { reader.span($0)?.span ?? reader.bound($0) }
    guard spans.count == parties.count, let first = spans.first, spans.count > 1 else { return nil }
    let common = spans.dropFirst().reduce(first) { $0.meeting($1) }
    if named.count < parties.count, !common.isEmpty || named.isEmpty { return nil }
    if !common.isEmpty {
      return Found(words: reader.words(common) ?? "any number", gap: nil)
    }
    return Found(words: nil, gap: gaps(spans, reader))
  }

  /// How far each two are apart that do not meet, the widest first; of more than two parties by name.
  private func gaps(_ spans: [ValueSpan], _ reader: ValueReader) -> String? {
    var found: [(gap: Int128, first: Int, second: Int)] = []
    // Of very many parties only the two at the ends, whose gap is the widest.
    let ends = [
      spans.indices.max { (spans[$0].lower, $1) < (spans[$1].lower, $0) },
      spans.indices.min { (spans[$0].upper, $0) < (spans[$1].upper, $1) },
    ].compactMap(\.self)
    if spans.count > Self.comparedParties {
      let gap = spans[ends[0]].lower - spans[ends[1]].upper
      found = [(gap, min(ends[0], ends[1]), max(ends[0], ends[1]))]
    }
    for (first, one) in spans.enumerated() where spans.count <= Self.comparedParties {
      for second in spans.indices where second > first {
        let gap = max(
          one.lower - min(one.lower, spans[second].upper),
          spans[second].lower - min(spans[second].lower, one.upper))
        if gap > 0 { found.append((gap, first, second)) }
      }
    }
    let order = found.indices.sorted { (found[$1].gap, $0) < (found[$0].gap, $1) }
    let words = order.prefix(Self.shownGaps).compactMap { place -> String? in
      // Where one refuses the very number the other names there is no distance to give.
      guard let gap = NumberInterval.amount(found[place].gap), gap != Amount(0) else { return nil }
      let (one, other) = (spans[found[place].first], spans[found[place].second])
      let distance = reader.words(
        ofGap: gap, from: min(one.upper, other.upper), to: max(one.lower, other.lower))
      if spans.count == 2 { return distance }
      let names = [found[place].first, found[place].second].map {
        ledger.filtered.index.running(ledger.table.parties[parties[$0]])
      }
      return "\(distance) between \(names[0]) and \(names[1])"
    }
    if words.isEmpty { return nil }
    let left = found.count - words.count
    return words.joined(separator: "; ") + (left > 0 ? "; and \(left) more" : "")
  }

  /// So many are listed of the pairs that do not meet.
  private static let shownGaps = 6
  /// Among so many parties each is set against each.
  private static let comparedParties = 64

  /// Whether the party asks for members or gives them: by what it wants, else by what its words do.
  private func want(_ party: Int, _ standing: [CellReading.AnswerReading]) -> Case.Issue.Want? {
    if let want = issue.wants[ledger.table.parties[party]] { return want }
    let spoken = ledger.table.rows[row].byParty[party] ?? []
    let acts = Set(standing.flatMap(\.state.deciding).map { spoken[$0].act })
    if acts.isEmpty { return nil }
    return acts == [.demand]
      ? .more : acts.isSubset(of: [.offer, .concede, .commit]) ? .less : nil
  }

  /// Who wants more asks for these members at least; who wants less gives these at most.
  private func sets() -> Found? {
    var asked: Set<Slug> = []
    var given: Set<Slug>?
    var isOpen = false
    for party in parties {
      guard let cell = ledger.cells[row][party] else { return nil }
      let standing = cell.answers.filter(\.isTaken)
      guard let want = want(party, standing) else { return nil }
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
        isOpen = isOpen || sets.contains(where: \.open)
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
    // Of a list that names examples only it is not known what else is given.
    if isOpen { return nil }
    return Found(words: nil, gap: "asked for and not given: \(words(missing))")
  }
}
