import CaseModel
import Foundations
import TestSupport
import Testing

@testable import Interchange

/// The digest of the next state of a case, made from that of the last, is the hash of its text.
@Suite struct CanonicalDigestTests {
  /// Entries of one section removed, doubled, exchanged, or taken over from another case.
  private struct Edit: SectionVisitor {
    var theCase: Case
    let other: Case
    let section: Case.Section
    var random: SplitMix64

    mutating func visit<Entry: SectionEntry>(
      _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
    ) {
      guard section == self.section else { return }
      var entries = theCase[keyPath: path]
      let others = other[keyPath: path]
      switch Int.random(in: 0..<5, using: &random) {
      case 0: entries.removeAll()
      case 1: entries = others
      case 2: if !entries.isEmpty { entries.remove(at: place(in: entries)) }
      case 3: if let one = others.first { entries.insert(one, at: place(in: entries)) }
      default:
        if entries.count > 1 { entries.swapAt(place(in: entries), place(in: entries)) }
      }
      theCase[keyPath: path] = entries
    }

    private mutating func place<Entry>(in entries: [Entry]) -> Int {
      entries.isEmpty ? 0 : Int.random(in: 0..<entries.count, using: &random)
    }
  }

  @Test(arguments: 0..<8) func theDigestOfTheNextStateIsItsHash(_ block: Int) {
    for seed in block * 4..<block * 4 + 4 {
      var random = SplitMix64(seed: UInt64(seed))
      var theCase = randomCase(seed: UInt64(seed), density: 0.5)
      let other = randomCase(seed: UInt64(seed + 1000), density: 0.7)
      // Enough for several pieces.
      if seed % 2 == 0, let one = theCase.notes.first ?? other.notes.first {
        theCase.notes = Array(repeating: one, count: 300) + theCase.notes
      }
      var digest = CanonicalDigest(theCase)
      #expect(digest.hex == theCase.canonicalHash)
      for _ in 0..<12 {
        let section = Case.Section.allCases.randomElement(using: &random) ?? .statements
        var edit = Edit(theCase: theCase, other: other, section: section, random: random)
        Case.forEachSection(&edit)
        (theCase, random) = (edit.theCase, edit.random)
        if Int.random(in: 0..<6, using: &random) == 0 { theCase.header.title += "." }
        digest = CanonicalDigest(theCase, after: digest)
        #expect(digest.hex == theCase.canonicalHash, "seed \(seed), \(section)")
      }
    }
  }
}
