internal import CaseModel

/// What is said of one text as a whole, by whose answer it is: accepted or signed, or not.
struct TextAssertions {
  /// By actor, each in the order of the case; for those who put the text in doubt for all, nil.
  private(set) var byActor: [Case.Actor.ID: [Assertion]] = [:]
  /// Places of the statements by which the text is said to have been signed.
  private(set) var signing: Set<Int> = []
  /// Places of those that say that someone did not accept or sign it, which refuse nothing.
  private(set) var denying: Set<Int> = []

  private let filtered: FilteredCase
  /// By its first and last second, the number of each time.
  private var times: [[Int64]: Int] = [:]

  /// - Parameter statements: places of those about each text, as ``places(_:)`` gives them.
  init(
    _ draft: Case.Draft, _ statements: [Int], _ filtered: FilteredCase,
    voices: (Case.Actor.ID, EDTFDate?) -> [Case.Actor.ID]
  ) {
    self.filtered = filtered
    for place in statements {
      let statement = filtered.theCase.statements[place]
      let said = filtered.facts[place].said
      let reports = Self.reports(statement)
      guard let isFor = Self.isFor(statement, reports) else { continue }
      if statement.act == .deny { denying.insert(place) }
      for actor in (reports ? statement.of : statement.speaker).flatMap({ voices($0, said) })
        .uniqued
      {
        add(place, isFor, said, of: actor)
      }
    }
    for signature in draft.signed where filtered.holds(signature.date, signature.evidence) {
      for id in signature.evidence.statements {
        guard let place = filtered.index.position(.statements, id.raw),
          filtered.facts[place].time.isEvidence
        else { continue }
        signing.insert(place)
        let said = signature.date ?? filtered.facts[place].said
        for actor in signature.by.flatMap({ voices($0, said) }).uniqued
        where !(byActor[actor] ?? []).contains(where: { $0.position == place }) {
          add(place, true, said, of: actor)
        }
      }
    }
    for actor in byActor.keys { byActor[actor]?.sort { $0.position < $1.position } }
  }

  /// Of each text the places of the statements about it as a whole, and of the answers to those that
  /// put it forward.
  /// - Complexity: O(statements).
  static func places(_ filtered: FilteredCase) -> [Case.Draft.ID: [Int]] {
    if filtered.theCase.drafts.isEmpty { return [:] }
    var found: [Case.Draft.ID: [Int]] = [:]
    filtered.theCase.statements.withUnsafeBufferPointer { statements in
      for place in filtered.places(marked: [.onText, .onWords])
      where filtered.facts[place].time.isEvidence {
        switch statements[place].about {
        case .draft(let id, nil)?: found[id, default: []].append(place)
        case .statement(let id)?:
          guard statements[place].act == .accept || statements[place].act == .reject,
            let other = filtered.index.statement(id), case .draft(let text, nil)? = other.about,
            other.act == .offer || other.act == .propose
          else { continue }
          found[text, default: []].append(place)
        default: continue
        }
      }
    }
    return found
  }

  /// Says of others that they accepted the text, or did not.
  private static func reports(_ statement: Case.Statement) -> Bool {
    guard !statement.of.isEmpty, Set(statement.of).isDisjoint(with: statement.speaker) else {
      return false
    }
    return switch statement.act {
    case .state, .confirm, .assess: statement.stance != nil
    case .deny: true
    default: false
    }
  }

  /// Nil of words that are no answer, as those that say what the text means.
  private static func isFor(_ statement: Case.Statement, _ reports: Bool) -> Bool? {
    if statement.change != nil { return nil }
    switch statement.stance {
    case .for: return true
    case .against: return false
    case .open, .unclear: return nil
    case nil: break
    }
    switch statement.act {
    case .accept, .commit, .concede: return true
    // Refused until something comes first, it is taken with a condition.
    case .reject: return statement.standingRequirements.isEmpty ? false : nil
    case .deny: return false
    default: return nil
    }
  }

  private mutating func add(_ place: Int, _ isFor: Bool, _ said: EDTFDate?, of actor: Case.Actor.ID)
  {
    let statement = filtered.theCase.statements[place]
    let sources = filtered.theCase.sources
    let source = filtered.facts[place].source ?? sources.count
    // One who passes it on is another reporter.
    let via = statement.via + (statement.speaker.contains(actor) ? [] : statement.speaker)
    var reporter = source
    if let last = via.last, let number = filtered.index.position(.actors, last.raw) {
      reporter = (source + 1) * (filtered.theCase.actors.count + 1) + sources.count + number
    }
    let span = said.map { [$0.begins, $0.ends] }
    let time = span.map { span in times[span, default: times.count] } ?? -1
    if let span { times[span] = time }
    byActor[actor, default: []].append(
      Assertion(
        position: place, answer: .option(Self.whole), number: 0, scale: 0, isFor: isFor,
        isDoubted: statement.isDoubted, said: said, at: statement.at, act: statement.act,
        reporter: reporter, time: time, terms: 0))
  }

  /// The one answer there is to a text as a whole.
  static let whole: Slug = "whole"
}
