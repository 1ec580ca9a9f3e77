/// A stability concept: how far a decision maker looks ahead, and what deters it from leaving.
public enum Concept: Hashable, Sendable {
  /// The concepts in which one decision maker moves and the others answer in sequence.
  public enum Sequential: String, Hashable, Sendable, CaseIterable {
    /// No improvement (Nash 1951).
    case nash = "Nash"
    /// Every improvement can be answered to the mover's loss (Howard 1971).
    case gmr = "GMR"
    /// … and the mover cannot escape the answer (Howard 1971).
    case smr = "SMR"
    /// Every improvement can be so answered by improvements of the others (Fraser & Hipel 1979).
    case seq = "SEQ"
    /// … and the mover cannot escape that answer (Rêgo & Vieira 2017).
    case sseq = "SSEQ"
  }

  case sequential(Sequential)
  /// Every improvement can be met by improvements the others make at the same time
  /// (Fraser & Hipel 1984).
  case sim
  case seqOrSim
  case smrOrSim
  /// The sequential concept, then the simultaneous test among those unstable under it
  /// (Fraser & Hipel 1984).
  case fraserHipel(Sequential)
  /// L_h: foresight of h moves (Kilgour 1985); h is at least 1.
  case limitedMove(Int)
  /// L_h for all large h (Brams & Wittman 1981; Kilgour 1985).
  case nonMyopic

  /// Nash stability (Nash 1950): no move to a better state.
  public static let nash = Concept.sequential(.nash)
  /// General metarationality (Howard 1971): the others can answer every improvement with any moves.
  public static let gmr = Concept.sequential(.gmr)
  /// Symmetric metarationality (Howard 1971): their answer cannot be escaped either.
  public static let smr = Concept.sequential(.smr)
  /// Sequential stability (Fraser and Hipel 1979): the others answer with moves that improve their
  /// own states.
  public static let seq = Concept.sequential(.seq)
  /// Symmetric sequential stability (Rêgo and Vieira 2017): such an answer cannot be escaped
  /// either.
  public static let sseq = Concept.sequential(.sseq)

  /// The usual short name: `SEQ`, `FH:SMR`, `L3`, `NM`.
  public var label: String {
    switch self {
    case .sequential(let kind): kind.rawValue
    case .sim: "SIM"
    case .seqOrSim: "SEQ+SIM"
    case .smrOrSim: "SMR+SIM"
    case .fraserHipel(let kind): "FH:" + kind.rawValue
    case .limitedMove(let horizon): "L\(horizon)"
    case .nonMyopic: "NM"
    }
  }

  /// Reads a short name; nil if there is no such concept.
  public init?(label: String) {
    if let kind = Sequential(rawValue: label) {
      self = .sequential(kind)
    } else if label.hasPrefix("FH:"), let kind = Sequential(rawValue: String(label.dropFirst(3))) {
      self = .fraserHipel(kind)
    } else if label.hasPrefix("L"), let horizon = Int(label.dropFirst()), horizon >= 1 {
      self = .limitedMove(horizon)
    } else {
      switch label {
      case "SIM": self = .sim
      case "SEQ+SIM": self = .seqOrSim
      case "SMR+SIM": self = .smrOrSim
      case "NM": self = .nonMyopic
      default: return nil
      }
    }
  }
}
