internal import CaseModel
internal import Foundation

/// Calls programs of others, never through a shell, within limits of time, memory and output.
struct ToolRunner {
  struct Output {
    var status: Int32
    var bytes: [UInt8]
    var messages: String

    /// The first line that the program wrote to its standard error.
    var firstMessage: String {
      let line = messages.split { $0.isNewline }.first.map(String.init)?.singleLine ?? ""
      return line.isEmpty ? "no reason given (status \(status))" : String(line.prefix(200))
    }
  }

  /// In the arguments: the document's place.
  static let document = "\u{0}document"
  private static let maximumMemory = 4_000_000_000

  private let options: ReadingOptions

  init(_ options: ReadingOptions) { self.options = options }

  /// Runs a program on a document, which it sees as a file that no one else may read.
  func run(
    _ tool: DocumentTool, _ arguments: [String], _ document: [UInt8], _ kind: DocumentKind
  ) throws(DocumentError) -> Output {
    guard let program = path(of: tool) else { throw .toolMissing(tool) }
    let folder: URL
    do {
      folder = try Self.privateFolder()
    } catch {
      throw .toolFailed(tool, "no temporary folder can be created: \(error.localizedDescription)")
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appendingPathComponent("document")
    do {
      try Data(document).write(to: place)
      return try run(
        program, tool, arguments.map { $0 == Self.document ? place.path : $0 }, in: folder)
    } catch let fault as DocumentError {
      throw fault
    } catch {
      throw .toolFailed(tool, error.localizedDescription)
    }
  }

  /// Its name and version, as in "pdftotext 22.12.0".
  func version(_ tool: DocumentTool) throws(DocumentError) -> String {
    let option = tool == .pandoc ? "--version" : "-v"
    let output = try run(tool, [option], [], .pdf)
    let text = output.messages + String(decoding: output.bytes, as: UTF8.self)
    let number = text.split { $0.isWhitespace }.first {
      $0.first?.isNumber == true && $0.contains(".")
    }
    return [tool.rawValue, number.map(String.init)].compactMap { $0 }.joined(separator: " ")
  }

  private func path(of tool: DocumentTool) -> String? {
    let folders =
      options.toolFolders
      ?? (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
      + ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    return folders.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(tool.rawValue)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func privateFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dragoman-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    return folder
  }

  private func run(
    _ program: String, _ tool: DocumentTool, _ arguments: [String], in folder: URL
  ) throws -> Output {
    let process = Process()
    // A document made to do harm must not take all of the computer's memory.
    let limiter = "/usr/bin/prlimit"
    if FileManager.default.isExecutableFile(atPath: limiter) {
      process.executableURL = URL(fileURLWithPath: limiter)
      process.arguments = ["--as=\(Self.maximumMemory)", program] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments
    }
    process.currentDirectoryURL = folder
    process.environment = ["LC_ALL": "C.UTF-8", "HOME": folder.path, "TMPDIR": folder.path]
    let messages = folder.appendingPathComponent("messages")
    try Data().write(to: messages)
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    try? pipe.fileHandleForWriting.close()
    let outcome = Self.collect(
      pipe.fileHandleForReading.fileDescriptor, seconds: options.toolSeconds,
      limit: options.maximumUnpackedBytes)
    if case .success = outcome {} else { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    switch outcome {
    case .failure(.late): throw DocumentError.tookTooLong(tool, seconds: options.toolSeconds)
    case .failure(.large): throw DocumentError.unpacksTooLarge(limit: options.maximumUnpackedBytes)
    case .success(let bytes):
      let said = try FileHandle(forReadingFrom: messages)
      defer { try? said.close() }
      let words = try said.read(upToCount: 20_000) ?? Data()
      return Output(
        status: process.terminationReason == .exit ? process.terminationStatus : -1, bytes: bytes,
        messages: String(decoding: words, as: UTF8.self))
    }
  }

  private enum Stop: Error { case late, large }

  /// What a program writes until it ends.
  private static func collect(
    _ descriptor: Int32, seconds: Int, limit: Int
  ) -> Result<[UInt8], Stop> {
    let end = ContinuousClock.now.advanced(by: .seconds(seconds))
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 262_144)
    while true {
      let left = ContinuousClock.now.duration(to: end)
      guard left > .zero else { return .failure(.late) }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(clamping: min(left.components.seconds * 1000 + 1, 1000)))
      if ready == 0 || ready < 0 && errno == EINTR { continue }
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return .success(bytes) }
      guard bytes.count + count <= limit else { return .failure(.large) }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
