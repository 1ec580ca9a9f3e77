internal import FoundationEssentials
package import Interchange

/// The cases that ship.
package enum ExampleCase {
  /// The worked example, with the text that ships beside it.
  package static func istanbul() throws -> CaseFile { try open("istanbul") }

  package static func open(_ name: String) throws -> CaseFile {
    try CaseFile.open(Project.file("Examples/\(name)").path)
  }
}
