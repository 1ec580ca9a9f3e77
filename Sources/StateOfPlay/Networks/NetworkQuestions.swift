public import CaseModel
public import Networks

/// What to compute of the networks of a case.
public struct NetworkQuestions: Sendable, Hashable, Codable {
  /// Which of two networks is shown first: actors by actors, or actors by answers.
  public var mode = Mode.actors
  /// Who counts as the actor of a statement.
  public var actors = ActorRole.principals
  /// What the weights of ties between actors are divided by.
  public var normalisation = Normalisation.none
  /// What the weights of actors' ties to answers are divided by.
  public var share = TwoModeNetwork.Normalisation.none
  /// Which repetitions are left out.
  public var duplicates = DuplicateRule.document
  /// The first date of the window; nil for the beginning.
  public var from: EDTFDate?
  /// The last date of the window; nil for the lens's as-of, which ends it in any case.
  public var until: EDTFDate?
  /// How much a statement counts by its distance from ``centre``; nil for a window with sharp ends.
  public var kernel: Kernel?
  /// The middle of the kernel; nil for the last day on which something was said.
  public var centre: EDTFDate?
  /// The width of the kernel, in days.
  public var width = 365
  /// The moving windows that are compared in a series; nil for none.
  public var windows: CalendarUnit?
  /// Whether the answers are put in the order in which the network rests on them.
  public var backbone = false
  /// The periods that are compared for changes of the whole network; nil for what suits the span.
  public var period: CalendarUnit?
  /// Where Discourse Network Analyzer computes something else than is published, what is computed as
  /// it does; nil for none.
  public var departures: [Departure]?
  /// Actors with fewer statements are left out.
  public var least = 1
  /// How many random networks the polarisation is compared with; nil for what the size allows.
  public var draws: Int?
  /// The seed of the draws; the same seed gives the same draws.
  public var seed: UInt64 = 1

  /// The networks of everything, by those who speak or are spoken for, each repeated position of a
  /// document counted once.
  public init() {}

  /// The departures of those names, separated by commas, or all of them by `dna`; nil where a name is
  /// none.
  public static func departures(named names: String) -> [Departure]? {
    if names == "dna" { return Departure.allCases }
    let given = names.split(separator: ",").map { Departure(rawValue: String($0)) }
    guard !given.isEmpty, !given.contains(nil) else { return nil }
    return Departure.allCases.filter { given.contains($0) }
  }

  /// What is joined with what.
  public enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
    /// Actors, by the answers on which both speak.
    case actors
    /// Actors and the answers they speak of.
    case answers
  }

  /// Whose statement a statement counts as.
  public enum ActorRole: String, Sendable, Hashable, Codable, CaseIterable {
    /// Those for whom the speakers speak, or the speakers where they speak for no one else.
    case principals
    /// The speakers.
    case speakers
    /// Those who reported it first, or the publisher where no one is named between.
    case reporters
    /// The publishers, or the authors where there is none.
    case publishers

    /// The role in English.
    public var words: String {
      switch self {
      case .principals: "those spoken for"
      case .speakers: "speakers"
      case .reporters: "reporters"
      case .publishers: "publishers"
      }
    }
  }
}
