import CaseModel
import Foundations
import StateOfPlay
import TestSupport
import Testing

@testable import Presentation

/// The names in the picture of a network.
@Suite struct NetworkLabelTests {
  private typealias Box = LabelPlacement.Box

  private func expectApart(_ labels: [LabelPlacement.Label], _ placement: LabelPlacement) {
    for (place, label) in labels.enumerated() {
      #expect(placement.room.contains(label.box))
      for other in labels[(place + 1)...] {
        #expect(!label.box.overlaps(other.box), "\(label.box) \(other.box)")
      }
      for circle in placement.circles { #expect(!label.box.overlaps(circle)) }
    }
  }

  @Test(arguments: 0..<60) func namesDoNotOverlap(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = 2 + random.below(29)
    // Some seeds put all in a corner.
    let spread = seed % 3 == 0 ? 0.35 : 1.0
    let circles = (0..<count).map { _ in
      LabelPlacement.Circle(
        x: 120 + Double(random.below(720)) * spread, y: 46 + Double(random.below(518)) * spread,
        radius: 6 + Double(random.below(10)))
    }
    let placement = LabelPlacement(
      circles: circles, room: Box(x: 4, y: 4, width: 952, height: 602))
    let widths = (0..<count).map { _ in 20 + Double(random.below(130)) }
    let labels = placement.labels(widths, height: 17)
    expectApart(labels, placement)
    #expect(placement.labels(widths, height: 17) == labels)
  }

  @Test func severalInOnePlace() {
    let circle = LabelPlacement.Circle(x: 480, y: 300, radius: 12)
    let placement = LabelPlacement(
      circles: Array(repeating: circle, count: 12),
      room: Box(x: 4, y: 4, width: 952, height: 602))
    let labels = placement.labels(Array(repeating: 120, count: 12), height: 17)
    expectApart(labels, placement)
    #expect(labels.contains { $0.isApart } && !labels[0].isApart)
  }

  /// Names of two lines are kept apart by their whole height.
  @Test(arguments: 0..<20) func namesOfTwoLinesDoNotOverlap(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let circles = (0..<16).map { _ in
      LabelPlacement.Circle(
        x: 120 + Double(random.below(720)), y: 46 + Double(random.below(400)), radius: 10)
    }
    let placement = LabelPlacement(
      circles: circles, room: Box(x: 4, y: 4, width: 952, height: 602))
    expectApart(
      placement.labels(circles.indices.map { (width: 140, height: $0 % 2 == 0 ? 32 : 17) }),
      placement)
  }
}
