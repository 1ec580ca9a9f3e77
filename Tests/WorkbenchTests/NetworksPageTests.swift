import CaseModel
import Foundation
import Interchange
import Networks
import StateOfPlay
import TestSupport
import Testing

@testable import Workbench

/// The page Networks: its window moves by a slider, and no one else does.
@Suite struct NetworksPageTests {
  private struct Answer: Decodable {
    var view: NetworksView
  }

  private func visit(_ address: String) async throws -> (status: Int, text: String) {
    let site = TestSite(FixedKeeper(try ExampleCase.istanbul().theCase))
    let cookie = try await site.signIn()
    let answer = try await site.get(address, cookie: cookie)
    return (answer.status, answer.text)
  }

  private func view(_ address: String) async throws -> NetworksView {
    let answer = try await visit(address)
    #expect(answer.status == 200, "\(answer.text.prefix(300))")
    return try JSONDecoder().decode(Answer.self, from: Data(answer.text.utf8)).view
  }

  @Test func theSliderMovesThroughEveryWindow() async throws {
    let plain = try await visit("/networks").text
    #expect(!plain.contains("type=\"range\" name=\"step\""))
    let text = try await visit("/networks?window=quarter").text
    let whole = try await view("/networks.json")
    let span = try #require(whole.span)
    let periods = NetworkPeriod.all(
      .quarter, from: span.first.earliest, to: span.last.latest)
    let ends = (periods[0].number, periods[periods.count - 1].number)
    #expect(text.contains("min=\"\(ends.0)\" max=\"\(ends.1)\""))
    #expect(text.contains(periods.map(\.words).joined(separator: "|")))
    #expect(text.contains("data-live=\"main header, #network\""))
    #expect(text.contains("<div id=\"network\">"))
    #expect(text.contains("<label>Move the window "))
  }

  @Test func actorsStayWhileTheWindowMoves() async throws {
    let whole = try await view("/networks.json")
    let periods = NetworkPeriod.all(
      .year, from: try #require(whole.span).first.earliest,
      to: try #require(whole.span).last.latest)
    var shown = 0
    for period in periods.suffix(4) {
      let moved = try await view("/networks.json?window=year&step=\(period.number)")
      #expect(moved.asked.from?.earliest == period.start)
      #expect(moved.asked.until?.latest == period.last)
      #expect(moved.known == whole.known)
      for actor in moved.actors {
        #expect(actor.place == whole.actors.first { $0.id == actor.id }?.place)
        shown += 1
      }
    }
    #expect(shown > 0)
  }

  @Test func smoothEndsAndTheBackbone() async throws {
    let period = NetworkPeriod(.quarter, 2025 * 12 + 4)
    let smooth = try await view(
      "/networks.json?window=quarter&step=\(period.number)&edges=gaussian&backbone=1")
    #expect(smooth.asked.kernel == .gaussian && smooth.asked.width == period.days)
    #expect(smooth.asked.centre?.earliest == period.middle)
    #expect(smooth.backbone != nil && smooth.series?.isEmpty == false)
    let departing = try await visit("/networks?as=dna").text
    #expect(departing.contains("weeks and months are compared without their year"))
    let text = try await visit("/networks?backbone=1").text
    #expect(text.contains("What the network rests on"))
  }

  @Test(arguments: [
    ("window=decade", "is no window"), ("window=year&step=soon", "number"),
    ("window=year&edges=round", "no way for a window to end"), ("until=someday", "date"),
    ("as=itself", "is no departure"),
  ])
  func whatCannotBeIsSaid(_ query: String, _ words: String) async throws {
    let answer = try await visit("/networks?\(query)")
    #expect(answer.status == 400)
    #expect(answer.text.contains(words), "\(answer.text.suffix(600))")
  }
}
