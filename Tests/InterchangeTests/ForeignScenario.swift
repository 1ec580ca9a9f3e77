import CaseModel
import Foundation
import Interchange
import TestSupport
import Testing

/// Files of other programs, written to a folder of their own and read from there.
struct ForeignScenario {
  var files: [String: [UInt8]]

  init(_ files: [String: String]) { self.files = files.mapValues { Array($0.utf8) } }

  init(bytes files: [String: [UInt8]]) { self.files = files }

  func read() throws -> ScenarioImport.Result {
    try inFolder { try ScenarioImport.read([$0]) }
  }

  /// Gives the folder's path while the files stand there.
  func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = try TemporaryFolder()
    for (name, bytes) in files { try folder.write(bytes, to: name) }
    return try withExtendedLifetime(folder) { try body(folder.path) }
  }

  /// The findings of files that must not be readable; of a fault of the whole, its message.
  func faults(sourceLocation: SourceLocation = #_sourceLocation) -> [String] {
    do {
      _ = try read()
      Issue.record("it was read", sourceLocation: sourceLocation)
    } catch let located as UnreadableFileError {
      for finding in located.unreadable.findings where finding.message.count < 10 {
        Issue.record("no message", sourceLocation: sourceLocation)
      }
      return located.unreadable.findings.map(\.brief)
    } catch let fault as CaseFileError {
      return [fault.message]
    } catch {
      Issue.record("\(error)", sourceLocation: sourceLocation)
    }
    return []
  }
}

extension Case.Scenario {
  /// What one party makes of an issue's options, as text.
  func values(_ party: Int, _ issue: String) -> [String: String] {
    var values: [String: String] = [:]
    for pair in parties[party].values[issue]?.pairs ?? [] {
      values[pair.name] = pair.value.value?.text
    }
    return values
  }

  func weights(_ party: Int) -> [String] {
    issues.map { parties[party].weights[$0.name]?.value?.text ?? "none" }
  }
}

/// A small GENIUS domain of our own: two issues of options, one integer, one real.
enum GeniusFixture {
  static let domain = """
    <negotiation_template>
      <utility_space number_of_issues="4">
        <objective index="0" name="Water" description="" type="objective" etype="objective">
          <issue index="2" name="Release" type="discrete" etype="discrete" vtype="discrete">
            <item index="1" value="monthly" description=""/>
            <item index="2" value="on demand" description=""/>
            <item index="3" value="never" description=""/>
          </issue>
          <issue index="3" name="Gauge" type="discrete" vtype="discrete">
            <item index="1" value="yes"/>
            <item index="2" value="no"/>
          </issue>
          <issue index="4" name="Days of notice" type="integer" vtype="integer" lowerbound="3" upperbound="13">
            <range lowerbound="3" upperbound="13"/>
          </issue>
          <issue index="5" name="Share" type="real" vtype="real">
            <range lowerbound="0.5" upperbound="2.5"/>
          </issue>
        </objective>
      </utility_space>
    </negotiation_template>
    """

  /// Issues in another order than the domain's, weights in another again.
  static let profile = """
    <utility_space type="any" number_of_issues="0">
      <objective index="0" name="Water" description="" type="objective" etype="objective">
        <issue index="5" name="Share" type="real" vtype="real">
          <range lowerbound="0.5" upperbound="2.5"/>
          <evaluator ftype="linear" parameter0="-0.25" parameter1="0.5"/>
        </issue>
        <issue index="2" name="Release" type="discrete" vtype="discrete">
          <item index="2" value="on demand" evaluation="4"/>
          <item index="1" value="monthly" evaluation="8"/>
          <item index="3" value="never" evaluation="0"/>
        </issue>
        <issue index="4" name="Days of notice" type="integer" vtype="integer" lowerbound="3" upperbound="13">
          <range lowerbound="3" upperbound="13"/>
          <evaluator ftype="linear" slope="0.125" offset="0.0625"/>
        </issue>
        <issue index="3" name="Gauge" type="discrete" vtype="discrete">
          <item index="1" value="yes" evaluation="0.5"/>
          <item index="2" value="no" evaluation="2"/>
        </issue>
        <weight index="5" value="0.1"/>
        <weight index="4" value="0.2"/>
        <weight index="3" value="0.15"/>
        <weight index="2" value="0.25"/>
        <weight index="0" value="1.0"/>
      </objective>
      <reservation value="0.35"/>
      <discount_factor value="0.9"/>
    </utility_space>
    """

  static let files = ["domain.xml": domain, "upstream.xml": profile]
}
