extension Case.Scenario {
  /// What a package must be like for something to hold of it, as a red line says it.
  ///
  /// From the strongest binding to the weakest: a choice (`issue=option`, `issue!=option`, of a range
  /// also `<`, `<=`, `>`, `>=`), `not a` (`!a`), `a and b` (`&`), `a or b` (`|`), then `if a then b`
  /// (`a -> b`), `b if a` and `a iff b`. Two of the last group need parentheses.
  public indirect enum Formula: Sendable, Hashable {
    case choice(Test)
    case not(Formula)
    case all([Formula])
    case any([Formula])

    /// One issue held against one option or number.
    public struct Test: Sendable, Hashable {
      /// The issue compared.
      public var issue: Slug
      /// How it is compared.
      public var comparator: Comparator
      /// The option, or the number, it is compared with.
      public var option: String

      /// A comparison of an issue with an option.
      public init(_ issue: Slug, _ comparator: Comparator, _ option: String) {
        (self.issue, self.comparator, self.option) = (issue, comparator, option)
      }
    }

    /// Why a text is no formula: what is wrong, at which character (from 1), and what to write.
    public struct SyntaxError: Error, Sendable, Hashable {
      /// The column at which it cannot be read further, from 1.
      public var column: Int
      /// What is wrong there.
      public var message: String
      /// What to do.
      public var hint: String
    }

    /// The most parts a formula may have once written out.
    public static let mostParts = 10_000

    /// - Complexity: O(text).
    public init(_ text: String) throws(SyntaxError) {
      var parser = ScenarioFormulaParser(try ScenarioFormulaToken.tokens(of: text))
      self = try parser.formula()
    }

    /// Every test in it, from left to right.
    public var tests: [Test] {
      switch self {
      case .choice(let test): [test]
      case .not(let formula): formula.tests
      case .all(let formulas), .any(let formulas): formulas.flatMap(\.tests)
      }
    }
  }
}

extension Case.Scenario.Ordering {
  /// Two issues' weights, or two options' values; nil where the texts are neither.
  public enum Sides: Sendable, Hashable {
    case weights(Slug, Slug)
    case values(Case.Scenario.Choice, Case.Scenario.Choice)
  }

  /// The two sides of an ordering; nil where it is none.
  public var sides: Sides? {
    if Slug.isSlug(more), Slug.isSlug(less) { return .weights(Slug(more), Slug(less)) }
    guard let more = Case.Scenario.Choice(more), let less = Case.Scenario.Choice(less) else {
      return nil
    }
    return .values(more, less)
  }
}
