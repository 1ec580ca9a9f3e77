internal import CaseModel

/// Makes requirements of the conditions that words set: which step waits, and on what.
struct RequirementProposer {
  let reader: SubjectReader
  let ranker: SubjectRanker
  let dates: DateContext

  struct Found {
    /// What waits, where its own words say.
    var waiting: Subject?
    var requires: [Requirement] = []
    var rules: [String] = []
    var new: [NewEntry] = []
  }

  /// - Parameters:
  ///   - reading: with places in code points of `text`.
  ///   - about: what all the words are about; the step awaited is another.
  func requirements(
    _ reading: ActReading, in text: String, about: Subject?, _ passage: CodingPassage,
    mentions: [(place: Range<Int>, actors: [Case.Actor.ID])]
  ) -> Found {
    var found = Found(waiting: about)
    for condition in reading.conditions.prefix(2) {
      let awaited = text.codePoints(condition.awaited)
      let own = condition.step.map(text.codePoints).flatMap { subject($0, passage) }
      if let own { found.waiting = own.subject }
      // "No peace, no pay rise" needs one word to say what is wanted.
      let least = condition.marker.lowercased() == "no" ? 1 : 2
      guard var step = step(awaited, passage, &found, least) else { continue }
      if isPart(step.subject, of: found.waiting) {
        if own == nil, condition.kind == .before, !condition.isRefused,
          let waiting = condition.step.map(text.codePoints).flatMap({ issue($0, &found) })
        {
          // What the words are about is the step awaited; the one that waits is new.
          found.waiting = waiting
        } else {
          // A condition is not lost because the case has one issue for both steps.
          guard let milestone = milestone(awaited, &found, least) else { continue }
          step = milestone
        }
      }
      var requirement = Requirement(step, condition.kind)
      switch condition.kind {
      case .trigger:
        let party = mentions.first { condition.awaited.overlaps($0.place) && $0.actors.count == 1 }
        requirement.party = party?.actors.first
        requirement.stance = condition.isNegated ? .against : nil
        if requirement.stance != nil, requirement.party == nil { requirement.stance = nil }
        if requirement.stance == nil { requirement.party = nil }
      case .exchange:
        requirement.giver =
          mentions.first { condition.awaited.overlaps($0.place) }?.actors.filter {
            !passage.speaker.contains($0)
          } ?? []
      case .before: break
      }
      found.requires.append(requirement)
      found.rules.append("\(condition.kind.rawValue) by “\(condition.marker)”")
    }
    if found.requires.isEmpty {
      found.waiting = about
    } else if found.waiting == nil, let step = reading.conditions.first(where: { $0.step != nil }) {
      found.waiting = issue(step.step.map(text.codePoints) ?? "", &found)
    }
    return found
  }

  /// The step that waits, as an issue to be entered: what is offered on a condition is not to be recorded as
  /// offered without one.
  private func issue(_ words: String, _ found: inout Found) -> Subject? {
    let text = SpanText(words)
    var start = 0
    for place in text.pieces.indices {
      if Self.willing.contains(text.lower(place)), text.has("to", at: place + 1) {
        start = place + 2
        break
      }
      if Self.modals.contains(text.lower(place)) {
        start = place + 1
        break
      }
    }
    while text.has("no", at: start) || text.has("not", at: start) || text.has("never", at: start)
      || text.has("to", at: start)
      || text.has("agree", "to", at: start)
    {
      start += 1
    }
    var end = text.count
    while end > start, text.pieces[end - 1].kind == .sign || text.has("but", at: end - 1) {
      end -= 1
    }
    guard end > start else { return nil }
    let title = Gist.short(text.words(start..<end))
    guard let slug = Slug.from(title) else { return nil }
    let id = Case.Issue.ID(slug.raw)
    guard !reader.theCase.issues.contains(where: { $0.id == id }) else { return .issue(id, .none) }
    found.new.append(.issue(id, title: title.prefix(1).uppercased() + title.dropFirst()))
    return .issue(id, .none)
  }

  private static let willing: Set<String> = [
    "ready", "willing", "prepared", "offered", "offers", "agree", "agreed", "promised", "pledged",
    "undertook", "happy", "proposed",
  ]
  private static let modals: Set<String> = [
    "would", "will", "could", "might", "may", "can", "shall",
  ]

  private func subject(_ words: String, _ passage: CodingPassage) -> ReadSubject? {
    var part = passage
    part.words = words
    part.sentence = ""
    return reader.read(part, by: ranker, on: dates)
  }

  /// The step that words name: of the case, or a milestone to be entered.
  private func step(
    _ words: String, _ passage: CodingPassage, _ found: inout Found, _ least: Int
  ) -> Step? {
    if let known = subject(words, passage), !known.isLoose {
      switch known.subject {
      case .issue(let id, let answer): return .issue(id, answer)
      case .milestone(let id): return .milestone(id)
      case .meeting(let id), .delegation(let id, _): return .meeting(id)
      case .commitment(let id): return .commitment(id)
      case .draft(let id, _): return .draft(id)
      default: break
      }
    }
    return milestone(words, &found, least)
  }

  private func milestone(_ words: String, _ found: inout Found, _ least: Int) -> Step? {
    let title = Gist.short(words)
    guard title.split(separator: " ").count >= least, let slug = Slug.from(title) else {
      return nil
    }
    let id = Case.Milestone.ID(slug.raw)
    found.new.append(.milestone(id, title: title.prefix(1).uppercased() + title.dropFirst()))
    return .milestone(id)
  }

  private func isPart(_ step: Subject, of waiting: Subject?) -> Bool {
    guard let waiting else { return false }
    if step == waiting { return true }
    guard let issue = step.issue, issue == waiting.issue else { return false }
    if case .issue(_, .options(let a)) = step, case .issue(_, .options(let b)) = waiting {
      return Set(a) == Set(b)
    }
    return true
  }
}
