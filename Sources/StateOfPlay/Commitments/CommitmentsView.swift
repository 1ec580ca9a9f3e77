public import CaseModel

/// What was promised, agreed in principle or expected, how far it is carried out, and by whose
/// account.
public struct CommitmentsView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the rows; the same for every case.
  public var rule: String
  /// The commitments made by as-of: promised, then agreed in principle, then expected.
  public var rows: [Line]
  /// Conflicts between commitments in ``rows`` and the rest of the record.
  public var findings: [Finding]
  /// Statements that promise something and support no commitment, in the order of the record.
  public var unentered: [Case.Statement.ID] = []

  /// A reason why a commitment cannot be kept as made, or not by its debtor.
  public struct Finding: Sendable, Hashable, Codable {
    /// The reason.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      /// Only other actors can do it, and they have not accepted it.
      case othersMustAct
      /// One debtor made two commitments that exclude each other.
      case cannotBothBeKept
      /// It contradicts the debtor's own red line.
      case againstRedLine
      /// A legal act that binds the debtor forbids it, under one of its readings.
      case barred
    }

    /// The reason.
    public var kind: Kind
    /// The commitments concerned: two for `cannotBothBeKept`, otherwise one.
    public var commitments: [Case.Commitment.ID]
    /// The party that made the commitment.
    public var debtor: Case.Actor.ID
    /// The finding as a sentence without its full stop.
    public var words: String
    /// The statements that support the commitments and the objection, each once.
    public var evidence: [Case.Statement.ID]
  }

  /// One commitment, with what is reported of it.
  public struct Line: Sendable, Hashable, Codable {
    /// The commitment's id.
    public var commitment: Case.Commitment.ID
    /// What is to be done, as the record words it.
    public var what: String
    /// Whether it was promised, agreed in principle or only expected.
    public var strength: Case.Commitment.Strength
    /// The actors who owe it.
    public var debtors: [Case.Actor.ID]
    /// The actors to whom it is owed; empty if the record names none.
    public var creditors: [Case.Actor.ID]
    /// The quantity owed with its unit, as "1000 person"; nil if none is given.
    public var owed: String?
    /// Whether each debtor owes the whole quantity.
    public var each: Bool
    /// The quantity that the newest account reports as done, with its unit; nil if none is reported.
    public var done: String?
    /// When it was made: the recorded date, or the earliest date of the supporting statements, of
    /// several debtors the day on which the last of them undertook it; nil if neither is known.
    public var agreed: EDTFDate?
    /// By when it is due.
    public var due: Due
    /// The steps that must come first, as its words require, and have not.
    public var waitsFor: [Waiting]
    /// The level in the newest account that gives one; nil if no account does.
    public var status: Case.Commitment.Level?
    /// The date of that account.
    public var statusDate: EDTFDate?
    /// The newest account of each actor, newest last.
    public var accounts: [CommitmentAccount]
    /// Whether the newest accounts differ.
    public var isDisputed: Bool
    /// Whether it is past due and not fully carried out; nil if no due date is known.
    ///
    /// The reference date is as-of, or the newest date on record. A commitment due before a step is
    /// overdue once that step is taken; one with instalments, once less is reported as done than
    /// has fallen due. One that was carried out and undone later is broken, and not overdue.
    public var isOverdue: Bool?
    /// By how many days it was carried out later than it was due; nil if it was in time or is not
    /// carried out, and if accounts differ.
    public var late: Int?
    /// Whether ``late`` counts to the day on which it was first reported as carried out, as the day of
    /// the act is not on record: a report that comes late does not show that the act did.
    public var isReportedLate = false
    /// The reports of status, in the order of the record, including those dated perhaps after
    /// as-of.
    public var reports: [Report]
    /// The supporting statements, grouped by source.
    public var reporters: [Reporter]
    /// The analyst on whose judgement the commitment rests where no source supports it; nil
    /// otherwise.
    public var basis: Who?
  }

  /// A step without which a commitment is not owed, and that has not come about.
  public struct Waiting: Sendable, Hashable, Codable {
    /// The step in words.
    public var step: String
    /// When the step failed, as a vote that was lost; nil if it did not, or its date is not known.
    public var failed: EDTFDate?
    /// Whether it failed, so that nothing is owed as things are.
    public var hasFailed: Bool
    /// The statements that show that it failed.
    public var evidence: [Case.Statement.ID]
  }

  /// When a commitment is due, or until when it is to be kept; empty if the record does not say.
  public struct Due: Sendable, Hashable, Codable {
    /// The due date, or the period given by a window; nil if the event from which a window counts
    /// has no date. Of a schedule, the next due date of what is not carried out, or the last of all.
    public var date: EDTFDate?
    /// Of a schedule, how much falls due on ``date``, with its unit; nil if that is not given.
    public var share: String?
    /// Of a schedule, the last due date, where ``date`` is an earlier one; nil if it has no end.
    public var last: EDTFDate?
    /// The window or the schedule in words, as "14 to 21 days after the talks".
    public var window: String?
    /// The step that it must precede or follow, in words.
    public var step: String?
    /// Whether it is due before that step or after it, or to be kept until it.
    public var order: Case.Commitment.DueStep.Order
    /// When that step was taken; nil if it was not, or its date is not known.
    public var taken: EDTFDate?
    /// The last day until which it is to be kept, where it is to keep or refrain from something.
    public var until: EDTFDate?
    /// The first due date, where those to whom it is owed have given more time; nil otherwise.
    public var extendedFrom: EDTFDate?

    /// Creates a due date from its parts.
    public init(
      date: EDTFDate? = nil, window: String? = nil, step: String? = nil,
      order: Case.Commitment.DueStep.Order = .after, taken: EDTFDate? = nil,
      until: EDTFDate? = nil
    ) {
      self.date = date
      self.window = window
      self.step = step
      self.order = order
      self.taken = taken
      self.until = until
    }
  }

  /// One report of how far a commitment is carried out.
  public struct Report: Sendable, Hashable, Codable {
    /// The date reported on; nil if undated.
    public var date: EDTFDate?
    /// When it was given, where that is later than ``date``; nil otherwise.
    public var given: EDTFDate?
    /// The level reported; nil if the report gives only a quantity or a note.
    public var level: Case.Commitment.Level?
    /// The quantity reported as done, with its unit; nil if none.
    public var done: String?
    /// A remark of the coder; nil if none.
    public var note: String?
    /// The statements that support the report.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement the report rests where no source supports it; nil otherwise.
    public var basis: Who?
    /// Whether it was given only after as-of.
    public var reportedLater = false
  }

  /// A source and what it contributes to a commitment.
  public struct Reporter: Sendable, Hashable, Codable {
    /// The source.
    public var source: Case.Source.ID
    /// The supporting statements taken from it.
    public var statements: [Case.Statement.ID]
  }
}

