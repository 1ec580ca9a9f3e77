import Foundation
import Testing

@testable import Bargaining

/// The story of the 20 articles, recalculated: every figure on `docs/peace-articles.md`.
struct PeaceArticles {
  static let names = ["Ukraine", "Russia", "the United States", "Europe"]
  /// Against it, and scored 2, the lowest: Ukraine's 4 and 8, Russia's 6 and 18.
  static let objections = [(party: 0, article: 4), (0, 8), (1, 6), (1, 18)]
  static let subjects = [1...4, 5...11, 12...17, 18...20]
  static let draft = [1, 4, 7, 12, 18, 19]

  static func scenario(
    floors: [String] = ["5", "6.5", "3", "4"], redLines: Bool = false, subjects: Bool = false,
    spread: Bool = false
  ) throws -> Scenario {
    var scenario = try PublishedData.articles(
      reservations: try floors.map { Quantity(try ExactDecimal(parsing: $0)) })
    func choice(_ article: Int, _ option: Int) -> Scenario.Formula {
      .choice(.init(issue: article - 1, option: option))
    }
    if redLines {
      for (party, article) in objections {
        scenario.parties[party].redLines.append(
          .init(name: "\(article)", ruledOut: choice(article, 1)))
      }
    }
    if subjects {
      for articles in Self.subjects {
        scenario.parties[0].redLines.append(
          .init(name: "\(articles)", ruledOut: .all(articles.map { choice($0, 0) })))
      }
    }
    if spread {
      for party in scenario.parties.indices {
        guard case .meanOfIncluded(let mean) = scenario.parties[party].utility.base else {
          continue
        }
        scenario.parties[party].utility.base = .meanOfIncluded(
          .init(
            scores: mean.scores.map { scores in
              scores.map { score in
                score.map {
                  Quantity(
                    $0.nominal, from: max(1, ExactDecimal(Int($0.nominal.mantissa) - 1)),
                    to: min(10, ExactDecimal(Int($0.nominal.mantissa) + 1)))
                }
              }
            }))
      }
    }
    return scenario
  }

  static func package(_ articles: [Int]) -> Scenario.Package {
    Scenario.Package((1...20).map { articles.contains($0) ? 1 : 0 })
  }

  static func articles(_ package: Scenario.Package) -> [Int] {
    package.options.indices.filter { package.options[$0] == 1 }.map { $0 + 1 }
  }

  static func accepted(_ scenario: Scenario) throws -> Int {
    let zopa = try CompiledScenario(scenario).zopa()
    #expect(zopa.acceptable.isExact)
    return Int(zopa.acceptable.atLeast.exact ?? 0)
  }

  static func with(_ articles: [Int], _ scenario: Scenario) -> Scenario {
    var scenario = scenario
    for article in articles {
      scenario.parties[0].redLines.append(
        .init(name: "\(article)", ruledOut: .choice(.init(issue: article - 1, option: 0))))
    }
    return scenario
  }
}

