import CaseModel
import Foundations
import TestSupport
import Testing

@Suite struct SlugTests {
  @Test(arguments: [
    "a", "0", "a-b", "2022", "osw-07", "a-", "a--b", "no", String(repeating: "a", count: 100),
  ])
  func isASlug(_ text: String) { #expect(Slug.isSlug(text)) }

  @Test(arguments: [
    "", "-a", "A", "a b", "a_b", "é", "a.b", "a/b", "ａ", "a\n", "a\0", "я",
    String(repeating: "a", count: 101),
  ])
  func isNone(_ text: String) { #expect(!Slug.isSlug(text)) }

  @Test(arguments: [
    ("The Talks!", "the-talks"), ("  a  b ", "a-b"), ("Ünal 2", "nal-2"), ("A/B.txt", "a-b-txt"),
    ("--x--", "x"),
  ])
  func fromText(_ text: String, _ slug: String) { #expect(Slug.from(text)?.raw == slug) }

  @Test func whatIsMadeIsAlwaysASlug() {
    var random = SplitMix64(seed: 11)
    let letters = Array("aZ09-_ éяİß😀.\u{0301}\n")
    for _ in 0..<5000 {
      let text = String(
        (0..<Int.random(in: 0...80, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "a"
        })
      if let slug = Slug.from(text) { #expect(Slug.isSlug(slug.raw), "\(text.debugDescription)") }
    }
    #expect(Slug.from("Київ") == nil)
    #expect(Slug.from("") == nil)
  }
}

@Suite struct NearestTests {
  private let words = ["speaker", "source", "stance", "statement", "status"]

  @Test(arguments: [
    ("speeker", "speaker"), ("spaeker", "speaker"), ("SOURCE", "source"), ("sorce", "source"),
    ("stat", "status"),
    ("statu", "status"), ("stances", "stance"),
  ])
  func suggests(_ word: String, _ expected: String) {
    #expect(nearest(to: word, among: words) == expected)
  }

  @Test(arguments: ["", "zzz", "quote", "statementsandmoreandmoreandmore0"])
  func suggestsNothing(_ word: String) {
    let found = nearest(to: word, among: ["speaker", "source"])
    #expect(found == nil)
  }

  @Test func tiesGoToTheFirstByName() {
    #expect(nearest(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
    #expect(nearest(to: "cat", among: ["hat", "bat", "rat"]) == "bat")
  }

  @Test func amongNothing() { #expect(nearest(to: "a", among: [String]()) == nil) }

  @Test func longWordsAreCut() {
    let long = String(repeating: "я", count: 100_000)
    #expect(nearest(to: long, among: words) == nil)
  }
}