extension CommitmentsView {
  static let rule = """
    Each report of status belongs to the speaker of its evidence: it is the debtor's, a creditor's \
    or another's account. The newest account of each counts, on the scale of the Peace Accords \
    Matrix (0 not initiated, 1 minimal, 2 intermediate, 3 full); where several owe it, the newest \
    of each of them: what is said of one leaves what was said of another. What is to be kept for a \
    time and was once broken stays marked as broken, though it is kept since. Accounts are ordered by the day \
    they speak of; that something was done by an earlier day answers what was said before it was \
    said, and of one speaker's accounts of the day it was due, or of a later one, the last given \
    counts. Statements that promise something and are not entered as a commitment are listed \
    below the others. What was said only after the as-of date is marked, and counts only where \
    nothing had \
    been said by then. Of two degrees the later counts. \
    An account that it was broken is answered only by its author, or by an account of another \
    than the debtor that it was carried out; where the day for it had passed, it was carried out \
    late by the debtor's own account, beside which the other stands. What one says was done and \
    another says, later or on the same occasion, was not, or was broken, is disputed, unless the \
    other had said itself that it was done; so are two amounts of which the later is less, as what \
    is done once does not become less. Of what is to be kept, or comes round, that it is done in part and \
    that it was broken agree, unless all that had fallen due was done by the amount reported. What \
    falls due several times is carried out once all of it is, and each report counts for the dates \
    that had come. Where one body of a party owes it or is owed it, each \
    body's account is its own. What the debtor alone reports hides no one else's account, and once the day has \
    passed does not replace the promise by another. Where the newest accounts differ \
    or one denies what another says, the status is disputed; where there is no report, it is \
    unknown. What was promised, what was agreed in principle and what is merely expected are kept \
    apart; an expectation is met or missed. Overdue is counted against the as-of date, or else \
    against the newest date on record, and against the later day where those to whom it is owed have given more time, of several \
    dues for the last before that day; of these none is overdue that the amount done covers; what is due before a step is overdue once that step is \
    taken, unless someone calls it broken: then it can no longer be done as promised; what depends on a step that has not come about is not owed and not overdue. \
    Of several dues the next that is not carried out is named, with the last. Also reported: a promise of something that only another party can do and has not \
    accepted, two promises by one debtor that cannot both be kept, and a promise that goes against \
    the debtor's own red line or is barred by a law that binds it.
    """
}
extension CommitmentsView.Line {
  /// The accounts by which it stands as it does, the newest last: all of them where they differ;
  /// otherwise without those that a later one by another than the debtors has overtaken.
  public var shownAccounts: [CommitmentAccount] {
    if isDisputed { return accounts }
    return CommitmentAccount.shown(accounts, isKept: isKept) { account in
      account.by.allSatisfy(debtors.contains)
    }
  }

