internal import CaseModel
internal import StateOfPlay

/// In what order entries are listed. Ids order nothing: no one knows them by heart.
enum EntryOrder: String, CaseIterable {
  /// What happened or was said by its date, actors and analysts by name, all else as in the case,
  /// where issues have the order of the matrix.
  case usual
  case title
  /// As they were entered.
  case entered

  var words: String {
    switch self {
    case .usual: "by date or name"
    case .title: "by title"
    case .entered: "in the order of the case"
    }
  }

  func ids(_ section: Case.Section, _ index: CaseIndex) -> [String] {
    let entered =
      section == .statements ? index.theCase.statements.map(\.id.raw) : index.ids(section)
    switch self {
    case .entered: return entered
    case .title: return Self.byTitle(entered, section, index)
    case .usual:
      switch section {
      case .statements: return Self.byDate(index.theCase.statements, index).map(\.id.raw)
      case .actors, .analysts: return Self.byTitle(entered, section, index)
      case .sources, .meetings, .milestones, .commitments, .drafts:
        return Self.sorted(entered) { id in (Self.placed(Self.date(section, id, index)), "") }
      default: return entered
      }
    }
  }

  /// By the day they were said, then by speaker; the undated last.
  static func byDate(_ statements: [Case.Statement], _ index: CaseIndex) -> [Case.Statement] {
    sorted(statements) { statement in
      (placed(index.said(statement)), index.names(statement.speaker))
    }
  }

  /// When what an entry is about was said, was published or happened; nil where it has no date.
  static func date(_ section: Case.Section, _ id: String, _ index: CaseIndex) -> EDTFDate? {
    let theCase = index.theCase
    if section == .statements {
      return index.statement(Case.Statement.ID(id)).flatMap { index.said($0) }
    }
    guard let place = index.position(section, id) else { return nil }
    return switch section {
    case .sources: theCase.sources[place].published
    case .meetings: theCase.meetings[place].date?.value
    case .milestones: theCase.milestones[place].reached?.date
    case .commitments: theCase.commitments[place].due
    case .drafts: theCase.drafts[place].date
    default: nil
    }
  }

  private static func placed(_ date: EDTFDate?) -> Int64 { date?.placed ?? Int64.max }

  private static func byTitle(
    _ ids: [String], _ section: Case.Section, _ index: CaseIndex
  ) -> [String] {
    sorted(ids) { (0, index.title(section, $0).lowercased()) }
  }

  /// What has the same key stays as it was.
  private static func sorted<Entry>(
    _ entries: [Entry], by key: (Entry) -> (Int64, String)
  ) -> [Entry] {
    entries.enumerated().map { (key: key($0.element), place: $0.offset, entry: $0.element) }
      .sorted { ($0.key.0, $0.key.1, $0.place) < ($1.key.0, $1.key.1, $1.place) }
      .map(\.entry)
  }
}

extension CaseIndex {
  /// What a person knows a statement by: its gist, and who said it when; nil where the case has none.
  func said(_ id: Case.Statement.ID) -> (gist: String, origin: String)? {
    statement(id).map { statement in
      (
        statement.gist,
        "\(names(statement.speaker).shortened(to: 60)), \(saidInShort(statement))"
      )
    }
  }
}
