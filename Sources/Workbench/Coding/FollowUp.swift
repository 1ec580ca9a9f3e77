internal import CaseModel
internal import CaseStore
internal import Extraction
internal import Foundations

/// An entry that a statement gives reason to make: what it promises as a commitment, what it announces for a
/// later day as a meeting or a milestone.
struct FollowUp: Encodable, Sendable {
  var section: String
  /// What it is called in a button: `a commitment`.
  var words: String
  /// The entry that it becomes a part of, and which; nil where it is an entry of its own.
  var key: String?
  var open: String?

  /// What a statement may be followed by; nothing that rests on it already.
  static func all(_ statement: Case.Statement, _ theCase: Case) -> [FollowUp] {
    let hasCommitment = theCase.commitments.contains {
      $0.evidence.statements.contains(statement.id)
    }
    let hasDay =
      theCase.meetings.contains { $0.evidence.statements.contains(statement.id) }
      || theCase.milestones.contains { $0.evidence.statements.contains(statement.id) }
    var found: [FollowUp] = []
    // What is said of a promise may be a report on how it was kept.
    if case .commitment(let id) = statement.about, statement.act != .commit,
      let promise = theCase.commitments.first(where: { $0.id == id }),
      !promise.status.contains(where: { $0.evidence.statements.contains(statement.id) })
    {
      found.append(
        FollowUp(
          section: "commitments",
          words: "a report on the promise “\(promise.what.shortened(to: 60))”",
          key: id.raw, open: "status"))
    }
    if statement.act == .commit, !hasCommitment {
      found.append(FollowUp(section: "commitments", words: "a commitment"))
    }
    if !hasDay, isAnnouncement(statement), announced(statement, theCase) != nil {
      if speaksOfMeeting(statement) {
        found.append(FollowUp(section: "meetings", words: "a meeting"))
      }
      found.append(FollowUp(section: "milestones", words: "a milestone"))
    }
    return found
  }

  /// Whether the words say that something will be; a day within a demand or an answer is a part of it.
  private static func isAnnouncement(_ statement: Case.Statement) -> Bool {
    if case .issue(_, .value) = statement.about { return false }
    return [.state, .commit, .accept].contains(statement.act)
  }

  private static func speaksOfMeeting(_ statement: Case.Statement) -> Bool {
    if case .meeting = statement.about { return true }
    let words = statement.quote.spans.compactMap(\.exact).joined(separator: " ").lowercased()
    return ["meet", "talks", "round", "session", "summit", "conference", "negotiat"].contains {
      words.contains($0)
    }
  }

  /// The first day later than the document that the statement or its words name.
  static func announced(_ statement: Case.Statement, _ theCase: Case) -> Dating? {
    if let due = statement.due { return due }
    guard let source = theCase.sources.first(where: { $0.id == statement.source }),
      let published = source.published
    else { return nil }
    let words = statement.quote.spans.compactMap(\.exact).joined(separator: " ")
    return DateReader.mentions(in: SpanText(words), DateContext(published: published))
      .compactMap(\.dating).first { $0.value.earliest > published.latest }
  }

  /// The entry's beginning, as far as the statement says it; nil for a section that none is made of.
  static func entry(
    _ section: Case.Section, from statement: Case.Statement, _ theCase: Case
  ) -> Node? {
    let day = announced(statement, theCase)
    switch section {
    case .commitments:
      let parties = Set(theCase.header.parties)
      let index = CaseIndex(theCase)
      let date = index.said(statement)
      let voices = statement.speaker.flatMap { index.spokenFor(by: $0, on: date) }
      let debtors = voices.filter { parties.contains($0) }
      var commitment = Case.Commitment()
      commitment.what = PromisedWords.of(statement, index)
      commitment.debtors = debtors.isEmpty ? statement.speaker : debtors
      commitment.creditors = statement.to
      commitment.due = day?.value
      commitment.about = statement.about
      commitment.evidence.statements = [statement.id]
      return commitment.node()
    case .meetings:
      var meeting = Case.Meeting()
      meeting.title = statement.gist
      (meeting.status, meeting.planned) = (.planned, day)
      meeting.evidence.statements = [statement.id]
      return meeting.node()
    case .milestones:
      var milestone = Case.Milestone()
      milestone.title = statement.gist
      // What is to be done by a day is due, and nobody plans it for that day.
      if let due = statement.due {
        (milestone.kind, milestone.due) = (.deadline, due)
      } else {
        milestone.planned = day
      }
      milestone.evidence.statements = [statement.id]
      return milestone.node()
    default: return nil
    }
  }
}
