internal import CaseModel
internal import Foundations

/// How statements are sorted by the issues on which they are words, and laid out there.
extension PartyStatementTable {
  /// What statements are read by while they are laid out.
  struct Layout {
    let filtered: FilteredCase
    let speaking: SpeakingParties
    let drafts: PackageAnswers
    private let packages: PackageBook

    init(_ filtered: FilteredCase, _ packages: PackageBook, _ places: [Case.Actor.ID: Int]) {
      self.filtered = filtered
      self.packages = packages
      speaking = SpeakingParties(filtered, places: places)
      drafts = PackageAnswers(filtered, packages)
    }

    private init(_ layout: Layout, _ filtered: FilteredCase) {
      self.filtered = filtered
      (packages, speaking) = (layout.packages, layout.speaking)
      drafts = PackageAnswers(filtered, layout.packages)
    }

    /// The same, recording in `consulted` which statements are looked up.
    func noting(_ consulted: Consulted) -> Layout {
      Layout(self, FilteredCase(filtered, noting: consulted))
    }
  }

  /// What one statement is on one issue.
  private struct Item {
    enum Words {
      /// What it says of it.
      case own
      /// What it says of a whole of which it is a part.
      indirect case part(PackageAnswers.Part)
      /// What is signed by it, or voted.
      indirect case signed(SignedWords.Word)
      /// It takes words on it back by name.
      case dropping
    }

    let place: Int
    let words: Words
  }

  /// Lays out the words of the statements at `places`, in this order, issue by issue.
  ///
  /// - Parameters:
  ///   - only: a row that alone is laid out.
  ///   - looked: what records which statements are looked up by their ids.
  mutating func lay(
    _ places: some Sequence<Int>, only: Int? = nil, _ layout: Layout,
    noting looked: Consulted? = nil
  ) {
    let items = items(places, only: only, layout)
    let rows = only.map { [$0] } ?? Array(allRows.indices)
    let table = self
    // Each notes what it looks up by itself, as they are laid out on all cores.
    let work = rows.count > 1 ? layout.filtered.facts.count : 0
    let laid = Parallel.map(count: rows.count, work: work) { number in
      let consulted = Consulted()
      let found = table.laid(
        rows[number], items[rows[number]], looked == nil ? layout : layout.noting(consulted))
      return (row: found, statements: consulted.statements)
    }
    for (row, found) in zip(rows, laid) {
      allRows[row] = found.row
      looked?.statements.formUnion(found.statements)
    }
  }

  private func laid(_ row: Int, _ items: [Item], _ layout: Layout) -> IssueStatements {
    var found = IssueStatements(allRows[row].issue)
    let filtered = layout.filtered
    for item in items {
      let place = item.place
      let (statement, facts) = (filtered.theCase.statements[place], filtered.facts[place])
      switch item.words {
      case .own:
        add(statement, at: place, facts, row, statement.about, nil, layout, to: &found)
      case .part(let part):
        add(statement, at: place, facts, row, part.about, part, layout, to: &found)
      case .signed(let word): add(word, at: place, statement, facts, row, filtered, to: &found)
      case .dropping: add(statement, at: place, facts, row, nil, nil, layout, to: &found)
      }
    }
    return found
  }

  /// By row, what the statements are on its issue.
  private func items(
    _ places: some Sequence<Int>, only: Int?, _ layout: Layout
  ) -> [[Item]] {
    let filtered = layout.filtered
    let index = filtered.index
    var items = [[Item]](repeating: [], count: allRows.count)
    func add(_ row: Int, _ place: Int, _ words: Item.Words) {
      if only == nil || row == only { items[row].append(Item(place: place, words: words)) }
    }
    func row(_ about: Subject) -> Int? {
      about.issue.flatMap { index.place(of: $0) }.flatMap { rowOf[$0] }
    }
    for place in places where filtered.facts[place].time != .out {
      let facts = filtered.facts[place]
      if let issue = facts.issue {
        if let row = rowOf[issue] { add(row, place, .own) }
      } else if !filtered.marks[place].isDisjoint(with: [.onText, .onWords]) {
        let statement = filtered.theCase.statements[place]
        for part in layout.drafts.parts(of: statement, said: facts.said) {
          if let row = row(part.about) { add(row, place, .part(part)) }
        }
      }
      for word in signed.byPlace[place] ?? [] {
        if let row = row(word.about) { add(row, place, .signed(word)) }
      }
      if filtered.marks[place].contains(.drops) {
        let statement = filtered.theCase.statements[place]
        for row in droppedRows(statement, facts, filtered, layout.drafts) {
          add(row, place, .dropping)
        }
      }
    }
    return items
  }

  /// The rows of other issues on which a statement takes words back by name.
  private func droppedRows(
    _ statement: Case.Statement, _ facts: StatementFacts, _ filtered: FilteredCase,
    _ drafts: PackageAnswers
  ) -> [Int] {
    let own = Set(
      [facts.issue].compactMap(\.self)
        + drafts.parts(of: statement, said: facts.said).compactMap(\.about.issue)
        .compactMap { filtered.index.place(of: $0) })
    return statement.drops.compactMap { filtered.index.statement($0) }
      .flatMap { $0.about?.parts ?? [] }.compactMap(\.issue)
      .compactMap { filtered.index.place(of: $0) }.filter { !own.contains($0) }.uniqued
      .compactMap { rowOf[$0] }
  }
}
