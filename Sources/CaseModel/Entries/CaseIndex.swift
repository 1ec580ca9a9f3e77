/// Finds the entries of a case by id, and who speaks for whom.
///
/// Of entries with the same id the first is found. Immutable once it is made; a class, as nearly
/// everything that reads a case holds one.
/// - Complexity: O(entries) to make; a look-up is O(1).
public final class CaseIndex: Sendable {
  /// The case.
  public let theCase: Case
  /// By the section's place among all sections; of the statements, see below.
  private let positions: [[String: Int]]
  /// Numbered when they are first asked for: they are many, and most views need none by its id.
  private let statementPositions: StatementPositions
  /// Whose position an actor's words express, one step away, of those who speak for someone.
  private let links: [Case.Actor.ID: [Link]]
  /// Of each actor whose voices are the same on every day, those voices: asked for with every
  /// statement, and of most.
  private let always: [Case.Actor.ID: [Case.Actor.ID]]
  // Called on the thread that holds this index alone; see `init(_:noting:)`.
  nonisolated(unsafe) private let note: ((_ statement: String) -> Void)?

  /// A `speaksFor` in days alone, as it is asked for with every statement.
  private struct Link {
    let actor: Case.Actor.ID
    let from: CivilDay
    let to: CivilDay
    /// The one spoken for speaks for someone in turn.
    let continues: Bool

    var isAlways: Bool { from == EDTFDate.openStart && to == EDTFDate.openEnd }

    func holds(on date: EDTFDate?) -> Bool {
      date.map { from <= $0.latest && $0.earliest <= to } ?? true
    }
  }

  /// Indexes every section by id; the first entry of an id counts.
  public init(_ theCase: Case) {
    self.theCase = theCase
    var collector = PositionCollector(theCase: theCase)
    Case.forEachSection(&collector)
    positions = collector.positions
    statementPositions = StatementPositions(theCase.statements)
    let speaking = Set(theCase.actors.lazy.filter { !$0.speaksFor.isEmpty }.map(\.id))
    var links: [Case.Actor.ID: [Link]] = [:]
    for actor in theCase.actors where !actor.speaksFor.isEmpty && links[actor.id] == nil {
      links[actor.id] = actor.speaksFor.map { link in
        Link(
          actor: link.actor, from: link.from?.earliest ?? EDTFDate.openStart,
          to: link.to?.latest ?? EDTFDate.openEnd, continues: speaking.contains(link.actor))
      }
    }
    self.links = links
    var always: [Case.Actor.ID: [Case.Actor.ID]] = [:]
    for actor in theCase.actors where always[actor.id] == nil {
      let voices = Self.spokenFor(by: actor.id, on: nil, links)
      if voices.allSatisfy({ links[$0]?.allSatisfy(\.isAlways) ?? true }) {
        always[actor.id] = voices
      }
    }
    self.always = always
    note = nil
  }

  /// The index of a case that differs from that of `before` in statements, remarks and suggestions alone.
  ///
  /// - Parameters:
  ///   - removed: where the statements stood in the case before that are there no more, or not as they
  ///     were.
  ///   - added: where what took their place stands.
  /// - Complexity: O(statements), of which only those two ranges are looked at.
  package init(
    _ theCase: Case, after before: CaseIndex, without removed: Range<Int>, with added: Range<Int>
  ) {
    self.theCase = theCase
    var positions = before.positions
    if theCase.notes != before.theCase.notes {
      positions[Case.Section.notes.position] = theCase.notes.positionsByID
    }
    if theCase.candidates != before.theCase.candidates {
      positions[Case.Section.candidates.position] = theCase.candidates.positionsByID
    }
    self.positions = positions
    statementPositions = StatementPositions(
      theCase.statements, after: before.statementPositions, without: removed, with: added)
    (links, always, note) = (before.links, before.always, nil)
  }

  /// The same index, by which `note` learns of each statement that is looked up by its id.
  ///
  /// For one thread alone.
  package init(_ index: CaseIndex, noting note: @escaping (_ statement: String) -> Void) {
    theCase = index.theCase
    positions = index.positions
    statementPositions = index.statementPositions
    links = index.links
    always = index.always
    self.note = note
  }

  /// Where the entry of that id is in its section; nil where there is none.
  public func position(_ section: Case.Section, _ id: String) -> Int? {
    guard section == .statements else { return positions[section.position][id] }
    note?(id)
    return statementPositions.position(id)
  }

