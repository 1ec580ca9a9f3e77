public import Foundations

/// The zone of possible agreement: the feasible packages that every party accepts.
public struct Zopa: Sendable, Hashable {
  /// Exact always, from the efficiency frontier; with continuous issues, of their grid.
  public let isEmpty: Bool
  /// False where nothing on the grid of continuous issues is acceptable to all but something between
  /// its numbers may be: take more parts.
  public let isDecided: Bool
  /// How many packages every party accepts.
  public let acceptable: CountBracket
  /// How many packages break no link and no red line.
  public let feasible: CountBracket
}

/// A number of packages, exactly or between two exact bounds.
public struct CountBracket: Sendable, Hashable {
  /// A number of packages that the count certainly reaches.
  public let atLeast: PackageCount
  /// A number of packages that the count certainly does not exceed.
  public let atMost: PackageCount
  /// How it was counted.
  public let method: Method

  /// Whether both bounds are the count itself.
  public var isExact: Bool { atLeast == atMost && atLeast.isExact }

  /// How it was counted.
  public enum Method: Sendable, Hashable {
    /// Every package looked at.
    case enumeration
    /// Packages with equal sums counted together, sum by sum.
    case dynamicProgramming
    /// Two halves of the issues, and for each half-package the number that complete it.
    case meetInTheMiddle
    /// Utilities rounded down for the lower and up for the upper bound, then as by
    /// `dynamicProgramming`.
    case rounding
  }
}

extension CompiledScenario {
  /// - Parameters:
  ///   - effort: how many cells or half-packages to keep at once; more narrows a bracket and takes
  ///     longer. The default decides some 10¹³ packages exactly.
  /// - Throws: `AnalysisError`, or what the checkpoint throws.
  public func zopa(effort: Int = 1 << 20, checkpoint: Checkpoint = Checkpoint()) throws -> Zopa {
    guard (1...(1 << 26)).contains(effort) else {
      throw AnalysisError.outOfRange(what: "the effort", allowed: "1 to 2²⁶")
    }
    let zopa =
      switch scores {
      case .small(let model): try model.zopa(effort: effort, checkpoint: checkpoint)
      case .wide(let model): try model.zopa(effort: effort, checkpoint: checkpoint)
      }
    guard zopa.isEmpty, gridLosses.contains(where: { $0 > .zero }) else { return zopa }
    let frontier = try frontier(checkpoint: checkpoint)
    let nearly = try (0..<frontier.count).contains { index in
      try checkpoint.ask()
      guard let point = frontier.point(index) else { return false }
      return scenario.parties.indices.allSatisfy {
        point.utilities[$0] + gridLosses[$0]
          >= ExactValue(scenario.parties[$0].reservation.nominal)
      }
    }
    return Zopa(
      isEmpty: true, isDecided: !nearly, acceptable: zopa.acceptable, feasible: zopa.feasible)
  }
}

extension ScoreModel {
  func zopa(effort: Int, checkpoint: Checkpoint) throws -> Zopa {
    let counter = PackageCounter(self, effort: effort, checkpoint: checkpoint)
    let feasible = try counter.count(acceptableOnly: false)
    if counter.enumerates {
      let acceptable = try counter.count(acceptableOnly: true)
      return Zopa(
        isEmpty: acceptable.atLeast.isZero, isDecided: true, acceptable: acceptable,
        feasible: feasible)
    }
    // A bracket may hold zero, so whether there is any package at all is for the frontier to say.
    if try SolvedFront(self, checkpoint: checkpoint).acceptable.isEmpty {
      let nothing = CountBracket(atLeast: .zero, atMost: .zero, method: feasible.method)
      return Zopa(isEmpty: true, isDecided: true, acceptable: nothing, feasible: feasible)
    }
    let acceptable = try counter.count(acceptableOnly: true)
    return Zopa(
      isEmpty: false, isDecided: true,
      acceptable: CountBracket(
        atLeast: max(PackageCount(1), acceptable.atLeast), atMost: acceptable.atMost,
        method: acceptable.method), feasible: feasible)
  }
}
