import ArgumentParser
import Presentation
import StateOfPlay

/// A command that opens a case, looks at it through a lens, and prints one view: what every view has
/// that needs no questions of its own.
struct ViewCommand<View: PlainView>: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration(View.declaration) }

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var lens: LensOptions<View>
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  func run() throws {
    let opened = try lens.through(try file.open())
    opened.noteWhereEmpty(output)
    try output.print(try opened.view(View.self, work), in: opened.frame)
  }
}

extension CommandConfiguration {
  /// - Parameter more: what the command's own flags add to what the view says of itself.
  init(_ view: ViewDeclaration, more: String = "") {
    let examples = view.examples.map { "  \($0.commandLine(view))" }.joined(separator: "\n")
    self.init(
      commandName: view.command, abstract: view.summary,
      discussion: "\(view.details)\(more.isEmpty ? "" : "\n\n" + more)\n\nExample:\n\(examples)")
  }
}

extension ViewExample {
  /// As it is typed.
  func commandLine(_ view: ViewDeclaration) -> String {
    let flags = asking.flatMap { ["--\($0.name)", $0.value].compactMap { $0 } }
    return (["dragoman", view.command, theCase, words].compactMap { $0 } + flags)
      .map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
  }
}
