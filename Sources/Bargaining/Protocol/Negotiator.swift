/// How one side haggles. For teaching and for “what if”; never a forecast.
public enum Negotiator: Sendable, Hashable {
  /// Asks for its best at first and for its reservation value at the deadline; in between it has
  /// conceded (time passed)ᵉ of the way (Faratin, Sierra & Jennings 1998,
  /// doi:10.1016/S0921-8890(98)00029-3).
  case timeDependent(Concession)
  /// Concedes as much as it was conceded to by the last offer.
  case titForTat
  /// Offers at random what it could accept, and accepts whatever it could.
  case naive
  /// From its best, always the one change that costs it least and that it has not offered yet.
  case hillClimbing

  /// The exponent e. Whole powers and repeated square roots only: they come out the same on every
  /// machine.
  public enum Concession: Sendable, Hashable {
    /// e = 1.
    case linear
    /// e = the power, 2…64: late.
    case boulware(power: Int)
    /// e = 1 ÷ 2 to the number of roots, 1…6: early.
    case conceder(roots: Int)

    /// The share of the way conceded after a share of the time, both 0…1.
    func share(after time: Double) -> Double {
      switch self {
      case .linear: return time
      case .boulware(let power):
        return (0..<max(1, min(64, power))).reduce(1.0) { share, _ in share * time }
      case .conceder(let roots):
        return (0..<max(1, min(6, roots))).reduce(time) { share, _ in share.squareRoot() }
      }
    }
  }
}
