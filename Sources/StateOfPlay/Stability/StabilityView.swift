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
}
