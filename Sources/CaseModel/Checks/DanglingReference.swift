internal import Foundations

/// A reference names an entry that the case does not contain: an unknown actor, source, statement,
/// option, member, meeting, reading, clause or analyst. A candidate that awaits a decision may
/// refer to entries that are still to be made: that is only a note, which names what is missing.
struct DanglingReference: IntegrityRule {
  static let code = "dangling-reference"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    interests:
      - {id: harvest, actor: nrth, title: To save the harvest, basis: ana}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20}, gist: North asks for turns,
         speaker: envoy, act: demand, about: {issue: water, option: by-turns}}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    candidates:
      - statement: {id: s3, source: day-one, quote: {start: 40, end: 60, sha256: \(RuleExample.digest)},
          gist: South asks for meters, speaker: south, act: demand, about: {issue: water, option: metered}}
    notes: [{to: {statement: s3}, text: A candidate to look at}]
    """,
    """
    interests:
      - {id: harvest, actor: north, title: To save the harvest, basis: ana}
    """,
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    let known = KnownIDs(context.index)
    let found = Found()
    var candidates: Set<String> = []
    for candidate in context.theCase.candidates where candidate.status == .waiting {
      candidates.insert(candidate.statement.id.raw)
    }
    context.forEachReference { [candidates] id, target, path in
      // The proposed statement's own id, or a remark on it.
      if target == .entry(.statements), candidates.contains(id) || path.isOwnIDOfCandidate {
        return
      }
      guard var finding = check(id, target, path, known) else { return }
      if path.section == .candidates {
        finding.severity = .note
        finding.hint = "enter it before the candidate is accepted; \(finding.hint ?? "")"
      }
      found.findings.append(finding)
    }
    return found.findings
  }

  /// Collects from inside the walker's closure.
  private final class Found {
    var findings: [Finding] = []
  }

  private static func check(
    _ id: String, _ target: ReferenceTarget, _ path: EntryPath, _ known: KnownIDs
  ) -> Finding? {
    guard let noun = known.noun(where: id, isNo: target) else { return nil }
    return finding(path, "unknown \(noun) `\(id)`", hint: known.hint(id, target))
  }
}

extension EntryPath {
  /// `candidates[#1].statement.id`.
  fileprivate var isOwnIDOfCandidate: Bool {
    section == .candidates && steps.suffix(2) == [.key("statement"), .key("id")]
  }
}

/// What references can point at. Ids within an owner, and the hints for what is not there, are
/// kept, so that a large case with many of either is read through once.
private final class KnownIDs {
  private let index: CaseIndex
  private var owned: [ReferenceTarget: Set<String>] = [:]
  private var sorted: [ReferenceTarget: [String]] = [:]
  private var hints: [Reference: String] = [:]
  /// How many more ids may be compared with a mistaken one; past it the hints are plain.
  private var comparisons = 500_000

  private struct Reference: Hashable {
    let id: String
    let target: ReferenceTarget
  }

  init(_ index: CaseIndex) { self.index = index }

  /// What the id was to be, where it is not known; nil also where its owner is what is unknown.
  func noun(where id: String, isNo target: ReferenceTarget) -> String? {
    switch target {
    case .entry(let section):
      // An entry's own id comes by here as well, and is always known.
      return index.position(section, id) == nil ? section.noun : nil
    case .option: return isUnknown(id, target) ? "option" : nil
    case .member:
      if index.position(.actors, id) != nil { return nil }
      return isUnknown(id, target) ? "member" : nil
    case .reading: return isUnknown(id, target) ? "reading" : nil
    case .clause: return isUnknown(id, target) ? "clause" : nil
    case .who:
      let isKnown =
        id == "analyst" || index.position(.analysts, id) != nil
        || index.position(.actors, id) != nil
      return isKnown ? nil : "analyst"
    case .eventOrDate:
      let isKnown =
        [Case.Section.meetings, .milestones, .drafts].contains { index.position($0, id) != nil }
        || (try? EDTFDate(id)) != nil
      return isKnown ? nil : "meeting, milestone or draft"
    }
  }

  func hint(_ id: String, _ target: ReferenceTarget) -> String {
    let reference = Reference(id: id, target: target)
    if let hint = hints[reference] { return hint }
    let hint = newHint(id, among: ids(target))
    hints[reference] = hint
    return hint
  }

  private func newHint(_ id: String, among known: [String]) -> String {
    if known.isEmpty { return "the case has none yet" }
    if known.count <= comparisons {
      comparisons -= known.count
      if let near = suggestion(for: id, among: known) { return near }
    }
    return "it has \(known.alternatives)"
  }

  private func isUnknown(_ id: String, _ target: ReferenceTarget) -> Bool {
    if let ids = owned[target] { return !ids.contains(id) }
    guard let ids = ownedIDs(target) else { return false }
    owned[target] = Set(ids)
    return !ids.contains(id)
  }

  /// The ids within an owner, nil where there is no such owner.
  private func ownedIDs(_ target: ReferenceTarget) -> [String]? {
    switch target {
    case .option(let issue): index.issue(Case.Issue.ID(issue))?.options.map(\.id.raw)
    case .member(let issue): index.issue(Case.Issue.ID(issue))?.members.map(\.id.raw)
    case .reading(let act): index.constraint(Case.Constraint.ID(act))?.readings.map(\.id.raw)
    case .clause(let draft): index.draft(Case.Draft.ID(draft))?.clauses.map(\.id.raw)
    case .entry, .who, .eventOrDate: nil
    }
  }

  private func ids(_ target: ReferenceTarget) -> [String] {
    if let ids = sorted[target] { return ids }
    let ids =
      switch target {
      case .entry(let section): index.ids(section)
      case .option, .member, .reading, .clause: ownedIDs(target) ?? []
      case .who: index.ids(.analysts) + index.ids(.actors)
      case .eventOrDate: index.ids(.meetings) + index.ids(.milestones) + index.ids(.drafts)
      }
    sorted[target] = ids
    return ids
  }
}
