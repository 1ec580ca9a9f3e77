/// Why a scenario cannot be computed with: what is wrong, where, and what to do.
public enum ScenarioError: Error, Sendable, Hashable {
  case noIssues
  case tooManyIssues(Int, limit: Int)
  case noParties
  case tooManyParties(Int, limit: Int)
  case emptyIssue(issue: String)
  case brokenRange(issue: String)
  case tooManyOptions(issue: String, count: Int?, limit: Int)
  case unknownOption(place: String, choice: Scenario.Choice)
  case wrongLength(place: String, expected: Int, found: Int)
  case weightsSumToZero(party: String)
  case negativeWeight(party: String, issue: String)
  case rangeReversed(place: String)
  case pointsNotIncreasing(place: String)
  case continuousHasNoOptions(place: String, issue: String)
  case notARange(place: String)
  case reservationAboveBest(party: String, reservation: ExactValue, best: ExactValue)
  case orderingContradicted(party: String, ordering: Int)
  case inclusionDiffers(party: String, issue: String)
  case tableIncomplete(party: String, missing: Scenario.Package)
  case tableTooLarge(packages: PackageCount, limit: Int)
  case formulaTooLarge(place: String, limit: Int)
  case unknownPackage(place: String)
}

extension ScenarioError: CustomStringConvertible {
  /// One sentence for people.
  public var description: String {
    switch self {
    case .noIssues: "the scenario has no issues; give at least one"
    case .tooManyIssues(let count, let limit):
      "the scenario has \(count) issues; the limit is \(limit); leave out what no one disputes"
    case .noParties: "the scenario has no parties; give at least one"
    case .tooManyParties(let count, let limit):
      "the scenario has \(count) parties; the frontier is computed for up to \(limit)"
    case .emptyIssue(let issue): "issue “\(issue)” has no options; give at least one or drop it"
    case .brokenRange(let issue):
      "issue “\(issue)”: the range must go up by a positive step from lower to upper, and listed "
        + "numbers must increase"
    case .tooManyOptions(let issue, let count, let limit):
      "issue “\(issue)” has \(count.map(String.init) ?? "too many") options, "
        + "the limit is \(limit); use a larger step"
    case .unknownOption(let place, let choice):
      "\(place): there is no option \(choice.option) of issue \(choice.issue); both count from 0"
    case .wrongLength(let place, let expected, let found):
      "\(place): expected \(expected) entries, found \(found)"
    case .weightsSumToZero(let party):
      "party “\(party)”: its weights sum to zero, so no package differs; give one a positive weight"
    case .negativeWeight(let party, let issue):
      "party “\(party)”, issue “\(issue)”: a weight is negative; reverse its values instead"
    case .rangeReversed(let place):
      "\(place): the number must lie between the low and the high end of its range"
    case .pointsNotIncreasing(let place):
      "\(place): give at least one point, in strictly increasing order"
    case .continuousHasNoOptions(let place, let issue):
      "\(place): issue “\(issue)” is continuous, so it has no options to name or to value one by "
        + "one; give it a step, or a value by slope or by points"
    case .notARange(let place):
      "\(place): a formula needs an issue with a numeric range; give a value per option"
    case .reservationAboveBest(let party, let reservation, let best):
      "party “\(party)”: the reservation value \(reservation) is above the best package, \(best); "
        + "lower it or check the scale"
    case .orderingContradicted(let party, let ordering):
      "party “\(party)”, ordering \(ordering): no numbers within the ranges satisfy it"
    case .inclusionDiffers(let party, let issue):
      "party “\(party)”, issue “\(issue)”: all parties that score by the mean must leave out the "
        + "same options"
    case .tableIncomplete(let party, let missing):
      "party “\(party)”: no value for package \(missing.options); list it or give a default"
    case .tableTooLarge(let packages, let limit):
      "a table of values needs every package examined: there are \(packages), and the limit is \(limit)"
    case .formulaTooLarge(let place, let limit):
      "\(place): the formula has more than \(limit) cases; split it"
    case .unknownPackage(let place):
      "\(place): a package takes one known option for every issue"
    }
  }
}
