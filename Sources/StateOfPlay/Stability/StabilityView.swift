public import CaseModel

/// Which outcomes of a conflict would hold once reached, if the analyst's model of it is right.
public struct StabilityView: Sendable, Hashable, Codable {
  public var conflict: Case.Conflict.ID
  public var title: String
  public var description: String?
  /// Whose model it is.
  public var by: Who?
  public var stateCount: Int
  public var options: [OptionLine]
  public var decisionMakers: [MakerLine]
  /// The short names of the concepts, the least foresight first.
  public var concepts: [String]
  public var counts: [Count]
  /// The pattern of the status quo.
  public var statusQuo: String?
  public var states: [StateLine]
  /// Whether `states` are all there are; else equilibria, the status quo and those asked about.
  public var isComplete: Bool
  /// Every possible move, in models small enough to draw.
  public var moves: [Move] = []
  public var reasons: [Reason] = []
  public var wanted: Wanted?
  public var whatIf: WhatIf?
  public var robustness: RobustnessTable?
  public var coalitions: Coalitions?
  /// Statements it rests on that the lens leaves out, or that were said only later.
  public var leftOut: [Case.Statement.ID] = []
  public var rule: String

  public struct OptionLine: Sendable, Hashable, Codable {
    public var id: String
    public var title: String
    public var owners: [String]
    public var direction: Case.Conflict.Option.Direction
    public var statements: [Case.Statement.ID]
    public var basis: Who?
  }

  public struct MakerLine: Sendable, Hashable, Codable {
    public var id: String
    public var name: String
    /// Empty where nothing is known of what it wants.
    public var wishes: [Wish]
  }

  public struct Wish: Sendable, Hashable, Codable {
    public var text: String
    public var uncertain: Bool
    public var statements: [Case.Statement.ID]
    public var basis: Who?
  }

  /// How many equilibria a concept has.
  public struct Count: Sendable, Hashable, Codable {
    public var concept: String
    public var equilibria: Int
  }

  public struct StateLine: Sendable, Hashable, Codable {
    public var pattern: String
    /// What each decision maker does in it.
    public var words: String
    public var isStatusQuo: Bool
    /// The concepts under which it is stable for all.
    public var equilibrium: [String]
    public var stable: [StableFor]
    /// A shortest way from the status quo; nil where none leads there.
    public var path: [Move]?
    /// The same with moves that each mover likes.
    public var improvingPath: [Move]?
  }

  /// The concepts under which one decision maker would not leave a state.
  public struct StableFor: Sendable, Hashable, Codable {
    public var decisionMaker: String
    public var concepts: [String]
  }

  public struct Move: Sendable, Hashable, Codable {
    public var mover: String
    public var from: String
    public var to: String
    /// "Russia takes up “x”"
    public var words: String
    /// Whether the mover likes it.
    public var isImprovement: Bool
  }

  /// Why one decision maker would stay or leave.
  public struct Reason: Sendable, Hashable, Codable {
    public var state: String
    public var decisionMaker: String
    public var name: String
    public var concept: String
    public var isStable: Bool
    public var sentences: [String]
    /// Sentences beyond those given.
    public var more: Int
  }

  /// What would have to be true for a state to hold.
  public struct Wanted: Sendable, Hashable, Codable {
    public var state: String
    public var words: String
    public var concept: String
    public var lines: [Line]

    public struct Line: Sendable, Hashable, Codable {
      public var decisionMaker: String
      public var name: String
      public var isMet: Bool
      /// Each alone would do.
      public var ways: [String]
    }
  }

  /// What a change of the model does to its equilibria.
  public struct WhatIf: Sendable, Hashable, Codable {
    public var changes: [String]
    public var gained: [Line]
    public var lost: [Line]

    public struct Line: Sendable, Hashable, Codable {
      public var state: String
      public var words: String
      public var concepts: [String]
    }
  }

  /// In what share of drawn preferences each state is an equilibrium.
  public struct RobustnessTable: Sendable, Hashable, Codable {
    public var samples: Int
    public var seed: UInt64
    /// What was varied, in words.
    public var varied: [String]
    public var lines: [Line]

    public struct Line: Sendable, Hashable, Codable {
      public var state: String
      public var words: String
      public var shares: [Share]
    }

    public struct Share: Sendable, Hashable, Codable {
      public var concept: String
      public var count: Int
      /// The 95 % interval from sampling alone.
      public var low: Double
      public var high: Double
    }
  }

  /// Which coalitions would leave an equilibrium together.
  public struct Coalitions: Sendable, Hashable, Codable {
    public var concept: String
    public var proof: [String]
    public var upsets: [Upset]

    public struct Upset: Sendable, Hashable, Codable {
      public var members: [String]
      public var names: [String]
      public var state: String
      public var targets: [String]
    }
  }
}

/// What to ask of a conflict beside its equilibria.
public struct StabilityQuestions: Sendable, Hashable {
  /// States to show and explain.
  public var states: [String] = []
  public var why = false
  public var want: String?
  /// Changes of the model: `MAKER: FORMULA`, `MAKER: without N` or `never FORMULA`.
  public var whatIf: [String] = []
  /// How many preferences to draw within what is uncertain.
  public var samples: Int?
  public var seed: UInt64 = 1
  public var coalitions = false

  public init() {}
}
