import ArgumentParser

/// Scenarios in the making.
struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "Make a scenario, or bring one from another program.",
    subcommands: [ScenarioImporting.self, ScenarioExporting.self])
}