@Suite struct PeaceArticlesTests {
  @Test func everyFigureOfThePageIsReckonedAnew() throws {
    var figures: [(what: String, text: String)] = []
    func say(_ what: String, _ text: String) { figures.append((what, text)) }
    func grouped(_ number: Int) -> String {
      var digits = String(number)
      var index = digits.count - 3
      while index > 0 {
        digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
        index -= 3
      }
      return digits
    }
    func percent(_ part: Int, _ whole: Int) -> String {
      let tenths = (part * 2000 + whole) / (2 * whole)
      return "\(tenths / 10).\(tenths % 10) %"
    }
    func means(_ utilities: [ExactValue]) -> String {
      utilities.map { String(format: "%.2f", $0.approximate) }.joined(separator: ", ")
    }
    func list(_ articles: [Int]) -> String {
      articles.map(String.init).joined(separator: ", ")
    }

    let fives = try PeaceArticles.scenario(floors: ["5", "5", "5", "5"])
    let plain = try PeaceArticles.scenario()
    let drafts = Int(try CompiledScenario(plain).zopa().feasible.atLeast.exact ?? 0)
    let atLeastFive = try PeaceArticles.accepted(fives)
    let accepted = try PeaceArticles.accepted(plain)
    say("drafts without a conflict", grouped(drafts))
    say("every mean at least 5", grouped(atLeastFive))
    say("their share", percent(atLeastFive, drafts))
    say("own thresholds", grouped(accepted))
    say("their share", percent(accepted, drafts))

    let both = try PeaceArticles.accepted(PeaceArticles.with([4, 18], fives))
    say("with 4 and 18", grouped(both))
    say("their share", percent(both, atLeastFive))

    let lined = try PeaceArticles.scenario(redLines: true)
    let within = try PeaceArticles.accepted(lined)
    say("with red lines", grouped(within))
    say("that cross one", grouped(accepted - within))
    say("their share", percent(accepted - within, accepted))

    let settling = try PeaceArticles.scenario(redLines: true, subjects: true)
    let settled = try PeaceArticles.accepted(settling)
    say("on every subject", grouped(settled))

    let thin = try CompiledScenario(lined).frontier()
    let thinNash = try #require(try thin.point(of: .nash).indices.first)
    let alone = try thin.packages(at: thinNash)
    #expect(alone.map(PeaceArticles.articles) == [[1]])
    say("frontier of red lines", "\(thin.acceptable.count)")
    say("its Nash draft", means(thin.point(thinNash)?.utilities ?? []))

    let compiled = try CompiledScenario(settling)
    let frontier = try compiled.frontier()
    say("frontier", "\(frontier.acceptable.count)")
    let nash = try frontier.point(of: .nash)
    #expect(nash.indices.count == 1)
    let packages = try frontier.packages(at: nash.indices[0])
    #expect(packages.count == 1)
    say("Nash draft", list(PeaceArticles.articles(packages[0])))
    say("its means", means(frontier.point(nash.indices[0])?.utilities ?? []))
    for solution in [Solution.kalaiSmorodinsky, .egalitarian, .utilitarian] {
      for index in try frontier.point(of: solution).indices {
        for package in try frontier.packages(at: index) {
          say("\(solution)", list(PeaceArticles.articles(package)))
          say("\(solution) means", means(frontier.point(index)?.utilities ?? []))
        }
      }
    }

    let blurred = try CompiledScenario(
      try PeaceArticles.scenario(redLines: true, subjects: true, spread: true))
    let bounds = try blurred.marginBounds(of: packages[0])
    for (party, bound) in bounds.enumerated() {
      say(
        "worst margin of \(PeaceArticles.names[party])",
        String(format: "%.2f", bound.low.approximate))
    }
    let robust = try blurred.robustness(of: [packages[0]], draws: 1000, seed: 1)
    let shares = robust.packages[0]
    say("draws", grouped(robust.draws))
    func share(_ name: String, _ share: Share) {
      say(name, percent(share.count, share.draws))
      say(
        "\(name), interval",
        String(
          format: "%.1f to %.1f", share.interval.lowerBound * 100, share.interval.upperBound * 100))
    }
    share("still acceptable", shares.acceptable)
    share("still efficient", shares.efficient)
    share("still Nash", shares.nash)
    say("Nash drafts in all", "\(robust.nash.count)")
    let most = try #require(robust.nash.first)
    say("Nash in most draws", list(PeaceArticles.articles(most.package)))
    say("its share", percent(most.share.count, most.share.draws))

    let draft = PeaceArticles.package(PeaceArticles.draft)
    say("a user's draft", list(PeaceArticles.draft))
    say("its means", means(try compiled.utilities(of: draft)))
    let broken = try compiled.broken(by: draft)
    say("lines it crosses", "\(broken.count)")
    let moves = try compiled.nextMoves(from: draft, toward: .acceptableToAll)
    say("packages that mend it", "\(moves.count)")
    say("changes", "\(moves.first?.changes.count ?? 0)")
    for move in moves {
      say("mended", list(PeaceArticles.articles(move.package)))
      say("its means", means(move.utilities))
    }
    let page = try PeaceArticlesPage()
    for figure in figures where !page.text.contains(figure.text) {
      Issue.record("the page does not say \(figure.what): \(figure.text)")
    }
    let known = Set(figures.flatMap { PeaceArticlesPage(text: $0.text).numbers })
      // Articles, scores and minimum levels; the year, how many articles and scores there are, and
      // the level of the intervals.
      .union((1...20).map(String.init)).union(["6.5", "2025", "80", "95"])
    for number in page.numbers where !known.contains(number) {
      Issue.record("the page says \(number), which is not among the figures calculated here")
    }
  }
}

/// The page against what was calculated: it shows each figure and no other number.
struct PeaceArticlesPage {
  let text: String

  init(text: String) { self.text = text }

  init() throws {
    let page = PublishedData.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/peace-articles.md")
    text = try String(contentsOf: page, encoding: .utf8)
  }

  /// Numbers of the text, code and links left out.
  var numbers: [String] {
    var isCode = false
    var numbers: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isCode.toggle() }
      if isCode { continue }
      var number = ""
      for character in line + " " {
        if character.isASCII && character.isNumber
          || !number.isEmpty && (character == "," || character == ".")
        {
          number.append(character)
          continue
        }
        while number.last == "," || number.last == "." { number.removeLast() }
        if !number.isEmpty { numbers.append(number) }
        number = ""
      }
    }
    return numbers
  }
}
