import ArgumentParser
import CaseModel
import CaseStore
import Foundation
import Interchange
import Workbench

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the workbench: cases as pages on this machine.",
    discussion: """
      With a case, serves that one. Without, serves every case in a folder: a page lists them, \
      begins new ones, and searches all; nothing need be written by hand. \
      Opens a local web application and prints its address with a token; only those with the \
      token have access. It listens on this machine alone unless --host says otherwise, makes no \
      requests to other machines, and ends with Ctrl-C. docs/workbench.md describes the pages, \
      docs/threat-model.md what it keeps out.

      Examples:
        dragoman serve
        dragoman serve --library Examples
        dragoman serve Examples/istanbul
      """)

  @Argument(
    help: ArgumentHelp(
      "The case: a file, or a folder that holds just one; without one, every case in a folder.",
      valueName: "case"),
    completion: .file(extensions: ["yaml", "yml", "json", "jsonl", "dragoman"]))
  var path: String?

  @Option(
    help: ArgumentHelp(
      "Serve every case in this folder (default: the current one).", valueName: "folder"),
    completion: .directory)
  var library: String?

  @Option(
    name: .customLong("max-size"),
    help: ArgumentHelp("Largest file to read, in megabytes.", valueName: "MB"))
  var maxSize = 100

  @Flag(help: "Open the page in this machine's browser.")
  var open = false

  @Option(help: ArgumentHelp("Port to listen on (default: first free port from 8010)."))
  var port: Int?

  @Option(
    help: ArgumentHelp(
      "The address to listen on. Any other than 127.0.0.1 lets other machines connect, unencrypted.",
      valueName: "address"))
  var host = "127.0.0.1"

  @Option(
    name: .customLong("name"),
    help: ArgumentHelp(
      "A further name under which browsers may reach this server, with the port if it differs, as at the end of a tunnel: localhost:9000. May be repeated.",
      valueName: "host[:port]"))
  var names: [String] = []

  @Flag(help: "Refuse every change to the case.")
  var readOnly = false

  @Flag(help: "Leave out confidential entries and whatever rests on them alone, for all users.")
  var redact = false

  @Flag(help: "Begin in room mode: confidential entries are left out until someone leaves it.")
  var room = false

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Stop after this many seconds.", valueName: "seconds"))
  var seconds: Double?

  @Flag(help: "Log requests to standard error: route, status and time, never their content.")
  var verbose = false

  @Option(
    help: ArgumentHelp(
      "Read styles and scripts from this folder, for design work.", valueName: "folder",
      visibility: .hidden))
  var assets: String?

  func validate() throws {
    guard (1...1_000_000).contains(maxSize) else {
      throw ValidationError("--max-size is a number of megabytes from 1 to 1000000")
    }
    if path != nil, library != nil {
      throw ValidationError("name a case, or a folder of cases with --library, not both")
    }
    if let port, !(1...65_535).contains(port) {
      throw ValidationError("--port is a number from 1 to 65535")
    }
    for name in names where HostName(name) == nil {
      throw ValidationError(
        "`\(name)` is not a name with or without a port, such as desk.example or localhost:9000")
    }
    if let seconds, !(seconds > 0 && seconds <= 1_000_000) {
      throw ValidationError("--for is a number of seconds above 0")
    }
  }

  func run() async throws {
    var options = Workbench.Options()
    options.host = host
    options.otherHosts = names
    options.isReadOnly = readOnly
    options.redact = redact
    options.room = room
    options.assetsFolder = assets
    options.threads = max(2, min(4, ProcessInfo.processInfo.activeProcessorCount))
    if host != "127.0.0.1" {
      Console.err(
        "warning: other machines can connect to \(host), and what they read travels unencrypted\n")
    }
    var taken = FreePort.first - 1
    while true {
      options.port = try FreePort.find(asked: port, host: host, after: taken)
      do {
        try await serve(options)
      } catch let error as PortTakenError {
        // Another program was faster.
        if port != nil { throw FreePort.taken(error.port, host) }
        taken = error.port
      }
    }
  }

  /// Ends the program, unless the port was taken meanwhile.
  private func serve(_ options: Workbench.Options) async throws {
    let workbench = try workbench(options)
    let (address, opens) = (workbench.address, open)
    let ending = ServerEnding {
      workbench.stop()
    } afterwards: {
      workbench.close()
    }
    do {
      try await run(workbench, address, opens, ending)
    } catch {
      ending.giveUp()
      workbench.close()
      throw error
    }
    ending.finish()
  }

  private func run(
    _ workbench: Workbench, _ address: String, _ opens: Bool, _ ending: ServerEnding
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await workbench.run {
          Console.out("The workbench is at \(address)\nCtrl-C ends it.\n")
          if opens { SystemBrowser.open(address) }
        }
      }
      group.addTask { await ending.signal() }
      if let seconds {
        group.addTask { try await Task.sleep(for: .seconds(seconds)) }
      }
      _ = try await group.next()
      ending.begin()
      group.cancelAll()
    }
  }

  /// - Throws: where the case, or the folder, cannot be opened.
  private func workbench(_ options: Workbench.Options) throws -> Workbench {
    var limits = ReadLimits()
    limits.fileSize = maxSize * 1_000_000
    let isVerbose = verbose
    let log: @Sendable (AccessLine) -> Void = { line in
      guard isVerbose else { return }
      let milliseconds = line.time / .milliseconds(1)
      Console.err(
        "\(line.method) \(line.route) \(line.status) \(String(format: "%.1f", milliseconds)) ms\n")
    }
    guard let path else {
      let folder = library ?? FileManager.default.currentDirectoryPath
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        throw CaseFileError(
          "there is no folder `\(folder)`", hint: "make it first, or name another with --library")
      }
      return Workbench(
        library: URL(fileURLWithPath: folder).standardizedFileURL.path, limits: limits,
        options: options, version: Dragoman.version, now: { Console.now }, log: log)
    }
    let access: DragomanFile.Access = readOnly ? .readOnly : .readWrite
    let keeper: any CaseProvider =
      switch try CaseOptions.open(path, access, limits).form {
      case .file(let opened) where !readOnly && EditedFileProvider.mayWrite(opened.path):
        try EditedFileProvider(opened, limits: limits, now: { Console.now })
      case .file(let opened): FileCaseProvider(opened, limits: limits)
      case .store(let store, _): StoreCaseProvider(store)
      }
    return Workbench(
      keeper, options: options, version: Dragoman.version, now: { Console.now }, log: log)
  }
}
