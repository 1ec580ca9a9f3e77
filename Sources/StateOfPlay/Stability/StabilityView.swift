public import CaseModel

/// Which outcomes of a conflict would hold once reached, if the analyst's model of it is right.
///
/// States are named by their pattern of options, `Y` taken, `N` not taken and `-` either, or in
/// graph form by their names.
public struct StabilityView: Sendable, Hashable, Codable {
  /// The conflict.
  public var conflict: Case.Conflict.ID
  /// Its title.
  public var title: String
  /// What is modelled, and whose hypothesis it is; nil if not stated.
  public var description: String?
  /// The analyst whose model it is; nil if not recorded.
  public var by: Who?
  /// The number of feasible states.
  public var stateCount: Int
  /// The options, in the order of the patterns; empty in graph form.
  public var options: [OptionLine]
  /// The decision makers, in the order of the model.
  public var decisionMakers: [MakerLine]
  /// The short names of the stability concepts, least foresight first.
  public var concepts: [String]
  /// The short name of the concept by which the reasons are given.
  public var explained: String
  /// The number of equilibria, by concept.
  public var counts: [Count]
  /// The concepts asked for that are not defined for this model.
  public var passedOver: [PassedOver] = []
  /// The status quo; nil if the model names none.
  public var statusQuo: String?
  /// The states listed, in order.
  public var states: [StateLine]
  /// Whether ``states`` lists every state; if false, equilibria, the status quo and the states
  /// asked about.
  public var isComplete: Bool
  /// Every possible move; empty in models of more than 64 states.
  public var moves: [Move] = []
  /// Why decision makers would leave the status quo under ``explained``; empty if none would.
  public var leaversOfStatusQuo: [Reason] = []
  /// Why decision makers would stay in or leave the states asked about; empty if not asked for.
  public var reasons: [Reason] = []
  /// What would have to be true for a wanted state to hold; nil if not asked for.
  public var wanted: Wanted?
  /// What changes of the model do to its equilibria; nil if not asked for.
  public var whatIf: WhatIf?
  /// How far the equilibria depend on uncertain preferences; nil if nothing was drawn.
  public var robustness: Robustness?
  /// The coalitions that would leave an equilibrium, by concept; empty if not asked for.
  public var coalitions: [Coalitions] = []
  /// Statements that the model cites and that the lens leaves out or that were made after as-of.
  public var leftOut: [Case.Statement.ID] = []
  /// What each concept requires, in English sentences.
  public var rules: [String]
  /// The modeller's remarks, and those on ties and cycles in foresight.
  public var notes: [String] = []

  /// An option of the conflict.
  public struct OptionLine: Sendable, Hashable, Codable {
    /// The option's id, as formulas name it.
    public var id: String
    /// What is done when it is taken, to follow a name: "accept the terms".
    public var title: String
    /// The ids of the decision makers who can each change it.
    public var owners: [String]
    /// Whether it can be taken and left again, or only one of the two.
    public var direction: Case.Conflict.Option.Direction
    /// The statements cited.
    public var statements: [Case.Statement.ID]
    /// The analyst on whose judgement it rests; nil if it rests on statements.
    public var basis: Who?
  }

  /// A decision maker of the conflict.
  public struct MakerLine: Sendable, Hashable, Codable {
    /// The decision maker's id.
    public var id: String
    /// The decision maker's name.
    public var name: String
    /// In graph form, its possible moves; otherwise empty.
    public var moves: [Part]
    /// Its preferences, most important first, or best states first; empty if nothing is known of
    /// them.
    public var wishes: [Part]
  }

  /// A part of the model in words, with what it rests on.
  public struct Part: Sendable, Hashable, Codable {
    /// The part in words.
    public var text: String
    /// Whether the modeller marked it uncertain.
    public var uncertain: Bool
    /// The statements cited.
    public var statements: [Case.Statement.ID]
    /// The analyst on whose judgement it rests; nil if it rests on statements.
    public var basis: Who?
  }

  /// The number of equilibria under one concept.
  public struct Count: Sendable, Hashable, Codable {
    /// The concept's short name.
    public var concept: String
    /// The number of states stable for every decision maker.
    public var equilibria: Int
  }

  /// A concept that is not defined for this model.
  public struct PassedOver: Sendable, Hashable, Codable {
    /// The concept's short name.
    public var concept: String
    /// Why it is not defined.
    public var reason: String
  }

  /// One state, and for whom it is stable.
  public struct StateLine: Sendable, Hashable, Codable {
    /// The state.
    public var pattern: String
    /// Its title; nil if the model gives none.
    public var title: String?
    /// What each decision maker does in it, in words.
    public var words: String
    /// Whether it is the status quo.
    public var isStatusQuo: Bool
    /// The concepts under which it is stable for every decision maker.
    public var equilibrium: [String]
    /// The concepts under which it is strongly stable for every decision maker (Hamouda, Kilgour
    /// and Hipel 2004); empty if no preference has a strength.
    public var strongly: [String]
    /// For each decision maker, the concepts under which the state is stable.
    public var stable: [StableFor]
    /// A shortest sequence of moves from the status quo; nil if there is none, or no status quo.
    public var path: [Move]?
    /// The same, using only moves that their movers prefer.
    public var improvingPath: [Move]?
  }

  /// The concepts under which one decision maker would not leave a state.
  public struct StableFor: Sendable, Hashable, Codable {
    /// The decision maker's id.
    public var decisionMaker: String
    /// The concepts' short names.
    public var concepts: [String]
  }

  /// A move from one state to another by one decision maker.
  public struct Move: Sendable, Hashable, Codable {
    /// The id of the decision maker who moves.
    public var mover: String
    /// The state before.
    public var from: String
    /// The state after.
    public var to: String
    /// The move in words, to stand within a sentence: "Russia would accept the ceasefire".
    public var words: String
    /// Whether it is an improvement for the mover, given how unknown preferences are treated.
    public var isImprovement: Bool
    /// How the mover ranks the state after against the state before.
    public var liking: Liking
  }

  /// How a decision maker ranks one state against another.
  public enum Liking: String, Sendable, Hashable, Codable {
    case better, equal, worse, unknown
  }

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

extension StabilityView {
  /// The share, 0 to 1, of preferences drawn under which a state is an equilibrium; nil if nothing
  /// was drawn or the state's share was not kept.
  public func share(of state: String, _ concept: String) -> Double? {
    guard let robustness, let line = robustness.lines.first(where: { $0.state == state }),
      let share = line.shares.first(where: { $0.concept == concept })
    else { return nil }
    return Double(share.count) / Double(max(1, robustness.samples))
  }
}
