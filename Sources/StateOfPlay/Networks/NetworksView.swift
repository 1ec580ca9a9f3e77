public import CaseModel
public import Networks

/// Who says the same as whom: actors, the answers they are for or against, and the ties that follow.
public struct NetworksView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the networks; the same for every case.
  public var rule: String
  /// What was asked.
  public var asked: NetworkQuestions
  /// The first and the last day on which a statement that counts was said; nil if none is dated.
  public var days: Days?
  /// The same of everything said by as-of, whatever the window.
  public var span: Days?
  /// How many actors speak in all, whatever the window.
  public var known: Int
  /// How many statements count, repetitions left out.
  public var statements: Int
  /// Those with a statement that counts, in the order of their ids; isolates included.
  public var actors: [Actor]
  /// The answers spoken of, in the order of the case.
  public var answers: [Answer]
  /// What each actor says of each answer, by actor and answer.
  public var positions: [Position]
  /// Every two actors who speak of the same answer, the strongest ties first.
  public var ties: [Tie]
  /// How far the actors fall into two camps; nil where fewer than three have ties.
  public var polarisation: Polarisation?
  /// How far the ties fit two camps; nil where fewer than three actors have ties.
  public var balance: Balance?
  /// When the network as a whole changed; nil where there are too few periods to say.
  public var changes: Changes?
  /// The network in each of a series of windows; nil where none was asked for.
  public var series: [Moment]?
  /// The answers that the network rests on; nil where it was not asked, or cannot be computed.
  public var backbone: Backbone?
  /// How much of it rests on one coder: the network without what each coded, those of most statements
  /// first; nil where fewer than two are named.
  public var coders: [Coder]?
  /// The statements of the window that do not count, by the reason.
  public var leftOut: [LeftOut]

  /// The first and the last day.
  public struct Days: Sendable, Hashable, Codable {
    /// When the first was said.
    public var first: EDTFDate
    /// When the last was said.
    public var last: EDTFDate
  }

  /// A member of the network.
  public struct Actor: Sendable, Hashable, Codable {
    /// The actor.
    public var id: Case.Actor.ID
    /// How many of its statements count.
    public var statements: Int
    /// The camp it is in, 1 or 2; nil without ties or where there are no two camps.
    public var camp: Int?
    /// Where it is drawn, in a square of side 1. Computed from everything recorded whatever its date,
    /// so that it stays in place as the window moves; nil for the least active of very many.
    public var place: Place?
  }

  /// A place in a square of side 1.
  public struct Place: Sendable, Hashable, Codable {
    /// From the left.
    public var x: Double
    /// From the top.
    public var y: Double
  }

  /// An answer to an issue that someone is for or against.
  public struct Answer: Sendable, Hashable, Codable {
    /// `issue/answer`; the issue's id alone where no answer is named.
    public var id: String
    /// The issue it answers.
    public var issue: Case.Issue.ID
    /// The issue and the answer in words.
    public var title: String
  }

  /// What one actor says of one answer.
  public struct Position: Sendable, Hashable, Codable {
    /// Whose position it is.
    public var actor: Case.Actor.ID
    /// The answer's id.
    public var answer: String
    /// How many statements are for it.
    public var agreement: Double
    /// How many are against it.
    public var disagreement: Double
    /// Agreement minus disagreement, divided as asked.
    public var value: Double
    /// The statements behind it.
    public var statements: [Case.Statement.ID]
    /// Whether there are statements for and against.
    public var isAmbivalent: Bool { agreement > 0 && disagreement > 0 }
  }

  /// Two actors who speak of the same answer.
  public struct Tie: Sendable, Hashable, Codable {
    /// The actor whose id comes first.
    public var first: Case.Actor.ID
    /// The other.
    public var second: Case.Actor.ID
    /// How far they say the same, divided as asked.
    public var congruence: Double
    /// How far they say the opposite, divided as asked.
    public var conflict: Double
    /// How they stand to each other.
    public var side: Side
    /// On how many answers their latest words are the same.
    public var same: Int
    /// On how many their latest words are opposite.
    public var opposite: Int
    /// The last time at which the two changed sides by their latest words; nil if they never did.
    public var turn: Turn?
  }

  /// How two actors stand to each other.
  public enum Side: String, Sendable, Hashable, Codable, CaseIterable {
    /// They say the same only.
    case congruent
    /// They say the opposite only.
    case conflicting
    /// They say the same and the opposite.
    case ambivalent

    /// The side in English.
    public var words: String {
      switch self {
      case .congruent: "agree"
      case .conflicting: "conflict"
      case .ambivalent: "agree and conflict"
      }
    }
  }

  /// A change of sides between two actors.
  public struct Turn: Sendable, Hashable, Codable {
    /// The date of the words that brought it about.
    public var date: EDTFDate
    /// Whether the two agreed more than they differed from then on.
    public var isTowards: Bool
    /// The words that brought it about.
    public var statement: Case.Statement.ID
  }

  /// How far the actors fall into two camps, beside random networks.
  public struct Polarisation: Sendable, Hashable, Codable {
    /// 0 for no division better than chance, 1 for two camps that agree within only and conflict
    /// between only.
    public var score: Double
    /// No division has a higher score.
    public var bound: Double
    /// Whether the score is the highest there is.
    public var isProven: Bool
    /// How many random networks were drawn.
    public var draws: Int
    /// What they score on average.
    public var mean: Double
    /// How many standard deviations the score is above that; nil where all draws score alike.
    public var z: Double?
    /// The share of draws that score at least as high.
    public var share: Double
    /// The share of draws with the observed network among them.
    public var p: Double
    /// The two camps; one where no division is better than none.
    public var camps: [[Case.Actor.ID]]
  }

  /// How far the ties fit two camps.
  public struct Balance: Sendable, Hashable, Codable {
    /// The least number of ties that do not fit.
    public var frustration: Int
    /// No division leaves fewer.
    public var least: Int
    /// Whether the index is the least there is.
    public var isProven: Bool
    /// How many ties have a sign: those with as much congruence as conflict have none.
    public var signed: Int
    /// The camps that leave so many; one where all agree.
    public var camps: [[Case.Actor.ID]]
    /// The pairs that do not fit.
    public var frustrated: [[Case.Actor.ID]]
  }

  /// When the network as a whole changed.
  public struct Changes: Sendable, Hashable, Codable {
    /// The unit by which the span is divided.
    public var period: CalendarUnit
    /// How many of them there are.
    public var periods: Int
    /// How many permutations each test drew.
    public var permutations: Int
    /// The changes, in order of time.
    public var points: [Point]

    /// A period from which on the networks differ from those before.
    public struct Point: Sendable, Hashable, Codable {
      /// Its first day.
      public var date: EDTFDate
      /// The p-value of the permutation test.
      public var p: Double
    }
  }

  /// Statements that do not count, and why.
  public struct LeftOut: Sendable, Hashable, Codable {
    /// Why a statement does not count.
    public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
      case noAnswer, noStance, doubted, reportedByAnother, thirdParty, undated, repeated, rareActor
    }
    /// The reason.
    public var reason: Reason
    /// How many statements.
    public var statements: Int
  }
}

