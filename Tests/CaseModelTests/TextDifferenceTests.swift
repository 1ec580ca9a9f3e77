import CaseModel
import Testing

/// Texts that differ in no word are said to, and in what.
@Suite struct TextDifferenceTests {
  private func words(_ now: String, recorded: String) -> String? {
    TextDifference.between(Array(now.utf8), recorded: SHA256Digest(of: recorded.utf8))?.words
  }

  @Test func lineEndsOfAnotherSystemAreNamed() {
    #expect(words("a\r\nb\r\n", recorded: "a\nb\n")?.contains("CR LF") == true)
    #expect(words("a\nb\n", recorded: "a\r\nb\r\n")?.contains("were Windows'") == true)
    #expect(words("a\rb\r", recorded: "a\nb\n")?.contains("CR alone") == true)
  }

  @Test func marksAndEndsAreNamedTogether() throws {
    let both = try #require(words("\u{FEFF}a\r\nb\r\n\r\n", recorded: "a\nb"))
    for part in ["byte order mark", "CR LF", "the very end"] { #expect(both.contains(part)) }
    #expect(words("a", recorded: "a\n")?.contains("missing") == true)
  }

  @Test func theSameTextAndAnotherAreNot() {
    #expect(words("a\nb\n", recorded: "a\nb\n") == nil)
    #expect(words("a\r\nc\r\n", recorded: "a\nb\n") == nil)
  }
}
