internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// Where an entry is used: what was said by an actor, on an issue, at a meeting, the newest first; and
/// the other entries that name it.
struct EntryUses {
  private let frame: ViewContext
  private let section: Case.Section
  private let id: String
  /// What an actor says, or what is said on anything else.
  private var said: [Case.Statement] = []
  /// What names an actor that does not speak.
  private var about: [Case.Statement] = []
  private var others: [(section: Case.Section, id: String)] = []
  /// Before the lens and the choice of speakers left any out.
  private var all = 0

  /// So many of each kind are listed.
  static let most = 300

  /// - Parameters:
  ///   - view: whose uses, by the paths of the fields that name it, `statements[s-1].speaker[#1]`.
  ///   - speakers: whose words alone are wanted; all where empty.
  init(_ view: EntryView, speakers: [Case.Actor.ID], _ frame: ViewContext) {
    self.frame = frame
    (section, id) = (view.section, view.id)
    var seen: Set<String> = []
    for path in view.usedBy {
      let parts = path.prefix { $0 != "]" }.split(separator: "[", maxSplits: 1)
      guard parts.count == 2, let section = Case.Section(rawValue: String(parts[0])),
        seen.insert("\(parts[0]) \(parts[1])").inserted
      else { continue }
      let user = String(parts[1])
      guard section == .statements,
        let statement = frame.index.statement(Case.Statement.ID(user))
      else {
        others.append((section, user))
        continue
      }
      all += 1
      guard isWanted(statement, speakers) else { continue }
      if self.section != .actors || statement.speaker.contains(Case.Actor.ID(id)) {
        said.append(statement)
      } else {
        about.append(statement)
      }
    }
    said.sort(by: isNewer)
    about.sort(by: isNewer)
  }

  private func isWanted(_ statement: Case.Statement, _ speakers: [Case.Actor.ID]) -> Bool {
    let lens = frame.lens
    func meets<Value: Hashable>(_ wanted: [Value], _ values: [Value]) -> Bool {
      wanted.isEmpty || values.contains(where: wanted.contains)
    }
    if let asOf = lens.asOf, let said = frame.index.said(statement), said.begins > asOf.ends {
      return false
    }
    return meets(speakers, statement.speaker) && meets(lens.sources, [statement.source])
      && meets(lens.issues, statement.about?.issues ?? [])
      && meets(lens.parties, parties(statement))
  }

  /// Whose position it may be.
  private func parties(_ statement: Case.Statement) -> [Case.Actor.ID] {
    let day = frame.index.said(statement)
    return statement.speaker.flatMap { frame.index.spokenFor(by: $0, on: day) }
  }

  private func isNewer(_ a: Case.Statement, _ b: Case.Statement) -> Bool {
    let (x, y) = (frame.index.said(a)?.latest, frame.index.said(b)?.latest)
    if x == y { return a.id < b.id }
    guard let x else { return false }
    guard let y else { return true }
    return x > y
  }

  var blocks: [Document.Block] {
    var blocks: [Document.Block] = []
    if all > 0 {
      let shown = said.count + about.count
      blocks.append(.heading(section == .actors ? "What was said" : "Statements"))
      if shown < all {
        blocks.append(
          .paragraph(
            Inline("\(shown) of \(all.counted("statement")) shown. ")
              + Inline("Show all speakers", to: .asking([.init("speaker", nil)]))))
      }
      let facets = facets
      if !facets.isEmpty { blocks.append(.items(facets)) }
      if section == .actors {
        if !said.isEmpty {
          blocks += list(said, "By \(frame.index.name(Case.Actor.ID(id))), newest first")
        }
        if !about.isEmpty { blocks += list(about, "By others, newest first") }
      } else {
        blocks += list(said, "Newest first")
      }
    }
    if !others.isEmpty {
      blocks.append(.heading("Used in"))
      blocks.append(.items(others.prefix(Self.most).map { line($0.section, $0.id) }))
      blocks += more(others.count)
    }
    return blocks
  }

  /// By what the list can be narrowed: an actor's words by issue, an issue's by speaker and party.
  private var facets: [Inline] {
    let index = frame.index
    let rows = said + about
    let main = Set(index.theCase.header.parties + index.theCase.issues.flatMap(\.parties))
    func line<Value: Hashable & Comparable & CustomStringConvertible>(
      _ title: String, _ option: String, _ values: (Case.Statement) -> [Value],
      _ words: (Value) -> String
    ) -> Inline? {
      FacetLine(
        title: title,
        values: FacetLine.counts(rows.map(values)).map { value, count in
          (words(value), count, [Link.Asked(option, value.description)])
        }
      ).inline
    }
    let speakers = line("Speaker", "speaker", { $0.speaker.map(\.raw) }) {
      index.name(Case.Actor.ID($0))
    }
    let parties = line(
      "Party", "party", { self.parties($0).filter(main.contains).map(\.raw) }
    ) { index.name(Case.Actor.ID($0)) }
    let issues = line("Issue", "issue", { $0.about?.issues.map(\.raw) ?? [] }) {
      index.issue(Case.Issue.ID($0))?.title ?? $0
    }
    switch section {
    case .actors: return [issues].compactMap(\.self)
    case .issues: return [speakers, parties].compactMap(\.self)
    default: return [speakers, issues].compactMap(\.self)
    }
  }

  private func list(_ statements: [Case.Statement], _ caption: String) -> [Document.Block] {
    let index = frame.index
    var table = Table(
      caption,
      [
        Table.Column("Date", weight: 0), Table.Column("Speaker"),
        Table.Column("What was said", weight: 5),
        Table.Column(section == .issues ? "Reported in" : "Issue", weight: 2),
      ])
    for statement in statements.prefix(Self.most) {
      var words = Inline(statement.gist, to: .statement(statement.id))
      if statement.redLine { words += Inline(" — ") + Inline("red line", .redLine) }
      let last: Inline =
        section == .issues
        ? Inline(
          index.source(statement.source)?.title ?? statement.source.raw,
          to: .document(statement.source, at: statement.id))
        : issues(of: statement)
      table.rows.append([
        [Inline(index.saidWords(statement))], [speakers(of: statement)], [words],
        [last],
      ])
    }
    return [.table(table)] + more(statements.count)
  }

  private func speakers(of statement: Case.Statement) -> Inline {
    joined(statement.speaker.map { Inline(frame.index.name($0), to: .entry(.actors, $0.raw)) })
  }

  private func issues(of statement: Case.Statement) -> Inline {
    let issues = statement.about?.issues ?? []
    guard !issues.isEmpty else {
      return Inline(statement.about.map { $0.title(frame.index) } ?? "", .faint)
    }
    return joined(
      issues.map { issue in
        Inline(
          frame.index.issue(issue)?.title ?? issue.raw, to: .entry(.issues, issue.raw))
      })
  }

  private func joined(_ parts: [Inline]) -> Inline {
    var line = Inline("")
    for (place, part) in parts.enumerated() { line += (place > 0 ? Inline(", ") : "") + part }
    return line
  }

  private func line(_ section: Case.Section, _ id: String) -> Inline {
    // An entry without an id is named by its place, and has no page.
    let hasPage = frame.index.position(section, id) != nil
    let title = frame.index.title(section, id)
    return Inline("\(section.word.capitalisedFirst): ", .faint)
      + Inline(
        title, to: hasPage && EntryReference.sections.contains(section) ? .entry(section, id) : nil)
  }

  private func more(_ count: Int) -> [Document.Block] {
    count > Self.most
      ? [.remark(Inline("and \(count - Self.most) more: narrow the list to see them"))] : []
  }
}
