import Foundation

/// The program serving a case, and the client that asks it signed in; it ends with this value.
package final class ServedCase {
  private let process = Process()
  package let port: Int
  package let token: String
  /// To be sent along once ``signIn()`` has asked for it.
  package private(set) var cookie = ""

  /// - Parameters:
  ///   - program: the path of `dragoman`.
  ///   - arguments: after `serve`.
  /// - Throws: where it does not come up.
  package init(_ program: String, _ arguments: [String]) throws {
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["serve"] + arguments + ["--for", "1200"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    var said = ""
    while !said.contains("\n") {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { break }
      said += String(decoding: data, as: UTF8.self)
    }
    guard let found = said.firstMatch(of: /http:\/\/[^\/]*:(\d+)\/\?token=(\w+)/),
      let port = Int(found.1)
    else {
      process.terminate()
      throw LocalConnection.ConnectionError(description: "the server said: \(said)")
    }
    (self.port, token) = (port, String(found.2))
  }

  deinit {
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
  }

  /// Whether the program has ended.
  package var isOver: Bool { !process.isRunning }

  package var processID: Int32 { process.processIdentifier }

  /// Shows the token.
  package func signIn() throws {
    let answer = try LocalConnection(port: port).send(request("GET", "/?token=\(token)"))
    cookie = (answer.field("Set-Cookie") ?? "").prefix { $0 != ";" }.description
  }

  /// A request as text.
  ///
  /// - Parameters:
  ///   - host: nil sends the server's own; empty none.
  ///   - fields: further header fields, as they are to stand.
  package func request(
    _ method: String, _ path: String, host: String? = nil, fields: [(String, String)] = [],
    body: String = ""
  ) -> String {
    var lines = ["\(method) \(path) HTTP/1.1"]
    let host = host ?? "127.0.0.1:\(port)"
    if !host.isEmpty { lines.append("Host: \(host)") }
    if !cookie.isEmpty { lines.append("Cookie: \(cookie)") }
    lines += fields.map { "\($0): \($1)" }
    if !body.isEmpty || method == "POST" { lines.append("Content-Length: \(body.utf8.count)") }
    return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
  }

  /// Asks on a connection of its own.
  package func ask(
    _ method: String, _ path: String, host: String? = nil, fields: [(String, String)] = [],
    body: String = ""
  ) throws -> LocalConnection.Answer {
    try LocalConnection(port: port).send(
      request(method, path, host: host, fields: fields, body: body))
  }
}
