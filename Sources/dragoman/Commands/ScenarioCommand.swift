import ArgumentParser

/// Scenarios in the making.
struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "Create a scenario, or import one from another program.",
    discussion: """
      Example:
        dragoman scenario draft Examples/istanbul --as-of 2025-05-20
      """,
    subcommands: [ScenarioDraft.self, ScenarioImporting.self, ScenarioExporting.self])
}
