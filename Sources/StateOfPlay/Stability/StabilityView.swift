public import CaseModel

/// Which outcomes of a conflict would hold once reached, if the analyst's model of it is right.
public struct StabilityView: Sendable, Hashable, Codable {
  public var conflict: Case.Conflict.ID
  public var title: String
  public var description: String?
  /// Whose model it is.
  public var by: Who?
  public var stateCount: Int
  /// Empty in graph form.
  public var options: [OptionLine]
  public var decisionMakers: [MakerLine]
  /// The short names of the concepts, the least foresight first.
  public var concepts: [String]
  /// The one of them by which one is told why.
  public var explained: String
  public var counts: [Count]
  /// Concepts asked for that are not defined for this model.
  public var passedOver: [PassedOver] = []
  /// The pattern or name of the status quo.
  public var statusQuo: String?
  public var states: [StateLine]
  /// Whether `states` are all there are; else equilibria, the status quo and those asked about.
  public var isComplete: Bool
  /// Every possible move, in models small enough to draw.
  public var moves: [Move] = []
  /// Why the status quo would be left, by the concept explained; empty where it holds.
  public var leaversOfStatusQuo: [Reason] = []
  public var reasons: [Reason] = []
  public var wanted: Wanted?
  public var whatIf: WhatIf?
  /// Beside the equilibria wherever something in the preferences is uncertain.
  public var robustness: Robustness?
  public var coalitions: [Coalitions] = []
  /// Statements it rests on that the lens leaves out, or that were said only later.
  public var leftOut: [Case.Statement.ID] = []
  /// What each concept asks, in sentences.
  public var rules: [String]
  /// What a reader of the table must know of this model.
  public var notes: [String] = []

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
    /// In graph form, what it can do.
    public var moves: [Part]
    /// The most important first, or the best states first; empty where nothing is known.
    public var wishes: [Part]
  }

  /// A part of the model in words, and what it rests on.
  public struct Part: Sendable, Hashable, Codable {
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

  public struct PassedOver: Sendable, Hashable, Codable {
    public var concept: String
    public var reason: String
  }

  public struct StateLine: Sendable, Hashable, Codable {
    public var pattern: String
    /// What people call it, where the model says so.
    public var title: String?
    /// What each decision maker does in it.
    public var words: String
    public var isStatusQuo: Bool
    /// The concepts under which it is stable for all.
    public var equilibrium: [String]
    /// Those under which it is strongly stable for all; empty without strength of preference.
    public var strongly: [String]
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
    /// "Russia would accept the ceasefire", within a sentence.
    public var words: String
    /// Whether the mover would make it for where it leads, by what it prefers or, where that is
    /// unknown, may prefer.
    public var isImprovement: Bool
    /// How the mover likes where it leads, compared with where it starts.
    public var liking: Liking
  }

  /// How a decision maker likes one state compared with another.
  public enum Liking: String, Sendable, Hashable, Codable {
    case better, equal, worse, unknown
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
    /// The preferences it turns on: what the mover would lose, or gains.
    public var wishes: [Part]
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
  public struct Robustness: Sendable, Hashable, Codable {
    public var samples: Int
    public var seed: UInt64
    /// What was varied, in words.
    public var varied: [String]
    /// The most frequent first.
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

  /// Which coalitions would leave an equilibrium together, by one concept.
  public struct Coalitions: Sendable, Hashable, Codable {
    public var concept: String
    /// The equilibria that no coalition would leave.
    public var proof: [String]
    public var upsets: [Upset]

    public struct Upset: Sendable, Hashable, Codable {
      public var members: [String]
      public var names: [String]
      public var state: String
      public var targets: [String]
      /// How it would go, in a sentence.
      public var sentence: String
    }
  }
}

extension StabilityView {
  /// The share of drawn preferences in which a state holds by a concept; nil where none were drawn
  /// or the state is not among those whose shares are kept.
  public func share(of state: String, _ concept: String) -> Double? {
    guard let robustness, let line = robustness.lines.first(where: { $0.state == state }),
      let share = line.shares.first(where: { $0.concept == concept })
    else { return nil }
    return Double(share.count) / Double(max(1, robustness.samples))
  }
}
