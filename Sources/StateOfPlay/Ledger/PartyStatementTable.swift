internal import CaseModel

/// Every statement on a negotiable issue, listed by the parties whose words it is.
struct PartyStatementTable {
  /// The negotiable issues, in the order of the case.
  var allRows: [IssueStatements]
  /// The same for those who read.
  var rows: NotedRows<IssueStatements> { NotedRows(allRows, consulted) }
  private var consulted: Consulted?
  /// The case's parties, then others whom an issue concerns, then others who must act.
  let parties: [Case.Actor.ID]
  /// How many of ``parties`` are parties of the case or of an issue.
  let shown: Int
  /// Of each issue of the case by its place, its row here.
  let rowOf: [Int?]
  var packages: PackageBook
  /// What is said by signature, by vote and by joining a text.
  var signed: SignedWords
  var clauseWords: [Case.Statement.ID: SignedWords.ClauseWords]
  /// Of each statement, the parties that denied in their own words what it says.
  let denials: [Case.Statement.ID: Set<Case.Actor.ID>]
  /// Of each statement, the parties that confirmed in their own words what it says.
  let confirmations: [Case.Statement.ID: Set<Case.Actor.ID>]
  /// Of each row the parties to which its issue is of no concern: what they say of a whole says nothing
  /// of a part that is others'.
  let unconcerned: [Set<Int>]
  let places: [Case.Actor.ID: Int]
  /// The statements looked up by their ids in what was laid out.
  private(set) var restsOn: Set<String> = []
  /// By row, whether its words are those of the case before, of which this is the next.
  var isKept: [Bool]

  /// - Complexity: O(statements × speakers).
  init(_ filtered: FilteredCase) {
    let looked = Consulted()
    let read = FilteredCase(filtered, noting: looked)
    let issues = filtered.theCase.issues
    var rows: [IssueStatements] = []
    var rowOf = [Int?](repeating: nil, count: issues.count)
    for place in issues.indices where issues[place].kind == .negotiable {
      rowOf[place] = rows.count
      rows.append(IssueStatements(issues[place]))
    }
    self.rowOf = rowOf
    let (parties, shown) = Self.parties(filtered)
    self.shown = shown
    self.parties = parties
    places = Dictionary(uniqueKeysWithValues: zip(parties, parties.indices))
    let concerned = parties.prefix(shown)
    unconcerned = rows.map { Self.unconcerned($0.issue, concerned, filtered) }
    isKept = [Bool](repeating: false, count: rows.count)
    allRows = rows
    let joined = JoinedTexts(read)
    let packages = PackageBook(read, joined, speaking: parties)
    self.packages = packages.reading(filtered)
    signed = SignedWords(read, joined)
    denials = filtered.replies(denying: true)
    confirmations = filtered.replies(denying: false)
    clauseWords = SignedWords.clauseWords(read)
    let layout = Layout(read, packages, places)
    lay(filtered.facts.indices, layout)
    restsOn = looked.statements
  }

  /// What statements are read by while they are laid out.
  struct Layout {
    let filtered: FilteredCase
    let speaking: SpeakingParties
    let drafts: PackageAnswers

    init(_ filtered: FilteredCase, _ packages: PackageBook, _ places: [Case.Actor.ID: Int]) {
      self.filtered = filtered
      speaking = SpeakingParties(filtered, places: places)
      drafts = PackageAnswers(filtered, packages)
    }
  }

  /// Lays out the words of the statements at `places`, in this order.
  ///
  /// - Parameter only: a row to which alone something is added.
  mutating func lay(_ places: some Sequence<Int>, only: Int? = nil, _ layout: Layout) {
    let filtered = layout.filtered
    let index = filtered.index
    func row(_ about: Subject) -> Int? {
      let row = about.issue.flatMap { index.place(of: $0) }.flatMap { rowOf[$0] }
      return only == nil || row == only ? row : nil
    }
    for place in places where filtered.facts[place].time != .out {
      let (statement, facts) = (filtered.theCase.statements[place], filtered.facts[place])
      if let row = facts.issue.flatMap({ rowOf[$0] }) {
        if only == nil || row == only {
          add(statement, at: place, facts, row, statement.about, nil, layout)
        }
      } else if facts.issue == nil {
        for part in layout.drafts.parts(of: statement, said: facts.said) {
          guard let row = row(part.about) else { continue }
          add(statement, at: place, facts, row, part.about, part, layout)
        }
      }
      for word in signed.byPlace[place] ?? [] {
        guard let row = row(word.about) else { continue }
        add(word, at: place, statement, facts, row, filtered)
      }
      for row in droppedRows(statement, facts, filtered, layout.drafts)
      where only == nil || row == only {
        add(statement, at: place, facts, row, nil, nil, layout)
      }
    }
  }

  func place(of party: Case.Actor.ID) -> Int? { places[party] }

  /// The same, recording in `consulted` what is looked up.
  func noting(_ consulted: Consulted, _ filtered: FilteredCase) -> PartyStatementTable {
    var table = self
    table.packages = packages.reading(filtered)
    table.consulted = consulted
    return table
  }

  /// The rows of other issues on which a statement takes words back by name.
  private func droppedRows(
    _ statement: Case.Statement, _ facts: StatementFacts, _ filtered: FilteredCase,
    _ drafts: PackageAnswers
  ) -> [Int] {
    if statement.drops.isEmpty { return [] }
    let own = Set(
      [facts.issue].compactMap(\.self)
        + drafts.parts(of: statement, said: facts.said).compactMap(\.about.issue)
        .compactMap { filtered.index.place(of: $0) })
    return statement.drops.compactMap { filtered.index.statement($0) }
      .flatMap { $0.about?.parts ?? [] }.compactMap(\.issue)
      .compactMap { filtered.index.place(of: $0) }.filter { !own.contains($0) }.uniqued
      .compactMap { rowOf[$0] }
  }

  private static func unconcerned(
    _ issue: Case.Issue, _ parties: ArraySlice<Case.Actor.ID>, _ filtered: FilteredCase
  ) -> Set<Int> {
    if issue.parties.isEmpty { return [] }
    let all = Set(parties)
    let asked = issue.consent + issue.options.flatMap(\.takenBy)
    let concerned = Set(
      issue.parties + asked.map { filtered.principal(of: $0, among: all) }
        + filtered.theCase.header.consent)
    return Set(parties.indices.filter { !concerned.contains(parties[$0]) })
  }
}
