public import CaseModel

/// Packages put forward as a whole, with each party's answer.
public struct OffersView: Sendable, Hashable, Codable {
  public var rule: String
  /// The newest first.
  public var offers: [Offer]

  public struct Offer: Sendable, Hashable, Codable {
    /// The draft it is; nil where it was only said.
    public var draft: Case.Draft.ID?
    /// What puts it forward.
    public var statements: [Case.Statement.ID]
    public var title: String
    public var by: [Case.Actor.ID]
    public var date: EDTFDate?
    /// The last day on which it is open, where that was said.
    public var until: EDTFDate?
    /// What it holds, in words.
    public var parts: [String]
    public var answers: [Answer]
    public var state: State
  }

  /// One party's last word on it.
  public struct Answer: Sendable, Hashable, Codable {
    public var party: Case.Actor.ID
    /// Nil where it has not answered.
    public var stance: PositionStance?
    public var date: EDTFDate?
    public var statements: [Case.Statement.ID]
  }

  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// Some party has not answered, or left it open.
    case onTheTable
    case accepted
    /// The text is signed.
    case signed
    case rejected
    case withdrawn
    /// The same party's next on the same subjects took its place.
    case replaced
    case lapsed
  }

  /// The newest that was neither replaced, withdrawn nor lapsed, else the newest of all.
  public var last: Offer? {
    offers.first { [.onTheTable, .accepted, .signed, .rejected].contains($0.state) } ?? offers.first
  }
}

extension OffersView {
  static let rule = """
    An offer is a draft put forward or tabled as a whole, or several subjects offered together. It \
    is closed when it is withdrawn, signed, answered by all to whom it was made, replaced by the \
    same party's next offer on the same subjects, or when the day until which it was open has \
    passed; what all accepted in time does not lapse. It is addressed to those to whom the record \
    says it was made, or else to the parties concerned by its issues, and in either case to those \
    whose consent a draft needs. Only a party's own statements count as its answer; what is asked \
    of one's own side is not an offer.
    """
}

extension OffersView.State {
  public var words: String {
    switch self {
    case .onTheTable: "on the table"
    case .accepted: "accepted by all"
    case .signed: "signed"
    case .rejected: "rejected"
    case .withdrawn: "withdrawn"
    case .replaced: "replaced by a later one"
    case .lapsed: "lapsed"
    }
  }
}
