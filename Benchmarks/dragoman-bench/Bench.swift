import ArgumentParser
import Foundation

/// Measures the program on generated cases; `make bench` runs it.
///
///     swift run -c release dragoman-bench --quick
///     swift run -c release dragoman-bench --markdown > docs/benchmarks.table.md
///     swift run -c release dragoman-bench --only positions
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragoman-bench",
    abstract: "Time and memory of each part on generated cases.",
    discussion: """
      Each row is a process of its own, so that its peak memory is its own: one run to warm up, \
      then several measured; the table gives their median, least and most. Cases have 20 parties \
      and 200 issues unless the workload says otherwise, and come from seed 1.
      """)

  @Flag(help: "Small sizes only.") var quick = false
  @Flag(help: "Print the table as Markdown.") var markdown = false
  @Flag(help: "Name the workloads and stop.") var list = false

  @Option(
    name: .customLong("only"),
    help: ArgumentHelp("Only this workload; may be repeated.", valueName: "name"))
  var names: [String] = []

  @Option(
    help: ArgumentHelp("Where the generated files are kept while measuring.", valueName: "folder"))
  var data: String?

  @Option(help: ArgumentHelp("For the program's own use.", visibility: .private))
  var measure: String?
  @Option(help: ArgumentHelp("For the program's own use.", visibility: .private))
  var size = 1000
  @Option(help: ArgumentHelp("For the program's own use.", visibility: .private))
  var runs = 5

  func validate() throws {
    for name in names where !Workload.all.contains(where: { $0.name == name }) {
      throw ValidationError("there is no workload `\(name)`; --list names them")
    }
  }

  func run() throws {
    if list {
      for workload in Workload.all { print("\(workload.name)  \(workload.about)") }
      return
    }
    let folder = URL(
      fileURLWithPath: data
        ?? NSTemporaryDirectory() + "dragoman-bench-\(ProcessInfo.processInfo.processIdentifier)",
      isDirectory: true)
    if let measure {
      if let format = CaseFiles.format(made: measure) {
        try CaseFiles.make(format, size, folder)
        return
      }
      guard let workload = Workload.all.first(where: { $0.name == measure }) else {
        throw ValidationError("there is no workload `\(measure)`")
      }
      print(try workload.measure(size: size, runs: runs, folder: folder).line)
      return
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { if data == nil { try? FileManager.default.removeItem(at: folder) } }
    try all(folder)
  }

  private func all(_ folder: URL) throws {
    var table = ResultTable()
    for workload in Workload.all where names.isEmpty || names.contains(workload.name) {
      var before: Measurement?
      for size in quick ? workload.quickSizes : workload.sizes {
        FileHandle.standardError.write(Data("\(workload.name) \(size) …\n".utf8))
        let found =
          workload.name == PyYAML.workload.name
          ? try PyYAML.measure(size: size, runs: workload.runs(at: size), folder: folder)
          : try Child.measure(workload, size: size, folder: folder)
        table.add(workload, size, found, before: before)
        before = found
      }
    }
    print(markdown ? table.markdown : table.text)
  }
}
