import Foundation
internal import Foundations
import TestSupport

/// Someone drags the sliders of the Settlement page of the Istanbul case: every move is an address
/// that nobody has asked for before.
struct SliderRace {
  private struct Slider {
    var name: String
    var low: Double
    var high: Double
  }

  let served: ServedCase
  private let sliders: [Slider]

  /// - Throws: where the case cannot be served, or its page has no sliders.
  init(_ place: String) throws {
    served = try ServedCase(Project.program("dragoman"), [place])
    try served.signIn()
    let page = try LocalConnection(port: served.port)
      .send(served.request("GET", "/settlement")).text
    sliders = page.matches(
      of: /<input type="range" name="([^"]+)" min="([^"]+)" max="([^"]+)"/
    ).compactMap { found in
      guard let low = Double(found.2), let high = Double(found.3), low < high else { return nil }
      return Slider(name: String(found.1), low: low, high: high)
    }
    if sliders.isEmpty { throw LoadRace.Fault(description: "the Settlement page has no sliders") }
  }

  /// - Parameter more: appended to each address, as what is asked for once a slider rests.
  func report(_ name: String, moves: Int, more: String = "") throws {
    let connection = try LocalConnection(port: served.port)
    var random = SplitMix64(seed: 7)
    var times: [Double] = []
    for _ in 0..<moves {
      let slider = sliders[Int.random(in: 0..<sliders.count, using: &random)]
      let value = Double.random(in: slider.low...slider.high, using: &random)
      let path = "/settlement?\(slider.name)=\((value * 1e6).rounded() / 1e6)\(more)"
      let start = ContinuousClock.now
      let answer = try connection.send(served.request("GET", path))
      times.append((ContinuousClock.now - start) / .milliseconds(1))
      guard answer.status == 200 else {
        throw LoadRace.Fault(description: "\(path): \(answer.status)")
      }
    }
    times.sort()
    print(
      LoadRace.line(
        name, LoadRace.shown(LoadRace.rank(times, 0.5)), LoadRace.shown(LoadRace.rank(times, 0.99)))
    )
  }
}
