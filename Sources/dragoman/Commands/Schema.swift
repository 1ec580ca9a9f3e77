import ArgumentParser
import Interchange

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The JSON Schema of the case file, for editors.",
    discussion: """
      Editors that know JSON Schema complete and check a case file while it is written.

      Example:
        dragoman schema > case.schema.json
      """)

  func run() throws { Console.out(CaseSchema.json()) }
}