extension NetworksView {
  static let rule = """
    A statement counts for each of its actors and each answer to a negotiable issue that it is \
    about: as agreement where it is for the answer, with or without a condition, as disagreement \
    where it is against it. Open, unclear and doubted words do not count, nor does what another \
    party reports of an actor unless the filter of directness lets it in. An answer to a text or a \
    package counts for each of its parts that concern the actor; a refusal of several parts as a \
    whole counts for none, and neither does a yes on a condition that the text or package itself \
    excludes. Who names a number or a date that, by what each wants, excludes the last one of \
    another, disagrees with that; so does who refuses numbers or dates among which the last one of \
    another lies, whatever each wants. An official not named counts with the side to which he \
    belongs. Mediators, hosts, observers and others with such a role stand on no side: they are \
    left out, unless the filter names them or speakers are asked for. A member of a party that \
    does not speak for it stands for itself. A statement is dated by its own date, else its \
    occasion's, else its source's, and by the last day that the date may mean. A window begins \
    with its first day and ends with its last, or with as-of; undated statements are only in the \
    window of everything. Of two actors who speak of the same answer, congruence counts the pairs \
    of statements that say the same, conflict those that say the opposite; neither cancels the \
    other. By latest words, two actors stand with each other where their last words are the same \
    on more answers than they are opposite on, and against each other where it is the reverse; \
    withdrawn words no longer count. Polarisation is twice the signed modularity of the best \
    division in two, compared with random networks in which every actor makes as many statements \
    and every position is taken as often. The frustration index is the least number of ties that \
    do not fit into two camps. Changes of the whole network are found by energy statistics over \
    periods, with a permutation test at 0.05. Where several people coded the statements, the \
    network is computed again without what each of them coded.
    """

  /// The tie of two actors, in either order; nil where they have none.
  public func tie(_ one: Case.Actor.ID, _ other: Case.Actor.ID) -> Tie? {
    ties.first {
      ($0.first == one && $0.second == other) || ($0.first == other && $0.second == one)
    }
  }

  /// What two actors each say of the answers on which both speak, in the order of the answers.
  public func shared(
    _ one: Case.Actor.ID, _ other: Case.Actor.ID
  ) -> [(answer: Answer, first: Position, second: Position)] {
    let first = Dictionary(
      positions.filter { $0.actor == one }.map { ($0.answer, $0) }, uniquingKeysWith: { a, _ in a })
    let second = Dictionary(
      positions.filter { $0.actor == other }.map { ($0.answer, $0) },
      uniquingKeysWith: { a, _ in a })
    return answers.compactMap { answer in
      guard let one = first[answer.id], let two = second[answer.id] else { return nil }
      return (answer, one, two)
    }
  }
}

extension NetworksView.LeftOut.Reason {
  /// The reason in English, after a number of statements.
  public var words: String {
    switch self {
    case .noAnswer: "about no answer to a negotiable issue"
    case .noStance: "without a stance for or against"
    case .doubted: "doubted"
    case .reportedByAnother: "less direct than the filter lets in"
    case .undated: "undated, which are in no window but that of everything"
    case .thirdParty: "of mediators, observers and others whose role is no party's"
    case .repeated: "repeated"
    case .rareActor: "of actors with too few"
    }
  }
}
