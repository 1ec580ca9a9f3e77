import Foundation
import Foundations
import Testing

@testable import Presentation

@Suite struct StepGraphPictureTests {
  typealias Node = StepGraph.Node
  typealias Edge = StepGraph.Edge

  static func random(seed: Int, nodes count: Int) -> StepGraph {
    var random = SplitMix64(seed: UInt64(seed))
    let nodes = (0..<count).map { index in
      Node(
        id: "n\(index)", label: "Step \(index): " + random.text(0...9),
        kind: random.pick(Node.Kind.allCases, else: .issue))
    }
    let edges = (0..<random.int(0...(count * 3 / 2))).map { index in
      Edge(
        from: "n\(random.int(0...(count - 1)))", to: "n\(random.int(0...(count - 1)))",
        kind: random.pick(Edge.Kind.allCases, else: .before), holder: random.text(1...3),
        isInferred: random.isHit(20), circle: random.isHit(20) ? random.int(1...3) : nil,
        isHidden: random.isHit(10))
    }
    return StepGraph(nodes: nodes, edges: edges)
  }

  /// What an envoy would look at.
  static let talks = StepGraph(
    nodes: [
      Node(id: "summit", label: "Putin and Zelensky meet", kind: .meeting),
      Node(id: "results", label: "Tangible results in the negotiations", kind: .milestone),
      Node(id: "truce", label: "Ceasefire: full and unconditional, 30 days", kind: .issue),
      Node(id: "talks", label: "Direct talks between Russia and Ukraine", kind: .meeting),
      Node(id: "neutral", label: "Ukraine's neutrality: permanent", kind: .issue),
      Node(
        id: "guarantees",
        label: "Security guarantees for Ukraine: Guarantors must fight for Ukraine", kind: .issue),
      Node(id: "nato", label: "Ukraine and NATO: Ukraine stays out", kind: .issue),
      Node(id: "prepared", label: "A Trump–Putin meeting is properly prepared", kind: .milestone),
      Node(id: "trump", label: "Trump and Putin meet", kind: .meeting),
      Node(
        id: "outcomes", label: "Outcomes of a Trump–Putin meeting are agreed beforehand",
        kind: .milestone),
      Node(id: "sanctions", label: "Further sanctions on Russia", kind: .issue),
      Node(id: "exchange", label: "Exchange of 1,000 for 1,000 prisoners", kind: .commitment),
    ],
    edges: [
      Edge(from: "results", to: "summit", kind: .before, holder: "Russia", circle: 1),
      Edge(
        from: "summit", to: "results", kind: .before, holder: "Ukraine", isInferred: true, circle: 1
      ),
      Edge(from: "truce", to: "talks", kind: .before, holder: "Ukraine"),
      Edge(from: "talks", to: "results", kind: .before, holder: "Russia"),
      Edge(from: "guarantees", to: "neutral", kind: .exchange, holder: "Ukraine"),
      Edge(from: "guarantees", to: "nato", kind: .exchange, holder: "Ukraine"),
      Edge(from: "prepared", to: "trump", kind: .before, holder: "Russia"),
      Edge(from: "outcomes", to: "trump", kind: .before, holder: "Russia", isInferred: true),
      Edge(from: "truce", to: "sanctions", kind: .trigger, holder: "European states"),
    ])

  static let shown: [(String, StepGraph)] =
    [("talks", talks), ("random-12", random(seed: 5, nodes: 12))]
    + [
      (
        "random-40",
        (0..<40).map { random(seed: $0, nodes: 40) }.max { $0.edges.count < $1.edges.count }
          ?? talks
      )
    ]

  @Test(arguments: 0..<60)
  func nothingOverlaps(_ seed: Int) {
    let graph = Self.random(seed: seed, nodes: 1 + seed * 40 / 60)
    let layout = StepGraphLayout(graph, width: 1000)
    #expect(layout.nodes.count == graph.nodes.count)
    let wanted = graph.edges.count { !$0.isHidden && $0.from != $0.to }
    #expect(layout.edges.count == wanted)
    let boxes = layout.nodes.map(\.box) + layout.edges.map(\.labelBox)
    for (position, box) in boxes.enumerated() {
      #expect(box.x >= 0 && box.y >= 0)
      #expect(box.x + box.width <= layout.width && box.y + box.height <= layout.height)
      for other in boxes[(position + 1)...] {
        #expect(!box.overlaps(other), "\(box) lies on \(other)")
      }
    }
  }

