internal import CaseModel

/// Goes through entries and texts and keeps those in which every word occurs.
struct Finder: SectionVisitor {
  let filtered: FilteredCase
  private let byThen: RecordByThen
  let asked: SearchTerms
  let query: String
  let texts: CaseTexts
  let scope: SearchScope?
  private(set) var hits: [SearchView.Hit] = []
  /// How many entries and texts have each of the words.
  private(set) var counts: [Int]
  /// Which words the name of each actor and the title of each issue have, a bit each.
  private var actorWords: [Case.Actor.ID: UInt64] = [:]
  private var issueWords: [Case.Issue.ID: UInt64] = [:]
  private let parties: Set<Case.Actor.ID>

  init(
    filtered: FilteredCase, asked: SearchTerms, query: String, texts: CaseTexts, scope: SearchScope?
  ) {
    self.filtered = filtered
    byThen = RecordByThen(filtered)
    self.asked = asked
    self.query = query
    self.texts = texts
    self.scope = scope
    counts = Array(repeating: 0, count: asked.terms.count)
    let theCase = filtered.theCase
    parties = Set(theCase.header.parties + theCase.issues.flatMap(\.parties))
    for actor in theCase.actors {
      actorWords[actor.id] = actor.aliases.reduce(words(of: actor.name)) { $0 | words(of: $1) }
    }
    for issue in theCase.issues { issueWords[issue.id] = words(of: issue.title) }
  }

  /// What was found, in no order that means anything.
  func found() -> Finder {
    var finder = self
    Case.forEachSection(&finder)
    finder.searchTexts()
    return finder
  }

  /// Statements, texts, then the other kinds in the order of a case's file; of each kind the most
  /// relevant, of these the newest.
  static func isBefore(_ a: SearchView.Hit, _ b: SearchView.Hit) -> Bool {
    let (x, y) = (rank(a.kind), rank(b.kind))
    if x != y { return x < y }
    if a.score != b.score { return a.score > b.score }
    let (s, t) = (a.date?.ends ?? .min, b.date?.ends ?? .min)
    return s == t ? (a.id, a.field) < (b.id, b.field) : s > t
  }

  private static func rank(_ kind: SearchView.Kind) -> Int {
    switch kind {
    case .entry(.statements): 0
    case .text: 1
    case .entry(let section): 2 + (ranks[section] ?? ranks.count)
    }
  }

  private static let ranks = Dictionary(
    uniqueKeysWithValues: zip(Case.Section.allCases, Case.Section.allCases.indices))

  private var all: UInt64 { (1 << UInt64(asked.terms.count)) - 1 }

  private func words(of text: String) -> UInt64 {
    let folded = FoldedText(text)
    return asked.terms.enumerated().reduce(0) { bits, term in
      term.element.places(in: folded).isEmpty ? bits : bits | 1 << UInt64(term.offset)
    }
  }

  private mutating func count(_ bits: UInt64) {
    for place in counts.indices where bits & 1 << UInt64(place) != 0 { counts[place] += 1 }
  }

