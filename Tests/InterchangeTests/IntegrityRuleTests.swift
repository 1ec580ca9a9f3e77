import CaseModel
import Interchange
import Testing

/// Each rule's own examples: what triggers it must, what passes must not; all must be readable.
@Suite struct IntegrityRuleTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let code: String
    let example: RuleExample
    let triggers: Bool
    var testDescription: String { "\(code) \(triggers ? "triggers" : "passes")" }
  }

  static let samples: [Sample] = IntegrityCheck.rules.flatMap { rule in
    rule.triggering.map { Sample(code: rule.code, example: $0, triggers: true) }
      + rule.passing.map { Sample(code: rule.code, example: $0, triggers: false) }
  }

  @Test(arguments: samples)
  func example(_ sample: Sample) throws {
    let read = try readExample(sample.example)
    let findings = IntegrityCheck.findings(read.theCase, texts: sample.example.caseTexts)
    let own = findings.filter { $0.code == sample.code }
    #expect(own.isEmpty == !sample.triggers, "\(findings)")
    for finding in own {
      #expect(
        read.layout.place(of: finding.path, in: CaseIndex(read.theCase)) != nil, "\(finding.path)")
    }
    if !sample.triggers {
      #expect(findings.filter { $0.severity == .error }.isEmpty, "\(findings)")
    }
  }

  @Test func everyRuleHasExamplesBothWays() {
    for rule in IntegrityCheck.rules {
      #expect(!rule.triggering.isEmpty, "\(rule.code)")
      #expect(!rule.passing.isEmpty, "\(rule.code)")
    }
    let codes = IntegrityCheck.rules.map { $0.code }
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
  }

  @Test func theBaseCaseIsInOrder() throws {
    let read = try readExample("notes: []")
    #expect(IntegrityCheck.findings(read.theCase, texts: CaseTexts()).isEmpty)
  }

  private func readExample(_ example: RuleExample) throws -> ReadCase {
    do {
      return try CaseReader.read(Array(example.file.utf8), as: .yaml)
    } catch {
      for finding in error.findings { Issue.record("\(finding)") }
      throw error
    }
  }
}
