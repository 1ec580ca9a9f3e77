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
    lay(filtered.facts.indices, Layout(read, packages, places), noting: looked)
    restsOn = looked.statements
  }

  func place(of party: Case.Actor.ID) -> Int? { places[party] }

  /// The same, recording in `consulted` what is looked up.
  func noting(_ consulted: Consulted, _ filtered: FilteredCase) -> PartyStatementTable {
    var table = self
    table.packages = packages.reading(filtered)
    table.consulted = consulted
    return table
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
