internal import CaseModel
internal import Foundations
internal import GraphModel

/// The concepts a conflict is to be decided by, as a user names them.
struct StabilityConcepts {
  /// In the order shown; the least foresight first.
  private let asked: [Concept]
  /// Whether those that are not defined for a model are passed over, as where all are asked for.
  private let passesOver: Bool

  static let usual: [Concept] = [.nash, .gmr, .smr, .seq, .sseq]
  private static let known: [Concept] =
    usual + [.sim, .seqOrSim, .smrOrSim]
    + Concept.Sequential.allCases.map { .fraserHipel($0) }
    + [.limitedMove(2), .limitedMove(3), .nonMyopic]

  /// - Parameter names: as typed, several in one text separated by commas.
  /// - Throws: ``ModelError`` for a name that is none.
  init(_ names: [String]) throws(ModelError) {
    let words = names.flatMap { $0.split(separator: ",").map(String.init) }
    var found: [Concept] = []
    for word in words where word.lowercased() != "all" {
      let concept = try Self.concept(word)
      if !found.contains(concept) { found.append(concept) }
    }
    passesOver = words.contains { $0.lowercased() == "all" }
    if passesOver {
      asked = Self.known + found.filter { !Self.known.contains($0) }
    } else {
      asked = found.isEmpty ? Self.usual : found
    }
  }

  /// Those that are defined for the model, and why others are not.
  /// - Throws: `ConflictError` for one that was named and is not defined.
  func applicable(
    to analysis: Analysis
  ) throws -> (concepts: [Concept], passedOver: [StabilityView.PassedOver]) {
    var concepts: [Concept] = []
    var passedOver: [StabilityView.PassedOver] = []
    for concept in asked {
      do {
        try analysis.requireApplicable(concept)
        concepts.append(concept)
      } catch ConflictError.notApplicable(let name, let reason) {
        guard passesOver else {
          throw ConflictError.notApplicable(concept: name, reason: reason)
        }
        passedOver.append(.init(concept: concept.label, reason: reason))
      }
    }
    return (concepts, passedOver)
  }

  private static func concept(_ name: String) throws(ModelError) -> Concept {
    let label = name.filter { $0 != " " }.uppercased()
    if let found = known.first(where: { $0.label.uppercased() == label }) { return found }
    if label.hasPrefix("L"), let found = Concept(label: label) { return found }
    let labels = known.map(\.label)
    throw ModelError(
      .concept, "unknown concept `\(name)`",
      hint: suggestion(for: label, among: labels)
        ?? "it is \(labels.alternatives), or L with any number of moves")
  }
}

extension Concept {
  /// What it asks of a state, to go on from "SEQ: ".
  var rule: String {
    switch self {
    case .sequential(.nash): "no decision maker has a move to a state it prefers"
    case .sequential(.gmr):
      "moves by the others can bring anyone who leaves to a state no better for it than staying"
    case .sequential(.smr): "as GMR, and no further move of its own helps it"
    case .sequential(.seq): "as GMR, by moves that the others themselves prefer"
    case .sequential(.sseq): "as SEQ and SMR, by one and the same response"
    case .sim:
      "anyone who leaves is met by moves that others prefer and make at the same time; together they "
        + "lead to a state no better for it than staying"
    case .seqOrSim: "by SEQ or by SIM"
    case .smrOrSim: "by SMR or by SIM"
    case .fraserHipel(let kind):
      "by \(kind.rawValue), or those who would leave by it deter each other at the same time, as in "
        + "SIM"
    case .limitedMove(let horizon):
      "looking \(horizon.counted("move")) ahead, each mover choosing its best, no one would leave"
    case .nonMyopic: "as L, however many moves ahead one looks"
    }
  }
}

extension Analysis.Uncertainty {
  /// How it takes unknown preferences, in a sentence.
  var rule: String {
    let leaves =
      self == .a || self == .c
      ? "leaves for what it may prefer"
      : "leaves only for what it "
        + "certainly prefers"
    let deterred =
      self == .a || self == .b
      ? "is deterred only by what it certainly does not prefer"
      : "is deterred also by what it may not prefer"
    return "Where it is unknown what someone prefers, it \(leaves) and \(deterred) "
      + "(extension \(rawValue) of Li, Hipel, Kilgour and Fang 2004)."
  }
}
