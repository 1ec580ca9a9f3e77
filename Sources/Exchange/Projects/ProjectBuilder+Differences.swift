internal import CaseModel

/// A statement that the case has already: what the file says otherwise is named, and taken over where
/// the file is preferred.
extension ProjectBuilder {
  /// - Returns: whether something of the file was taken over.
  mutating func settle(
    _ place: Int, _ other: Case.Statement, _ reading: PassageReading
  ) -> Bool {
    let own = statements[place]
    var words: [String] = []
    var changed = own
    func note(_ what: String, _ mine: String, _ theirs: String) {
      words.append("\(what) \(mine) in the case, \(theirs) in the file")
    }
    let isPart = project.splitsStatements
    if !other.speaker.isEmpty, Set(own.speaker) != Set(other.speaker),
      !(isPart && Set(other.speaker).isSubset(of: own.speaker))
    {
      note("speaker", names(own.speaker), names(other.speaker))
      changed.speaker = other.speaker
    }
    if let act = reading.act, act != own.act {
      note("act", own.act.rawValue, act.rawValue)
      changed.act = act
    }
    if let stance = reading.stance, stance != own.stance ?? own.act.plainStance {
      let mine = own.stance ?? own.act.plainStance
      note("stance", mine?.rawValue ?? "none", stance.rawValue)
      changed.stance = stance
    }
    // A date that the case has from the occasion or the source is written out elsewhere.
    if let date = reading.date, date.text != existing?.index.said(own)?.text,
      date != own.date?.value
    {
      note("date", own.date?.value.text ?? "none of its own", date.text)
      changed.date = Dating(date)
    }
    if !reading.to.isEmpty, Set(reading.to) != Set(own.to) {
      note("to", names(own.to), names(reading.to))
      changed.to = reading.to
    }
    if !reading.via.isEmpty, Set(reading.via) != Set(own.via) {
      note("via", names(own.via), names(reading.via))
      changed.via = reading.via
    }
    if let grade = reading.credibility, grade != own.credibility {
      note("credibility", own.credibility.map { "\($0.rawValue)" } ?? "none", "\(grade.rawValue)")
      changed.credibility = grade
    }
    if let gist = reading.gist, Names.plain(gist) != Names.plain(own.gist) {
      words.append("another line in the case than in the file")
      changed.gist = gist
    }
    if let about = other.about, let settled = settled(own.about, about) {
      note("answer", title(own.about, of: about.issue), title(about, of: about.issue))
      changed.about = settled
    }
    guard !words.isEmpty else { return false }
    differ("\(own.id): \(words.joined(separator: "; "))")
    guard preferred == .file else { return false }
    statements[place] = changed
    return true
  }

  private func names(_ actors: [Case.Actor.ID]) -> String {
    actors.isEmpty ? "no one" : actors.map { book.name($0) }.joined(separator: ", ")
  }

  /// What it would be about with the file's answer; nil where the two say the same, or the file
  /// names no answer.
  private func settled(_ own: Subject?, _ other: Subject) -> Subject? {
    guard case .issue(let issue, let answer) = other, !answer.isNone else {
      return own == nil ? other : nil
    }
    let parts = own?.parts ?? []
    guard let place = parts.firstIndex(where: { $0.issue == issue }) else {
      // Tables have the issues of a package in one cell, under a name that none of them has.
      return parts.isEmpty ? other : parts.count > 1 ? nil : .together(parts + [other])
    }
    guard case .issue(_, let mine) = parts[place], !mine.isSame(as: answer),
      !(project.splitsStatements && mine.has(answer))
    else { return nil }
    var changed = parts
    changed[place] = other
    return changed.count == 1 ? other : .together(changed)
  }

  private func title(_ subject: Subject?, of id: Case.Issue.ID?) -> String {
    guard let id, case .issue(_, let answer)? = subject?.parts.first(where: { $0.issue == id })
    else { return "none" }
    let issue = book.issue(id)
    switch answer {
    case .none: return "none"
    case .any: return "any"
    case .value(let value): return value.words
    case .options(let options):
      return options.map { option in
        issue?.options.first { $0.id == option }?.title ?? option.raw
      }.joined(separator: ", ")
    }
  }
}

extension Answer {
  fileprivate var isNone: Bool { self == .none }

  /// Whether the other is some of its options.
  fileprivate func has(_ other: Answer) -> Bool {
    guard case .options(let mine) = self, case .options(let theirs) = other else { return false }
    return Set(theirs).isSubset(of: mine)
  }

  fileprivate func isSame(as other: Answer) -> Bool {
    switch (self, other) {
    case (.options(let mine), .options(let theirs)): Set(mine) == Set(theirs)
    case (.value(let mine), .value(let theirs)): mine.key == theirs.key
    default: self == other
    }
  }
}

extension Case.Statement.Act {
  /// What the act says of the answer it is about, where no stance says it.
  var plainStance: Case.Statement.Stance? {
    switch self {
    case .accept, .propose, .demand, .offer, .commit, .concede, .condition: .for
    case .reject, .deny: .against
    case .takeNote, .silent: .unclear
    case .state, .withdraw, .threaten, .accuse, .ask, .confirm, .assess: nil
    }
  }
}
