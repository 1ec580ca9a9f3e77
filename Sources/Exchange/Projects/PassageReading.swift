internal import CaseModel

/// What a passage was coded with, by what it means.
struct PassageReading {
  var speakers: [Case.Actor.ID] = []
  var to: [Case.Actor.ID] = []
  var via: [Case.Actor.ID] = []
  private(set) var subjects: [Part] = []
  private(set) var act: Case.Statement.Act?
  private(set) var stance: Case.Statement.Stance?
  var date: EDTFDate?
  var credibility: Credibility?
  var gist: String?
  var notes: [String] = []
  var id: String?
  /// An issue without a family or stage got one by it.
  var hasClassified = false
  /// An answer that cannot be read as one of its issue's.
  private(set) var hasUnread = false
  /// Stances and acts beside the first.
  private(set) var otherStances: [Case.Statement.Stance] = []
  private(set) var otherActs: [Case.Statement.Act] = []

  /// An issue with the answers it was coded with.
  struct Part {
    let issue: Case.Issue.ID
    var options: [Slug] = []
    var value: AnswerValue?
    var isAny = false

    var subject: Subject {
      if let value { return .issue(issue, .value(value)) }
      if isAny { return .issue(issue, .any) }
      return .issue(issue, options.isEmpty ? .none : .options(options))
    }
  }

  /// Of several the first counts, and the others are named.
  mutating func take(_ other: Case.Statement.Act) {
    if let act, act != other { return otherActs.append(other) }
    act = other
  }

  mutating func take(_ other: Case.Statement.Stance) {
    if let stance, stance != other { return otherStances.append(other) }
    stance = other
  }

  mutating func dropStance() { stance = nil }

  mutating func add(_ issue: Case.Issue.ID, _ answer: EntryBook.Answered?) {
    let place = subjects.firstIndex { $0.issue == issue } ?? subjects.count
    if place == subjects.count { subjects.append(Part(issue: issue)) }
    switch answer {
    case .option(let option)?:
      if !subjects[place].options.contains(option) { subjects[place].options.append(option) }
    case .value(let value)?: subjects[place].value = value
    case .any?: subjects[place].isAny = true
    case .unread?: hasUnread = true
    case nil: break
    }
  }
}

extension EntryBook {
  /// What a name of an answer stands for.
  enum Answered: Hashable {
    case option(Slug)
    case value(AnswerValue)
    case any
    /// Of an issue of the case whose answers are numbers, dates or sets, it is none.
    case unread
  }
}
