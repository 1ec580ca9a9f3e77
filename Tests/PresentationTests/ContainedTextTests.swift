import Testing

@testable import Presentation

/// A name in a sentence does not turn the words behind it.
@Suite struct ContainedTextTests {
  @Test(arguments: [
    ("The Courier", "The Courier"), ("\u{202E}reiruoC", "\u{FFFD}reiruoC"),
    ("\u{202B}بلمار", "\u{202B}بلمار\u{202C}"), ("\u{2067}بلمار", "\u{2067}بلمار\u{2069}"),
    ("\u{2067}بلمار\u{2069} said", "\u{2067}بلمار\u{2069} said"),
    ("\u{2067}a\u{202B}b", "\u{2067}a\u{202B}b\u{202C}\u{2069}"),
  ])
  func marksEndWithTheText(_ text: String, _ shown: String) {
    #expect(text.contained == shown)
  }
}
