/// Why states hold or not, what changes of the model would do, and how sure each result is.
extension StabilityView {
  /// Why one decision maker would stay in a state or leave it.
  public struct Reason: Sendable, Hashable, Codable {
    /// The state.
    public var state: String
    /// The decision maker's id.
    public var decisionMaker: String
    /// The decision maker's name.
    public var name: String
    /// The concept's short name.
    public var concept: String
    /// Whether it would stay.
    public var isStable: Bool
    /// The reasons, at most four moves in detail.
    public var sentences: [String]
    /// The number of moves not explained.
    public var more: Int
    /// The preferences on which it turns.
    public var wishes: [Part]
    /// The first move for which it would leave, to follow its name; nil for none. It is left out of the
    /// data, in which ``sentences`` begins with it.
    package var leaving: String?

    private enum CodingKeys: String, CodingKey {
      case state, decisionMaker, name, concept, isStable, sentences, more, wishes
    }
  }

  /// What would have to be true for a state to be an equilibrium.
  public struct Wanted: Sendable, Hashable, Codable {
    /// The state.
    public var state: String
    /// Its title, or what each decision maker does in it.
    public var words: String
    /// The short name of the concept used.
    public var concept: String
    /// What is required of each decision maker.
    public var lines: [Line]

    /// What is required of one decision maker.
    public struct Line: Sendable, Hashable, Codable {
      /// The decision maker's id.
      public var decisionMaker: String
      /// The decision maker's name.
      public var name: String
      /// Whether the state is stable for it as things are.
      public var isMet: Bool
      /// Changes of its preferences, each sufficient, to follow "would leave, unless"; empty if
      /// ``isMet``.
      public var ways: [String]
    }
  }

  /// What changes of the model do to its equilibria.
  public struct WhatIf: Sendable, Hashable, Codable {
    /// The changes, in words.
    public var changes: [String]
    /// The states that become equilibria; at most 20.
    public var gained: [Line]
    /// The states that cease to be equilibria; at most 20.
    public var lost: [Line]

    /// A state, and the concepts under which it changes.
    public struct Line: Sendable, Hashable, Codable {
      /// The state.
      public var state: String
      /// Its title, or what each decision maker does in it.
      public var words: String
      /// The concepts' short names.
      public var concepts: [String]
    }
  }

  /// In how many of the preferences drawn each state is an equilibrium.
  public struct Robustness: Sendable, Hashable, Codable {
    /// The number of draws.
    public var samples: Int
    /// The seed, from which the same draws can be repeated.
    public var seed: UInt64
    /// What was varied, in words, by decision maker.
    public var varied: [String]
    /// The states, most frequent first by the concept explained, then those frequent by others
    /// only.
    public var lines: [Line]

    /// One state's shares.
    public struct Line: Sendable, Hashable, Codable {
      /// The state.
      public var state: String
      /// Its title, or what each decision maker does in it.
      public var words: String
      /// Its share under each concept.
      public var shares: [Share]
    }

    /// A number of draws, with a confidence interval for the share.
    public struct Share: Sendable, Hashable, Codable {
      /// The concept's short name.
      public var concept: String
      /// The draws in which the state is an equilibrium, out of ``Robustness/samples``.
      public var count: Int
      /// The lower end of the 95 % interval from sampling alone, 0 to 1 (Wilson 1927).
      public var low: Double
      /// The upper end of that interval.
      public var high: Double
    }
  }

  /// The coalitions that would leave an equilibrium together, under one concept (Kilgour, Hipel,
  /// Fang and Peng 2001; Inohara and Hipel 2008).
  public struct Coalitions: Sendable, Hashable, Codable {
    /// The concept's short name, preceded by C: `CSEQ`.
    public var concept: String
    /// The equilibria that no coalition would leave.
    public var proof: [String]
    /// The coalitions that would leave one, by state.
    public var upsets: [Upset]

    /// A coalition that would leave an equilibrium.
    public struct Upset: Sendable, Hashable, Codable {
      /// The ids of its members.
      public var members: [String]
      /// The names of its members.
      public var names: [String]
      /// The equilibrium they would leave.
      public var state: String
      /// The states they would leave it for, all of which every member prefers and no reply deters.
      public var targets: [String]
      /// How they would leave it for the first of ``targets``, as one sentence.
      public var sentence: String
    }
  }
}
