public import CaseModel

/// Packages put forward as a whole, with each party's answer.
public struct OffersView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the offers; the same for every case.
  public var rule: String
  /// The offers made by as-of, newest first.
  public var offers: [Offer]
  /// What was said to single statements that are no package, oldest first: what one took note of,
  /// accepted, refused or made clear.
  public var replies: [Reply]

  /// A reply to a statement that is no package.
  public struct Reply: Sendable, Hashable, Codable {
    /// The statement that replies.
    public var statement: Case.Statement.ID
    /// Those who made it.
    public var speakers: [Case.Actor.ID]
    /// What it does.
    public var act: Case.Statement.Act
    /// The coder's one-line summary of it.
    public var gist: String
    /// When it was said; nil if undated.
    public var said: EDTFDate?
    /// The statement that it replies to.
    public var to: Case.Statement.ID
    /// Those who made that one.
    public var toSpeakers: [Case.Actor.ID]
    /// The summary of that one.
    public var toGist: String
  }

  /// A draft, or several subjects offered together.
  public struct Offer: Sendable, Hashable, Codable {
    /// The draft that the offer consists of; nil if it was only stated.
    public var draft: Case.Draft.ID?
    /// The statements that put it forward, later repetitions included.
    public var statements: [Case.Statement.ID]
    /// The draft's title; otherwise the first two parts in words.
    public var title: String
    /// Those who made it.
    public var by: [Case.Actor.ID]
    /// When it was first made; nil if undated.
    public var date: EDTFDate?
    /// The last day on which it is open; nil if none was given.
    public var until: EDTFDate?
    /// A later last day that only others report; nil if none is reported.
    public var reportedUntil: ReportedEnd?
    /// What it contains, in words; each clause of a draft with its status.
    public var parts: [String]
    /// The clauses of the draft that it consists of; empty if it was only stated.
    public var clauses: [DraftsView.Clause]
    /// The latest answer of each party asked, and of others who must consent or have answered. Where
    /// bodies of one party differ, each of them has one.
    public var answers: [Answer]
    /// Whether it is open, or how it ended.
    public var state: State
    /// Whether someone to whom it was made may still accept it.
    public var isOpen: Bool
  }

  /// A last day on which an offer is said to be open, by others than those who made it.
  public struct ReportedEnd: Sendable, Hashable, Codable {
    /// The day.
    public var until: EDTFDate
    /// Those who report it.
    public var by: [Case.Actor.ID]
  }

  /// A party's latest answer to an offer.
  public struct Answer: Sendable, Hashable, Codable {
    /// The party.
    public var party: Case.Actor.ID
    /// The body of the party that gave the answer; nil if it was the party as a whole, or if its
    /// bodies do not differ.
    public var body: Case.Actor.ID?
    /// What the answer does; nil if there is none.
    public var act: Case.Statement.Act?
    /// What it waits for, in words: `if first: Parliament consents`.
    public var conditions: [String]
    /// Its stance on the offer; nil if it has not answered.
    public var stance: PositionStance?
    /// When it answered; nil if it has not, or if the answer is undated.
    public var date: EDTFDate?
    /// The statement that answers; empty if there is none.
    public var statements: [Case.Statement.ID]
    /// Where there is neither a yes nor a no: what the party itself has said since of the subjects
    /// of single parts, and the red lines that rule one of them out; of a closed offer, up to its
    /// end.
    public var onParts: [PartAnswer] = []
    /// Clauses of the text to which it objects, though it takes the whole.
    public var reservations: [PartAnswer] = []
    /// Whether it is a party, was asked, or must consent; what others say of an offer decides nothing.
    public var isAsked = true
  }

  /// What a party says of a part of an offer, or of another answer to the same subject.
  public struct PartAnswer: Sendable, Hashable, Codable {
    /// The answer in words.
    public var title: String
    /// The party's stance on it.
    public var stance: PositionStance
    /// The statements that decide it.
    public var statements: [Case.Statement.ID]
    /// Whether a red line of the party stands there, which may be older than the offer.
    public var isRedLine = false
  }

  /// The state of an offer.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// Some party has not answered, or has left it open.
    case onTheTable
    /// All to whom it was made accept it.
    case accepted
    /// The text is signed.
    case signed
    /// The text is in force without a signature.
    case inForce
    /// Some party rejects it; others may accept, and it may still be open.
    case rejected
    case withdrawn
    /// The same party's next offer on at least the same subjects took its place.
    case replaced
    /// The last day on which it was open is past, and not all had accepted; or one of its issues was
    /// settled, or all of them ended, so that it can no longer be taken as a whole.
    case lapsed
  }

  /// The newest offer that is open, or else the newest of all; nil if there are none. A text still
  /// being worked on comes first only where it is newer.
  public var last: Offer? {
    let whole = offers.filter { !$0.isWorkingText }
    let texts = offers.filter(\.isWorkingText)
    func newest(_ some: [Offer]) -> Offer? {
      some.first(where: \.isOpen) ?? some.first
    }
    guard let offer = newest(whole) else { return newest(texts) }
    guard let text = newest(texts), let written = text.date, let made = offer.date,
      written.isLater(than: made)
    else { return offer }
    return text
  }
}

