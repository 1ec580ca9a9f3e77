internal import Foundations

/// Why an analysis of a valid scenario was not carried out.
public enum AnalysisError: Error, Sendable, Hashable {
  /// A front grew past the limit.
  case frontTooLarge(limit: Int)
  /// Links and interactions tie too many issues together.
  case linksTooWide(issues: Int, states: Int, limit: Int)
  /// Every package would have to be looked at.
  case tooManyPackages(PackageCount, limit: Int)
  /// The analysis needs at least (or exactly) so many parties.
  case wrongPartyCount(needed: String, found: Int)
  /// A party position outside the scenario.
  case unknownParty(Int)
  /// An argument outside its range.
  case outOfRange(what: String, allowed: String)
  /// The start breaks links or red lines, so no sequence can begin there.
  case infeasibleStart([Scenario.Constraint])
}

extension AnalysisError: CustomStringConvertible {
  /// One sentence for people.
  public var description: String {
    switch self {
    case .frontTooLarge(let limit):
      "the efficiency frontier has more than \(limit) points; ask for an approximate one, or reduce the parties"
    case .linksTooWide(let issues, let states, let limit):
      "links and interactions tie \(issues) issues together in \(states) ways at once; "
        + "the limit is \(limit); drop or split some"
    case .tooManyPackages(let count, let limit):
      "\(count) packages would have to be examined one by one; the limit is \(limit); "
        + "use fewer issues or options"
    case .wrongPartyCount(let needed, let found):
      "the analysis is for \(needed) parties; the scenario has \(found)"
    case .unknownParty(let party): "there is no party \(party); parties count from 0"
    case .outOfRange(let what, let allowed): "\(what) must be \(allowed)"
    case .infeasibleStart(let broken):
      "the draft to start from breaks \(broken.count.counted("link or red line", "links or red lines")); correct it first"
    }
  }
}
