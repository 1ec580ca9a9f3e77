import Foundation
import PackagePlugin

/// Puts the files of a target's `Assets` folder, and the worked example, into its code, so that a copied
/// program has them.
@main
struct EmbedAssets: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let example = context.package.directoryURL.appending(path: "Examples/sarn")
    return [
      try command(
        "EmbeddedAssets", try files(of: target.directoryURL.appending(path: "Assets")), context),
      try command(
        "EmbeddedExample",
        [example.appending(path: "sarn.yaml")] + files(of: example.appending(path: "texts")),
        context),
    ]
  }

  private func files(of folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { !$0.lastPathComponent.hasPrefix(".") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  private func command(
    _ name: String, _ files: [URL], _ context: PluginContext
  ) throws -> Command {
    let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
    return .buildCommand(
      displayName: "Embedding \(files.count) files as \(name)",
      executable: try context.tool(named: "embed-assets").url,
      arguments: [output.path, name] + files.map(\.path), inputFiles: files, outputFiles: [output])
  }
}
