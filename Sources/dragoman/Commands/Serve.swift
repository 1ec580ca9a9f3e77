import ArgumentParser
import CaseStore
import Foundation
import Interchange
import Workbench

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the workbench: the case as pages on this machine.",
    discussion: """
      Starts a local web application and prints its address with a token; only those with the token \
      have access. It listens on this machine alone unless --host says otherwise, makes no requests \
      to other machines, and ends with Ctrl-C. docs/workbench.md describes the pages, \
      docs/threat-model.md the threats it is protected against.

      Example:
        dragoman serve Examples/istanbul
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

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
    let limits = file.limits
    let keeper: any CaseProvider =
      switch try file.open(readOnly ? .readOnly : .readWrite).form {
      case .file(let opened): FileCaseProvider(opened, limits: limits)
      case .store(let store, _): StoreCaseProvider(store)
      }
    var options = Workbench.Options()
    options.host = host
    options.otherHosts = names
    options.isReadOnly = readOnly
    options.redact = redact
    options.room = room
    options.assetsFolder = assets
    options.threads = max(2, min(4, ProcessInfo.processInfo.activeProcessorCount))
    options.port = try FreePort.find(asked: port, host: host)
    let isVerbose = verbose
    let workbench = Workbench(
      keeper, options: options, version: Dragoman.version, now: { Console.now }
    ) { line in
      guard isVerbose else { return }
      let milliseconds = line.time / .milliseconds(1)
      Console.err(
        "\(line.method) \(line.route) \(line.status) \(String(format: "%.1f", milliseconds)) ms\n")
    }
    if host != "127.0.0.1" {
      Console.err(
        "warning: other machines can connect to \(host), and what they read travels unencrypted\n")
    }
    let address = workbench.address
    let ending = ServerEnding {
      workbench.stop()
    } afterwards: {
      keeper.store?.close()
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await workbench.run {
          Console.out("The workbench is at \(address)\nCtrl-C ends it.\n")
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
    ending.finish()
  }
}
