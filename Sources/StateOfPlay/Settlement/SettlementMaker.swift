internal import Bargaining
internal import CaseModel
internal import Foundations

/// Asks the engine and brings its answers back to ids, names and grounds.
final class SettlementMaker {
  typealias View = SettlementView
  typealias Package = Bargaining.Scenario.Package

  let model: ScenarioModel
  let questions: SettlementQuestions
  let checkpoint: Checkpoint
  let frontier: Frontier
  /// Packages named so far, in the order of their first mention, and their keys.
  private(set) var packages: [(package: Package, key: String, title: String?)] = []
  private var keys: [Package: String] = [:]

  /// The number of frontier points up to which, without being asked, numbers are drawn and flips of
  /// the Nash package are searched: both compute many more frontiers.
  static let mostPoints = 5000
  /// The number of tied packages listed.
  static let mostTies = 8

  init(
    _ model: ScenarioModel, _ questions: SettlementQuestions, _ checkpoint: Checkpoint
  ) throws {
    self.model = model
    self.questions = questions
    self.checkpoint = checkpoint
    var tolerance = ExactDecimal.zero
    if let text = questions.tolerance {
      guard let found = try? ExactDecimal(parsing: text), found >= .zero, found < .one else {
        throw ModelError(
          .tolerance, "`\(text)` is not a share", hint: "give a number from 0 to below 1")
      }
      tolerance = found
    }
    frontier = try model.compiled.frontier(tolerance: tolerance, checkpoint: checkpoint)
  }

  var compiled: CompiledScenario { model.compiled }
  var parties: Range<Int> { model.source.parties.indices }

  static let rule = """
    A package takes one option for every issue. It is feasible if it breaks no link and no party's \
    red line, acceptable to a party if it is worth at least the party's reservation value, and \
    efficient if no feasible package is worth more to one party and no less to any. Nash: the \
    largest product of gains over the reservation values. Kalai–Smorodinsky: the smallest share of \
    what each could gain at best is as large as possible. Egalitarian: the smallest gain is as \
    large as possible, then the next smallest. Utilitarian: the largest sum. Everything is \
    calculated exactly from the numbers of the scenario, and shows what would have to be true, not \
    what will happen.
    """

  // MARK: Packages

  /// The key by which the view names a package.
  func key(_ package: Package) -> String {
    if let key = keys[package] { return key }
    let named = model.source.packages.first { model.package($0.choose) == package }
    let key = named?.id.raw ?? nextKey()
    keys[package] = key
    packages.append((package, key, named?.title))
    return key
  }

  /// `p1`, `p2`, …, unlike the id of any package of the scenario.
  private func nextKey() -> String {
    let taken = Set(model.source.packages.map(\.id.raw) + packages.map(\.key))
    var number = 1
    while taken.contains("p\(number)") { number += 1 }
    return "p\(number)"
  }

  // MARK: The view

  func view() throws -> View {
    let asked = try questions.packages.map { try model.package($0, .package) }
    let askedKeys = asked.map(key)
    // Packages named by the scenario are always listed.
    for named in model.source.packages.prefix(Self.mostTies) {
      if let package = model.package(named.choose) { _ = key(package) }
    }
    let points = try questions.solutions.map { try self.point($0) }
    let zone = try self.zone()
    let obstruction = zone.isEmpty ? try self.obstruction() : nil
    let moves = questions.next ? try self.moves(from: try draft(asked, .nextMoves)) : nil
    let text = questions.singleText ? try singleText(from: try draft(asked, .singleText)) : nil
    let comparison = questions.compare.isEmpty ? nil : try self.comparison()
    let robustness = try self.robustness()
    let flips = questions.flips && !zone.isEmpty ? try self.flips() : []
    let certificates = questions.certificates ? try self.certificates(obstruction) : []
    let division = questions.division ? try self.division() : nil
    let extremes = try self.extremes()
    return View(
      scenario: model.source.id, title: model.source.title,
      description: model.source.description,
      by: model.source.evidence.basis ?? model.source.provenance.by, asOf: model.source.asOf,
      notes: model.source.notes, issues: model.issueLines, parties: partyLines(extremes),
      constraints: constraintLines, numbers: numberLines(), changes: [],
      packageCount: "\(compiled.packageCount)", zone: zone, obstruction: obstruction,
      frontier: try frontierTable(), points: points, packages: try packageLines(robustness),
      asked: askedKeys, moves: moves, singleText: text, comparison: comparison,
      robustness: robustness?.table,
      flips: flips, certificates: certificates, division: division, audit: try audit(),
      leftOut: [], rule: Self.rule)
  }