  /// The ids of a section, in the order of the case.
  public func ids(_ section: Case.Section) -> [String] {
    if section == .statements { return statementPositions.ids }
    return positions[section.position]
      .sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  /// The actor of that id.
  public func actor(_ id: Case.Actor.ID) -> Case.Actor? {
    position(.actors, id.raw).map { theCase.actors[$0] }
  }

  /// The issue of that id.
  public func issue(_ id: Case.Issue.ID) -> Case.Issue? {
    position(.issues, id.raw).map { theCase.issues[$0] }
  }

  /// The source of that id.
  public func source(_ id: Case.Source.ID) -> Case.Source? {
    position(.sources, id.raw).map { theCase.sources[$0] }
  }

  /// The meeting of that id.
  public func meeting(_ id: Case.Meeting.ID) -> Case.Meeting? {
    position(.meetings, id.raw).map { theCase.meetings[$0] }
  }

  /// The milestone of that id.
  public func milestone(_ id: Case.Milestone.ID) -> Case.Milestone? {
    position(.milestones, id.raw).map { theCase.milestones[$0] }
  }

  /// The statement of that id.
  public func statement(_ id: Case.Statement.ID) -> Case.Statement? {
    position(.statements, id.raw).map { theCase.statements[$0] }
  }

  /// The commitment of that id.
  public func commitment(_ id: Case.Commitment.ID) -> Case.Commitment? {
    position(.commitments, id.raw).map { theCase.commitments[$0] }
  }

  /// The constraint of that id.
  public func constraint(_ id: Case.Constraint.ID) -> Case.Constraint? {
    position(.constraints, id.raw).map { theCase.constraints[$0] }
  }

  /// The draft of that id.
  public func draft(_ id: Case.Draft.ID) -> Case.Draft? {
    position(.drafts, id.raw).map { theCase.drafts[$0] }
  }

  /// Everyone whose position `speaker`'s words express on `date`: itself first, then those it
  /// speaks for, and those they speak for. Without a date every link holds.
  /// - Complexity: O(links); circles end.
  public func spokenFor(by speaker: Case.Actor.ID, on date: EDTFDate?) -> [Case.Actor.ID] {
    always[speaker] ?? Self.spokenFor(by: speaker, on: date, links)
  }

  /// The same on whatever day, for an actor of the case; nil where it is not the same on all.
  public func alwaysSpokenFor(by speaker: Case.Actor.ID) -> [Case.Actor.ID]? { always[speaker] }

  private static func spokenFor(
    by speaker: Case.Actor.ID, on date: EDTFDate?, _ links: [Case.Actor.ID: [Link]]
  ) -> [Case.Actor.ID] {
    guard let own = links[speaker] else { return [speaker] }
    var found = [speaker]
    var continues = false
    for link in own where link.holds(on: date) && !found.contains(link.actor) {
      found.append(link.actor)
      continues = continues || link.continues
    }
    // Most speak for one who speaks for himself.
    var next = continues ? 1 : found.count
    while next < found.count {
      for link in links[found[next]] ?? []
      where link.holds(on: date) && !found.contains(link.actor) {
        found.append(link.actor)
      }
      next += 1
    }
    return found
  }

  /// Where the source is in its section.
  public func place(of source: Case.Source.ID) -> Int? { position(.sources, source.raw) }

  /// Where the issue is in its section.
  public func place(of issue: Case.Issue.ID) -> Int? { position(.issues, issue.raw) }

  /// When a statement was said or held: its own date, else its occasion's, else its source's. What
  /// was reported on a day was said by then, however open its date is.
  public func said(_ statement: Case.Statement) -> EDTFDate? {
    said(
      date: statement.date?.value, at: statement.at, told: statement.told?.value,
      source: place(of: statement.source))
  }

  /// The same from a statement's own date, its occasion, its report's date and the place of its
  /// source.
  public func said(
    date: EDTFDate?, at: Case.Meeting.ID?, told: EDTFDate?, source: Int?
  ) -> EDTFDate? {
    var said = date
    if said == nil, let at, let meeting = position(.meetings, at.raw) {
      said = theCase.meetings[meeting].day
    }
    let published = source.flatMap { theCase.sources[$0].published }
    guard let said else { return published }
    if said.isDay { return said }
    return (told ?? published).map(said.ending) ?? said
  }

  /// When the last reporter said so: its own `told`, else the source's date.
  public func told(_ statement: Case.Statement) -> EDTFDate? {
    statement.told?.value ?? published(statement.source)
  }

  private func published(_ source: Case.Source.ID) -> EDTFDate? {
    place(of: source).flatMap { theCase.sources[$0].published }
  }
}

private struct PositionCollector: SectionVisitor {
  let theCase: Case
  var positions = [[String: Int]](repeating: [:], count: Case.Section.allCases.count)

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    if section == .statements { return }
    positions[section.position] = theCase[keyPath: path].positionsByID
  }
}

extension Array where Element: SectionEntry {
  /// Of entries with one id the first.
  var positionsByID: [String: Int] {
    var found: [String: Int] = [:]
    found.reserveCapacity(count)
    for position in indices {
      guard let id = self[position].entryID, found[id] == nil else { continue }
      found[id] = position
    }
    return found
  }
}
