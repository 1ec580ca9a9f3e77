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
    let scalars = Array(text.unicodeScalars)
    func words(_ range: Range<Int>) -> String {
      var string = ""
      string.unicodeScalars.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
      return string
    }
    for condition in reading.conditions.prefix(2) {
      let awaited = words(condition.awaited)
      if let step = condition.step.map(words), let own = subject(step, passage) {
        found.waiting = own.subject
      }
      guard let step = step(awaited, passage, &found), !isPart(step.subject, of: found.waiting)
      else { continue }
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
    if found.requires.isEmpty { found.waiting = about }
    return found
  }

  private func subject(_ words: String, _ passage: CodingPassage) -> ReadSubject? {
    var part = passage
    part.words = words
    part.sentence = ""
    return reader.read(part, by: ranker, on: dates)
  }

  /// The step that words name: of the case, or a milestone to be entered.
  private func step(_ words: String, _ passage: CodingPassage, _ found: inout Found) -> Step? {
    if let known = subject(words, passage) {
      switch known.subject {
      case .issue(let id, let answer): return .issue(id, answer)
      case .milestone(let id): return .milestone(id)
      case .meeting(let id), .delegation(let id, _): return .meeting(id)
      case .commitment(let id): return .commitment(id)
      case .draft(let id, _): return .draft(id)
      default: break
      }
    }
    let title = Gist.short(words, words: 8)
    guard title.split(separator: " ").count >= 2, let slug = Slug.from(title) else { return nil }
    let id = Case.Milestone.ID(slug.raw)
    found.new.append(.milestone(id, title: title))
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
