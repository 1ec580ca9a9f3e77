/// What the parties bargain over and what each makes of it: the input of every analysis.
///
/// ```swift
/// let scenario = Scenario(
///   issues: [.init(name: "ceasefire", domain: .options(["now", "in stages"]))],
///   parties: [.init(name: "A", utility: .additive(.init(weights: [1], values: [[1, 0]])))])
/// let table = try CompiledScenario(scenario)
/// ```
///
/// A package takes one option for every issue. It is *feasible* if it breaks no link and no party's
/// red line, and *acceptable* to a party if its utility is at least the reservation value.
public struct Scenario: Sendable, Hashable {
  /// What is negotiated; a package takes one option of each.
  public var issues: [Issue]
  /// Two to eight for the frontier.
  public var parties: [Party]
  /// What a package cannot combine.
  public var links: [Link]

  /// A scenario of issues, parties and links.
  public init(issues: [Issue], parties: [Party], links: [Link] = []) {
    self.issues = issues
    self.parties = parties
    self.links = links
  }
}

extension Scenario {
  /// One option of one issue, by position.
  public struct Choice: Sendable, Hashable, Comparable {
    /// The issue, by position.
    public var issue: Int
    /// The option, by position.
    public var option: Int

    /// An option of an issue, both by position.
    public init(issue: Int, option: Int) {
      self.issue = issue
      self.option = option
    }

    /// Whether the left comes first, by issue and then by option.
    public static func < (left: Choice, right: Choice) -> Bool {
      (left.issue, left.option) < (right.issue, right.option)
    }
  }

  /// One option for every issue, by position.
  public struct Package: Sendable, Hashable, Comparable {
    /// The option chosen on each issue, by position.
    public var options: [Int]

    /// A package of one option for each issue, by position.
    public init(_ options: [Int]) { self.options = options }

    /// Lexicographic: the order in which packages are listed.
    public static func < (left: Package, right: Package) -> Bool {
      left.options.lexicographicallyPrecedes(right.options)
    }
  }
}