  /// To be kept or refrained from for a time.
  private var isKept: Bool { due.until != nil || due.order == .until }

  /// A duty to keep something for a time that was broken once, and is kept since by the newest
  /// account of another than those who owe it.
  public var isBrokenBefore: Bool {
    guard isKept, !isDisputed, !isUnconfirmed else { return false }
    let shown = shownAccounts
    return shown.indices.contains { place in
      shown[place].hasFailed
        && shown[place...].contains { $0.isCarriedOut && $0.covers(shown[place]) }
    }
  }

  /// Carried out by the account of those alone who owe it, while another called it broken.
  public var isUnconfirmed: Bool {
    guard !isDisputed, status == .full || status == .met else { return false }
    let kept = shownAccounts.filter(\.isCarriedOut)
    return shownAccounts.contains(where: \.hasFailed)
      && kept.allSatisfy { $0.by.allSatisfy(debtors.contains) }
  }
}

extension CommitmentsView.Due {
  /// The last day on which it can be carried out in time; nil if no date is known or the date has
  /// no end.
  public var latest: CivilDay? {
    date.flatMap { $0.hasOpenEnd ? nil : $0.latest }
  }
}

extension Case.Commitment.Level {
  /// The level as it stands in a sentence.
  public var words: String {
    switch self {
    case .notInitiated: "not begun"
    case .minimal: "carried out in small part"
    case .intermediate: "carried out in part"
    case .full: "carried out"
    case .breached: "breached"
    case .denied: "denied"
    case .superseded: "superseded"
    case .met: "met"
    case .missed: "missed"
    }
  }

  /// The level with its number on the Peace Accords Matrix scale (0 to 3) where it has one.
  package var wordsOnScale: String {
    switch self {
    case .notInitiated: "\(words) (0)"
    case .minimal: "\(words) (1)"
    case .intermediate: "\(words) (2)"
    case .full: "\(words) (3)"
    case .breached, .denied, .superseded, .met, .missed: words
    }
  }
}