  /// The package to start from: the first asked about, else the scenario's first.
  private func draft(_ asked: [Package], _ question: ModelQuestion) throws -> Package {
    if let first = asked.first { return first }
    if let first = model.source.packages.first, let package = model.package(first.choose) {
      return package
    }
    throw ModelError(
      question, "there is no draft to start from",
      hint: "name a package, by its id or as issue=option,issue=option")
  }

  func point(_ solution: View.Solution) throws -> View.PointLine {
    let point = try frontier.point(of: solution.engine, checkpoint: checkpoint)
    var listed: [String] = []
    var ties = PackageCount.zero
    for index in point.indices {
      ties += frontier.point(index)?.packageCount ?? .zero
      guard listed.count < Self.mostTies else { continue }
      listed += try frontier.packages(
        at: index, limit: Self.mostTies - listed.count, checkpoint: checkpoint
      ).map(key)
    }
    return View.PointLine(
      solution: solution, packages: listed, ties: "\(ties)", score: point.score.map(figure),
      allGain: point.allGain,
      gainers: point.allGain ? [] : point.gainers.map { $0.map { model.partyIDs[$0] } })
  }

  private func zone() throws -> View.Zone {
    let zone = try compiled.zopa(checkpoint: checkpoint)
    return View.Zone(
      isEmpty: zone.isEmpty, isDecided: zone.isDecided, acceptable: count(zone.acceptable),
      feasible: count(zone.feasible))
  }

  private func count(_ bracket: CountBracket) -> View.Count {
    let method =
      switch bracket.method {
      case .enumeration: "every package examined"
      case .dynamicProgramming: "packages with equal sums counted together"
      case .meetInTheMiddle: "two halves of the issues matched"
      case .rounding: "between two bounds, from utilities rounded down and up"
      }
    return View.Count(
      atLeast: "\(bracket.atLeast)", atMost: "\(bracket.atMost)", method: method)
  }

  private func obstruction() throws -> View.Obstruction? {
    guard let found = try compiled.obstruction(checkpoint: checkpoint) else { return nil }
    let miss = try frontier.nearestMiss(checkpoint: checkpoint)
    return View.Obstruction(
      openings: found.openings.map { $0.map(constraintID) },
      conflicts: found.conflicts.map { $0.map(constraintID) }, isComplete: found.isComplete,
      nearestMiss: try miss.map { miss in
        var packages: [String] = []
        for index in miss.indices where packages.count < Self.mostTies {
          packages += try frontier.packages(
            at: index, limit: Self.mostTies - packages.count, checkpoint: checkpoint
          ).map(key)
        }
        return View.NearestMiss(packages: packages, shortfalls: miss.shortfalls.map(figure))
      })
  }

  private func frontierTable() throws -> View.FrontierTable {
    let count = frontier.count
    let points = try (0..<min(count, questions.listed)).compactMap { index in
      try frontier.point(index).map { point in
        View.FrontierPoint(
          utilities: point.utilities.map(figure), packages: "\(point.packageCount)",
          isAcceptable: point.isAcceptable,
          package: try frontier.packages(at: index, limit: 1, checkpoint: checkpoint)
            .first.map(ids) ?? [])
      }
    }
    return View.FrontierTable(
      count: count, acceptableCount: frontier.acceptable.count,
      tolerance: "\(frontier.tolerance)", points: points, others: try others())
  }

  /// Feasible packages for the picture's background, each place once.
  private func others() throws -> [[Double]] {
    guard questions.listed > 0, let total = compiled.packageCount.exact, total <= 20_000 else {
      return []
    }
    var seen: Set<[Double]> = []
    var found: [[Double]] = []
    try compiled.forEachPackage(checkpoint: checkpoint) { _, utilities in
      let place = utilities.map(\.approximate)
      if seen.insert(place).inserted { found.append(place) }
      return found.count < 3000
    }
    return found
  }

  // MARK: Figures

  func figure(_ value: ExactValue) -> View.Figure { View.Figure(value) }
  func ids(_ package: Package) -> [String] { model.ids(package) }

  func change(_ change: NextMove.Change) -> View.Change {
    View.Change(
      issue: model.source.issues[change.issue].name.raw,
      from: model.id(ofIssue: change.issue, option: change.from),
      to: model.id(ofIssue: change.issue, option: change.to))
  }

  func share(_ share: Bargaining.Share) -> View.Share {
    let interval = share.interval
    return View.Share(
      count: share.count, of: share.draws, low: interval.lowerBound, high: interval.upperBound)
  }
}

extension SettlementView.Solution {
  var engine: Bargaining.Solution {
    switch self {
    case .nash: .nash
    case .nashFromMinimum: .nashFromMinimum
    case .kalaiSmorodinsky: .kalaiSmorodinsky
    case .kalaiSmorodinskyBySpread: .kalaiSmorodinskyBySpread
    case .egalitarian: .egalitarian
    case .utilitarian: .utilitarian
    }
  }
}
