internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// What a lane of the timeline shows of one thing: its marks and what is written beside them.
struct TimelineItem {
  enum Lane: Int, CaseIterable {
    case events, meetings, drafts, acts, commitments, statements

    var title: String {
      switch self {
      case .events: "Events"
      case .meetings: "Meetings"
      case .drafts: "Drafts"
      case .acts: "Legal acts"
      case .commitments: "Commitments"
      case .statements: "Statements"
      }
    }

    var colour: String {
      switch self {
      case .events: "k-event"
      case .meetings: "k-meeting"
      case .drafts: "k-draft"
      case .acts: "k-act"
      case .commitments: "k-pledge"
      case .statements: "k-word"
      }
    }
  }

  struct Mark {
    /// Nil is open.
    var first: Int?
    var last: Int?
    /// Planned, proposed or due: not a thing that has happened.
    var isAhead: Bool

    init(_ date: EDTFDate, isAhead: Bool) {
      first = date.hasOpenStart ? nil : Int(date.earliest.number)
      last = date.hasOpenEnd ? nil : Int(date.latest.number)
      self.isAhead = isAhead
    }

    var isDay: Bool { first != nil && first == last }
  }

  var lane: Lane
  var marks: [Mark]
  var label: String
  /// Shown under the pointer: date, kind, title.
  var title: String
  /// Where its marks lead; nowhere where they are several things.
  var link: Link?

  /// The things of a view in order; a meeting planned for one day and held on another is one thing,
  /// and statements of one date are one.
  static func items(_ view: TimelineView) -> [TimelineItem] {
    var items: [TimelineItem] = []
    var meetings: [String: Int] = [:]
    var statements: [EDTFDate: Int] = [:]
    var counts: [Int: Int] = [:]
    for event in view.events {
      let mark = Mark(event.date, isAhead: event.kind.isAhead)
      let title = "\(event.date.words): \(event.title) (\(event.kind.words))"
      switch event.kind {
      case .meeting, .plannedMeeting:
        if let place = meetings[event.id] {
          items[place].marks.append(mark)
          items[place].title += "; \(title)"
          if event.kind == .meeting { items[place].label = event.title }
          continue
        }
        meetings[event.id] = items.count
      case .statement:
        let place = statements[event.date] ?? items.count
        counts[place, default: 0] += 1
        if place < items.count {
          items[place].label = "\(counts[place] ?? 0)"
          items[place].title =
            "\(event.date.words): \((counts[place] ?? 0).counted("statement"))"
          items[place].link = .asking(
            [.init("from", event.date.text), .init("to", event.date.text)],
            of: TimelineView.declaration.name)
          continue
        }
        statements[event.date] = place
      default: break
      }
      let isStatement = event.kind == .statement
      items.append(
        TimelineItem(
          lane: event.kind.lane, marks: [mark],
          label: isStatement
            ? "1" : event.kind == .plannedMeeting ? "\(event.title) (planned)" : event.title,
          title: isStatement ? "\(event.date.words): 1 statement" : title, link: event.link))
    }
    return items
  }
}

extension TimelineView.Event {
  /// The entry it is.
  fileprivate var link: Link? {
    switch kind {
    case .meeting, .plannedMeeting: .entry(.meetings, id)
    case .milestone, .plannedMilestone: .entry(.milestones, id)
    case .constraint: .entry(.constraints, id)
    case .draft: .entry(.drafts, id)
    case .commitment, .commitmentDue, .commitmentReport: .entry(.commitments, id)
    case .role: .entry(.actors, id)
    case .statement: .entry(.statements, id)
    }
  }
}

extension TimelineView.Event.Kind {
  fileprivate var isAhead: Bool {
    self == .plannedMeeting || self == .plannedMilestone || self == .commitmentDue
  }

  fileprivate var lane: TimelineItem.Lane {
    switch self {
    case .meeting, .plannedMeeting: .meetings
    case .milestone, .plannedMilestone, .role: .events
    case .constraint: .acts
    case .draft: .drafts
    case .commitment, .commitmentDue, .commitmentReport: .commitments
    case .statement: .statements
    }
  }
}