extension OffersView.Offer {
  /// A text in which some of it is agreed or worded in several ways, and not all is agreed: no one puts
  /// that forward to be taken as a whole.
  public var isWorkingText: Bool {
    clauses.contains { clause in
      switch clause.status {
      case .alternatives, .refusedToDiscuss: true
      case .bracketed: !clause.by.isEmpty || clauses.contains { $0.status == .agreed }
      case .agreed, .provisional, .proposed: false
      }
    }
  }

  /// Those who reject it.
  public var rejectedBy: [Case.Actor.ID] {
    answers.filter { $0.stance == .against && $0.isAsked }.map { $0.body ?? $0.party }
  }
}

extension OffersView {
  static let rule = """
    An offer is a draft put forward, tabled, agreed or signed as a whole, or several subjects offered together. It \
    is closed when it is withdrawn, signed, answered by all to whom it was made, put in force, replaced by the \
    same party's next offer on the same subjects, by the same author's later text on most of them, by a text that it signs or agrees on some of them or by its \
    own later statement for another answer to one of them (of an offer open until a day, one that it gives rather than demands), or when the day until which it was open, \
    by the words of those who made it, has passed, or one of its issues is settled or all of them have ended; what all accepted in time does not lapse. It is addressed to those to whom the record \
    says it was made, or else to the parties concerned by its issues, and in either case to those \
    whose consent a draft needs. A draft that several parties wrote is accepted by none of \
    them until it says so, signs it, or the text is recorded as agreed. Only a party's own \
    statements count as its answer; of bodies of a party that differ each is shown, and so is a yes in one report and a no in another \
    of the same day, of which neither decides; a denial of \
    a reported answer is not an answer; an objection to one clause by who takes the whole is shown \
    with the answer until it takes that clause, and until then the whole is not accepted by all; \
    what others than those asked say of it decides nothing and is marked as \
    theirs. A condition that has been met no longer qualifies an answer. To take note of an offer, \
    or to be silent when asked, is neither yes nor no. Where a party has said neither to the \
    whole, what it has said of its parts since the offer was made is shown, up to the day on which \
    something else took its place or it lapsed, and an offer that is closed keeps it: a yes with a \
    condition as that, and to name a number that rules out the one offered as against it, as is a \
    red line that rules it out and stands, even if drawn before. What is asked of one's own side \
    is not an offer. What \
    is said to a single statement, such as taking note of it, is listed as a reply. The last \
    offer is the newest that is open, or else the newest of all; a text in brackets is the last only \
    where it is newer than any package.
    """
}

extension OffersView.State {
  /// Neither concluded nor at an end.
  var mayEnd: Bool { self == .onTheTable || self == .rejected }

  /// At an end without having been concluded: what was answered is history.
  public var isClosed: Bool { self == .withdrawn || self == .replaced || self == .lapsed }

  /// The state in English.
  public var words: String {
    switch self {
    case .onTheTable: "on the table"
    case .accepted: "accepted by all"
    case .signed: "signed"
    case .inForce: "in force"
    case .rejected: "rejected"
    case .withdrawn: "withdrawn"
    case .replaced: "replaced by a later one"
    case .lapsed: "lapsed"
    }
  }
}
