import CaseModel
import Interchange
import TestSupport
import Testing

/// Written and read again a case is the same, and so are the bytes of a second writing.
@Suite struct RoundTripTests {
  typealias Format = FileLayout.Format

  /// What is wrong with a case's round trip; nil where nothing is.
  private func fault(_ theCase: Case, _ format: Format, by way: Format? = nil) -> String? {
    var theCase = theCase
    if let way {
      switch Result(catching: { try CaseReader.read(CaseWriter.write(theCase, as: way), as: way) })
      {
      case .success(let read): theCase = read.theCase
      case .failure(let error): return "by way of \(way): \(error)"
      }
    }
    let bytes = CaseWriter.write(theCase, as: format)
    do {
      let read = try CaseReader.read(bytes, as: format)
      if read.theCase != theCase { return "another case came back" }
      if CaseWriter.write(read.theCase, as: format) != bytes {
        return "other bytes the second time"
      }
      return nil
    } catch {
      let found = error.findings.map { "\($0.place?.line ?? 0): \($0.code): \($0.message)" }
      return found.joined(separator: "\n")
    }
  }

  /// The case with entries dropped as long as the fault stays.
  private func shrunk(_ theCase: Case, _ isFaulty: @escaping (Case) -> Bool) -> Case {
    var small = theCase
    var dropper = Dropper(small, isFaulty)
    repeat {
      dropper.dropped = false
      Case.forEachSection(&dropper)
    } while dropper.dropped
    small = dropper.theCase
    return small
  }

  private struct Dropper: SectionVisitor {
    var theCase: Case
    let isFaulty: (Case) -> Bool
    var dropped = false

    init(_ theCase: Case, _ isFaulty: @escaping (Case) -> Bool) {
      self.theCase = theCase
      self.isFaulty = isFaulty
    }

    mutating func visit<Entry: SectionEntry>(
      _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
    ) {
      var position = 0
      while position < theCase[keyPath: path].count {
        var smaller = theCase
        smaller[keyPath: path].remove(at: position)
        if isFaulty(smaller) {
          theCase = smaller
          dropped = true
        } else {
          position += 1
        }
      }
    }
  }

  private func check(_ seed: UInt64, _ density: Double, _ format: Format, by way: Format? = nil) {
    let theCase = randomCase(seed: seed, density: density)
    guard let found = fault(theCase, format, by: way) else { return }
    let small = shrunk(theCase) { fault($0, format, by: way) != nil }
    let shown = String(decoding: CaseWriter.write(small, as: format).prefix(3000), as: UTF8.self)
    Issue.record("seed \(seed), density \(density), \(format): \(found)\n\(shown.debugDescription)")
  }

  @Test(arguments: Format.allCases, [1.0, 0.6, 0.25])
  func randomCases(_ format: Format, _ density: Double) {
    for seed: UInt64 in 1...(density == 1 ? 6 : 25) { check(seed, density, format) }
  }

  @Test(arguments: [(Format.yaml, Format.json), (.json, .yaml), (.jsonl, .yaml), (.yaml, .jsonl)])
  func fromOneFormToAnother(_ way: Format, _ format: Format) {
    for seed: UInt64 in 100...110 { check(seed, 0.6, format, by: way) }
  }

  /// Every nasty text as the value of a field, alone, so that a failure names it.
  @Test(arguments: Format.allCases)
  func everyNastyText(_ format: Format) {
    for text in RandomValues.nasty {
      var theCase = Case(Case.Header(id: "a", title: text))
      theCase.analysts = [Case.Analyst(id: "b", name: text)]
      var issue = Case.Issue(id: "c", title: text)
      issue.keywords = [text, text + "x", "x" + text]
      theCase.issues = [issue]
      if let found = fault(theCase, format) { Issue.record("\(text.debugDescription): \(found)") }
    }
  }

  @Test func everyScalarOfTheFirstPlaneThatIsOfInterest() {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x300, 0x2000...0x2070, 0xD7F0...0xD7FF, 0xE000...0xE010, 0xFDD0...0xFDF0,
      0xFE00...0xFFFF, 0x1FFF0...0x2000F, 0x10FFF0...0x10FFFF,
    ]
    var theCase = Case(Case.Header(id: "a", title: "t"))
    var issue = Case.Issue(id: "c", title: "t")
    issue.keywords = ranges.joined().compactMap { Unicode.Scalar($0) }.flatMap {
      ["\($0)", "a\($0)b", "\u{2028}\($0)"]
    }
    theCase.issues = [issue]
    for format in Format.allCases {
      let found = fault(theCase, format)
      #expect(found == nil)
    }
  }

  @Test func aShrunkCaseKeepsTheFaultAndLittleElse() {
    let theCase = randomCase(seed: 1, density: 1)
    let small = shrunk(theCase) { !$0.notes.isEmpty }
    #expect(small.notes.count == 1)
    #expect(small.actors.isEmpty && small.statements.isEmpty)
  }

  @Test func theGeneratorFillsEveryField() {
    // A field that is never filled would pass every round trip untested.
    var missing = Missing()
    for seed: UInt64 in 1...12 {
      missing.theCase = randomCase(seed: seed, density: 0.8)
      Case.forEachSection(&missing)
    }
    for (name, fields) in missing.wanted {
      let left = fields.subtracting(missing.written[name] ?? [])
      #expect(left.isEmpty, "\(name)")
    }
  }

  private struct Missing: SectionVisitor {
    var theCase = Case(Case.Header())
    var wanted: [String: Set<String>] = [:]
    var written: [String: Set<String>] = [:]

    mutating func visit<Entry: SectionEntry>(
      _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
    ) {
      if let type = Entry.self as? any FieldShaped.Type { note(type, section.rawValue) }
      for entry in theCase[keyPath: path] {
        guard case .map(let pairs) = entry.node().content else { continue }
        written[section.rawValue, default: []].formUnion(pairs.map(\.key))
      }
    }

    private mutating func note<Shape: FieldShaped>(_ type: Shape.Type, _ name: String) {
      wanted[name] = Set(Shape.fields.map(\.name))
    }
  }

  @Test func equalCasesGiveEqualBytesAndHashes() {
    let (a, b) = (randomCase(seed: 4, density: 0.7), randomCase(seed: 4, density: 0.7))
    #expect(a == b)
    #expect(a.canonicalHash == b.canonicalHash)
    #expect(a.canonicalHash != randomCase(seed: 5, density: 0.7).canonicalHash)
  }
}
