import ArgumentParser

/// The program.
struct Dragoman: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragoman",
    abstract: "Keeps the record of a negotiation and shows what settlement the record can bear.",
    discussion: """
      A case is one .dragoman file, which keeps the texts and the history of every entry, or a \
      YAML or JSON file with the documents' texts in a folder beside it, or the folder that contains \
      them. Every statement in it is tied to its exact words; every line the \
      program prints ends with the statements it rests on.

      Start with a case of your own:
        dragoman new valley --title "Talks on the valley" --parties north,south
        dragoman add valley report.txt --published 2025-05-16
        dragoman check valley
        dragoman brief valley

      Exit codes: 0 done, 1 the case has findings, 2 wrong usage, 3 the input cannot be read, \
      70 an internal error.
      """,
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: "Create and maintain a case",
        subcommands: [
          New.self, Add.self, Attach.self, Detach.self, Check.self, Convert.self, Schema.self,
        ]),
      CommandGroup(
        name: "Suggest statements", subcommands: [Suggest.self, Review.self, Extract.self]),
      CommandGroup(
        name: "Exchange with other programs", subcommands: [Import.self, Export.self]),
      CommandGroup(name: "Browse and ask", subcommands: [Serve.self, Mcp.self]),
      CommandGroup(
        name: "Maintain a .dragoman file",
        subcommands: [Log.self, Undo.self, Verify.self, Backup.self, AnalystCommand.self]),
      CommandGroup(name: "Create a scenario", subcommands: [ScenarioCommand.self]),
    ] + ViewCommands.groups)

  /// For suggestions.
  static var commandNames: [String] {
    configuration.groupedSubcommands.flatMap(\.subcommands).map { command in
      command.configuration.commandName ?? "\(command)".lowercased()
    }
  }

  static let version = "0.1.0"
}