  // MARK: Entries

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    for (position, entry) in filtered.theCase[keyPath: path].enumerated() {
      if let scope, !scope.holds(section, id: entry.entryID) { continue }
      let statement = entry as? Case.Statement
      if let statement, !filtered.admits(statement) { continue }
      let isAsked = entry.entryID == query
      guard let written = byThen.node(entry, of: section, at: position),
        let match = match(in: written, around: statement, isAsked: isAsked)
      else { continue }
      var hit = SearchView.Hit(
        kind: .entry(section), id: entry.entryID ?? "#\(position + 1)", field: match.field,
        offset: nil,
        excerpt: match.excerpt, passages: 1, date: nil, speakers: [], parties: [], issues: [],
        source: nil, statements: [], score: match.score)
      describe(&hit, entry, statement)
      hits.append(hit)
    }
  }

  private struct Match {
    var field: String
    var excerpt: [String]
    var score: Int
  }

  /// The field of an entry that has the most of the words, where the entry has all of them: by
  /// itself, or by the names of those who speak and of the issue.
  private mutating func match(
    in node: Node, around statement: Case.Statement?, isAsked: Bool
  ) -> Match? {
    var context: UInt64 = 0
    if let statement {
      for speaker in statement.speaker { context |= actorWords[speaker] ?? 0 }
      for issue in statement.about?.issues ?? [] { context |= issueWords[issue] ?? 0 }
    }
    var best: (field: String, text: String, places: [[Range<Int>]], bits: UInt64)?
    var own: UInt64 = 0
    var score = 0
    for (field, text) in node.searchableTexts where field != "id" {
      let folded = FoldedText(text)
      let places = asked.terms.map { $0.places(in: folded) }
      var bits: UInt64 = 0
      for (place, found) in places.enumerated() where !found.isEmpty {
        bits |= 1 << UInt64(place)
        if own & 1 << UInt64(place) == 0 { score += Self.weight(of: field) }
      }
      own |= bits
      if bits.nonzeroBitCount > best?.bits.nonzeroBitCount ?? -1 {
        best = (field, text, places, bits)
      }
    }
    count(own | context)
    guard let best, own | context == all || isAsked else { return nil }
    score += (context & ~own).nonzeroBitCount
    if isAsked { score += 100 }
    let passage = Passage(best.places, in: best.text, within: .max)
    if best.bits == all, let passage, passage.isTight { score += 3 }
    // Of two that have the words, the shorter says less beside them.
    score += max(0, 3 - best.text.utf8.count / 80)
    return Match(
      field: best.field,
      excerpt: passage.map { $0.excerpt(of: best.text) } ?? [best.text.shortened(to: 200)],
      score: score)
  }

  private static func weight(of field: String) -> Int {
    switch field {
    case "gist", "title", "name": 4
    case "aliases": 2
    default: 3
    }
  }

  /// By what the result can be chosen.
  private func describe(
    _ hit: inout SearchView.Hit, _ entry: some SectionEntry, _ statement: Case.Statement?
  ) {
    if let statement {
      hit.date = filtered.index.said(statement)
      hit.speakers = statement.speaker
      hit.parties = parties(of: [statement])
      hit.issues = statement.about?.issues ?? []
      hit.source = statement.source
    } else if let source = entry as? Case.Source {
      hit.date = source.published
      hit.source = source.id
    } else if let meeting = entry as? Case.Meeting {
      let isAhead = filtered.timeClass(meeting.date?.value) == .out
      hit.date = isAhead ? meeting.planned?.value : meeting.day
    } else if let issue = entry as? Case.Issue {
      hit.issues = [issue.id]
    }
  }

  private func parties(of statements: [Case.Statement]) -> [Case.Actor.ID] {
    var found: [Case.Actor.ID] = []
    for statement in statements {
      let day = filtered.index.said(statement)
      for speaker in statement.speaker {
        for party in filtered.index.spokenFor(by: speaker, on: day)
        where parties.contains(party) && !found.contains(party) {
          found.append(party)
        }
      }
    }
    return found
  }

  // MARK: Texts

  private func shownStatements() -> [Case.Source.ID: [Case.Statement]] {
    let shown = filtered.theCase.statements.enumerated().filter { place, statement in
      filtered.admits(statement) && filtered.hadSaid(at: place)
    }
    return Dictionary(grouping: shown.map(\.element), by: \.source)
  }

  /// Words within so many code points stand together.
  private static let passageLength = 400

  private mutating func searchTexts() {
    let lens = filtered.lens
    var bySource: [Case.Source.ID: [Case.Statement]]?
    // Of words in a later text nothing shows which had been said by then, but for those that are coded.
    for source in filtered.theCase.sources
    where lens.sources.isEmpty || lens.sources.contains(source.id) {
      if filtered.timeClass(source.published) == .out { continue }
      guard let text = texts[source.id].text,
        scope.map({ $0.files.contains(source.text.file ?? "") }) ?? true
      else { continue }
      let string = String(decoding: text.bytes, as: UTF8.self)
      let folded = FoldedText(string)
      let places = asked.terms.map { $0.places(in: folded) }
      count(
        places.enumerated().reduce(0) { $1.element.isEmpty ? $0 : $0 | 1 << UInt64($1.offset) })
      guard places.allSatisfy({ !$0.isEmpty }),
        let passage = Passage(places, in: string, within: Self.passageLength)
      else { continue }
      let known = bySource ?? shownStatements()
      bySource = known
      let coded = known[source.id, default: []].filter { statement in
        statement.quote.spans.contains {
          $0.start < passage.end && passage.start < $0.end
        }
      }
      var hit = SearchView.Hit(
        kind: .text, id: source.id.raw, field: "text", offset: passage.start,
        excerpt: passage.excerpt(of: string), passages: passage.count, date: source.published,
        speakers: [], parties: parties(of: coded), issues: [], source: source.id,
        statements: coded.map(\.id), score: min(passage.count, 9) + (passage.isTight ? 10 : 0))
      for statement in coded {
        hit.speakers += statement.speaker.filter { !hit.speakers.contains($0) }
        hit.issues += (statement.about?.issues ?? []).filter { !hit.issues.contains($0) }
      }
      hits.append(hit)
    }
  }
}
