import CaseModel
import Foundation
import StateOfPlay
import Testing

@testable import Presentation

/// What a picture shows leads to its page, where there are pages.
@Suite struct PictureLinkTests {
  private var graph: StepGraph {
    StepGraph(
      nodes: [
        .init(
          id: "issue/truce/yes", label: "A <truce>", kind: .issue, link: .entry(.issues, "truce")),
        .init(id: "meeting/summit", label: "The summit", kind: .meeting),
      ],
      edges: [.init(from: "issue/truce/yes", to: "meeting/summit", kind: .before, holder: "North")])
  }

  @Test func marksAreLinksWhereThereAreAddresses() throws {
    let picture = try #require(stepGraphPicture(graph))
    let linked = picture.svg(id: "p") { _ in "/x?a=1&b=2" }.text
    #expect(linked.contains("<a href=\"/x?a=1&amp;b=2\"><g><title>A &lt;truce&gt;</title>"))
    #expect(linked.components(separatedBy: "<a ").count == 2)
    #expect(linked.components(separatedBy: "</a>").count == 2)
    #expect(linked.contains("role=\"group\""))
    let plain = picture.svg(id: "p").text
    #expect(!plain.contains("<a ") && plain.contains("role=\"img\""))
    for text in [linked, plain, picture.standalone] { #expect(!text.contains("\u{1}")) }
  }

  /// The words a reader sees are the same with and without links.
  @Test func termsAreLinkedOnce() throws {
    var terms = TermLinks()
    let linked = terms.link(
      "A deadlock is a circle. Deadlocks open by a waiver; a Red line does not.")
    #expect(
      linked.text == "A deadlock is a circle. Deadlocks open by a waiver; a Red line does not.")
    let anchors = linked.spans.compactMap { span -> String? in
      if case .term(let anchor)? = span.link { anchor } else { nil }
    }
    #expect(anchors.sorted() == ["deadlock", "red-line"])
    #expect(terms.link("Another deadlock").spans.allSatisfy { $0.link == nil })
    #expect(terms.link("the `zopa` option").spans.allSatisfy { $0.link == nil })
    #expect(terms.link("a zopas-like thing, BATNAs").spans.count { $0.link != nil } == 1)
  }
}
