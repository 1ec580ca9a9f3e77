internal import CaseModel
internal import Foundations

/// What the rules of changes ask of a party's words on an issue, found in one pass.
struct PartyWords {
  /// The end of the earliest of its own words; nil where it said nothing itself.
  private(set) var first: Int64?
  /// By answer, the end of the earliest of its own words that give it, rather than ask for it.
  private(set) var given: [Int: Int64] = [:]
  /// Lower voices by which it accepts something, by their first second.
  private var announcements: [Announcement] = []

  private struct Announcement {
    let member: Int
    let begins: Int64
    let ends: Int64
  }

  /// - Complexity: O(*n* log *n*) in the party's words.
  init(_ party: PartyLedger) {
    party.spoken.withUnsafeBufferPointer { spoken in
      for member in spoken.indices {
        guard spoken[member].time == .counts, !spoken[member].isDoubted,
          let said = spoken[member].said, let base = spoken[member].base
        else { continue }
        switch spoken[member].voice {
        case .own:
          first = min(first ?? .max, said.ends)
          guard base.accepts, Self.gives(spoken[member]) else { continue }
          for answer in spoken[member].answers.all {
            given[answer] = min(given[answer] ?? .max, said.ends)
          }
        case .opponent: break
        default:
          guard base.accepts else { continue }
          announcements.append(.init(member: member, begins: said.begins, ends: said.ends))
        }
      }
    }
    announcements.sort { ($0.begins, $0.member) < ($1.begins, $1.member) }
  }

  private static func gives(_ one: PartyStatement) -> Bool {
    switch one.act {
    case .offer, .concede, .accept, .commit: true
    default: one.isSigned || one.stance == .open
    }
  }

  /// The places among its words of the lower voices between two moments, in their order there.
  /// - Complexity: O(log *n*) and the voices that begin between the two.
  func announcing(after start: Int64, before end: Int64) -> [Int] {
    let from = announcements.partitioningPoint { $0.begins > start }
    return announcements[from...].prefix { $0.begins < end }.filter { $0.ends < end }
      .map(\.member).sorted()
  }
}