  /// An edge may touch the boxes it joins and no other.
  @Test(arguments: 0..<60)
  func edgesKeepClearOfBoxes(_ seed: Int) {
    let layout = StepGraphLayout(Self.random(seed: seed, nodes: 2 + seed * 38 / 60), width: 1000)
    for edge in layout.edges {
      for (a, b) in zip(edge.points, edge.points.dropFirst()) {
        for step in 0...8 {
          let share = Double(step) / 8
          // The middle of a curve between layers; pieces within one are straight.
          let ease = share * share * (3 - 2 * share)
          let point =
            edge.direction == .rightwards
            ? SVGCanvas.Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * ease)
            : SVGCanvas.Point(x: a.x + (b.x - a.x) * ease, y: a.y + (b.y - a.y) * share)
          for node in layout.nodes where node.node.id != edge.edge.from {
            guard node.node.id != edge.edge.to else { continue }
            let isInside =
              point.x > node.box.x + 0.5 && point.x < node.box.x + node.box.width - 0.5
              && point.y > node.box.y + 0.5 && point.y < node.box.y + node.box.height - 0.5
            #expect(!isInside, "\(edge.edge.from) → \(edge.edge.to) runs through \(node.node.id)")
          }
        }
      }
    }
  }

  @Test(arguments: 0..<20)
  func sameInputSameBytes(_ seed: Int) {
    let graph = Self.random(seed: seed, nodes: 25)
    let first = stepGraphPicture(graph)
    for _ in 0..<3 { #expect(stepGraphPicture(graph) == first) }
  }

  @Test func arrowsLeadFromWhatComesFirst() throws {
    let layout = StepGraphLayout(Self.talks, width: 1000)
    for edge in layout.edges {
      let (from, to) = (edge.edge.from, edge.edge.to)
      let start = try #require(layout.nodes.first { $0.node.id == from }).box
      let end = try #require(layout.nodes.first { $0.node.id == to }).box
      let (first, last) = (try #require(edge.points.first), try #require(edge.points.last))
      #expect(abs(first.x - start.x) < 0.5 || abs(first.x - start.x - start.width) < 0.5)
      #expect(abs(last.x - end.x) < 0.5 || abs(last.x - end.x - end.width) < 0.5)
    }
  }

  @Test func hostileLabelsAreEscaped() throws {
    let hostile = "</text><script>alert(1)</script>\" onload=\"x\u{0}"
    let picture = try #require(
      stepGraphPicture(
        StepGraph(
          nodes: [
            Node(id: "a", label: hostile, kind: .issue), Node(id: "b", label: "b", kind: .issue),
          ], edges: [Edge(from: "a", to: "b", kind: .before, holder: hostile)]), title: hostile))
    let text = picture.standalone
    #expect(!text.contains("<script"))
    #expect(!text.contains("\u{0}"))
    #expect(!text.contains("\" onload"))
  }

  @Test func tooManyStepsAreNotDrawn() {
    #expect(stepGraphPicture(StepGraph(nodes: [], edges: [])) == nil)
    let many = (0..<200).map { Node(id: "\($0)", label: "", kind: .issue) }
    #expect(stepGraphPicture(StepGraph(nodes: many, edges: [])) == nil)
  }

  /// `PICTURES=FOLDER` leaves the drawings there to be looked at.
  @Test func showPictures() throws {
    guard let folder = ProcessInfo.processInfo.environment["PICTURES"] else { return }
    for (name, graph) in Self.shown {
      let picture = try #require(stepGraphPicture(graph))
      try Data(picture.standalone.utf8).write(
        to: URL(fileURLWithPath: folder).appendingPathComponent("\(name).svg"))
    }
  }
}
