extension Scenario {
  /// A question to be settled, and the answers it can take.
  public struct Issue: Sendable, Hashable {
    /// What people call it.
    public var name: String
    /// What can be chosen.
    public var domain: Domain

    /// An issue and what can be chosen on it.
    public init(name: String, domain: Domain) {
      self.name = name
      self.domain = domain
    }

    /// What can be chosen on an issue.
    public enum Domain: Sendable, Hashable {
      /// Named answers.
      case options([String])
      /// `lower`, `lower + step`, … up to at most `upper`; the step is positive.
      case integers(lower: Int, upper: Int, step: Int)
      /// The same over decimals.
      case reals(lower: ExactDecimal, upper: ExactDecimal, step: ExactDecimal)
      /// These numbers, strictly increasing.
      case numbers([ExactDecimal])
      /// Any number from `lower` to `upper`, for utilities that are piecewise linear in it. Kept so
      /// until it is compiled: see ``Scenario/gridded(parts:)``.
      case continuous(lower: ExactDecimal, upper: ExactDecimal)
    }
  }
}

extension Scenario.Issue {
  /// The number of options, `nil` where it cannot be determined (empty or reversed range, step not
  /// positive, continuous) or does not fit.
  public var optionCount: Int? {
    switch domain {
    case .options(let names): return names.count
    case .numbers(let numbers): return numbers.count
    case .continuous: return nil
    case .integers(let lower, let upper, let step):
      guard step > 0, lower <= upper else { return nil }
      let (span, overflow) = upper.subtractingReportingOverflow(lower)
      let count = (span / step).addingReportingOverflow(1)
      return overflow || count.overflow ? nil : count.partialValue
    case .reals(let lower, let upper, let step):
      guard step > .zero, lower <= upper else { return nil }
      let scale = max(lower.scale, upper.scale, step.scale)
      guard let low = lower.mantissa(at: scale), let high = upper.mantissa(at: scale),
        let stride = step.mantissa(at: scale)
      else { return nil }
      let (span, overflow) = high.subtractingReportingOverflow(low)
      let count = Int(span / stride).addingReportingOverflow(1)
      return overflow || count.overflow ? nil : count.partialValue
    }
  }

  /// The number an option of a range stands for; `nil` for named options and beyond the range.
  public func number(at option: Int) -> ExactDecimal? {
    guard let count = optionCount, (0..<count).contains(option) else { return nil }
    switch domain {
    case .options, .continuous: return nil
    case .numbers(let numbers): return numbers[option]
    case .integers(let lower, _, let step): return ExactDecimal(lower + step * option)
    case .reals(let lower, let upper, let step):
      let scale = max(lower.scale, upper.scale, step.scale)
      guard let low = lower.mantissa(at: scale), let stride = step.mantissa(at: scale)
      else { return nil }
      return try? ExactDecimal(mantissa: low + stride * Int64(option), scale: scale)
    }
  }

  /// What to call an option: its name, or the number it stands for.
  public func name(of option: Int) -> String? {
    if case .options(let names) = domain {
      return names.indices.contains(option) ? names[option] : nil
    }
    return number(at: option)?.description
  }
}

extension ExactDecimal {
  /// The mantissa when written with more places; `nil` when it does not fit.
  package func mantissa(at scale: Int) -> Int64? {
    guard scale >= self.scale, scale - self.scale <= 18 else { return nil }
    let (product, overflow) =
      mantissa.multipliedReportingOverflow(by: ExactDecimal.powersOfTen[scale - self.scale])
    return overflow ? nil : product
  }
}
