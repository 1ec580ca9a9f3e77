import CaseModel
import Foundation
import TestSupport

/// Datasette serving the statements, issues, actors and sources of a case as tables with a full-text
/// index over the gists.
final class DatasetteServer {
  private let process = Process()
  let port: Int
  let version: String
  let asked: [Asked]

  /// - Throws: where it does not come up within a minute.
  init(python: String, rows: String, _ theCase: Case) throws {
    let json = URL(fileURLWithPath: rows).deletingPathExtension().appendingPathExtension("json")
    try Data(Self.json(theCase).utf8).write(to: json)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("datasette_rows.py").path
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script, json.path, rows]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // It says its version and its port and then serves.
    var said = ""
    while said.filter({ $0 == "\n" }).count < 2 {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { break }
      said += String(decoding: data, as: UTF8.self)
    }
    let lines = said.split(separator: "\n")
    guard lines.count >= 2, let port = Int(lines[1]) else {
      throw LoadRace.Fault(description: "Datasette said: \(said)")
    }
    (version, self.port) = (String(lines[0]), port)
    let statement = theCase.statements[theCase.statements.count / 2].id.raw
    let paths = [
      "/rows/statements", "/rows/statements?_facet=speaker&_facet=act",
      "/rows/statements/\(statement)",
      "/rows/statements?source=\(theCase.sources.first?.id.raw ?? "")",
      "/rows/statements?_search=agreed", "/rows/issues", "/rows/sources",
      "/rows/statements.json", "/rows/statements.csv?_size=100",
    ]
    asked = paths.map { path in
      Asked(name: path, request: "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
    }
    let end = ContinuousClock.now + .seconds(60)
    while (try? LocalConnection(port: port)) == nil {
      guard ContinuousClock.now < end, process.isRunning else {
        throw LoadRace.Fault(description: "Datasette does not come up")
      }
      Thread.sleep(forTimeInterval: 0.1)
    }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  private static func json(_ theCase: Case) -> String {
    let sections: [(String, [Node])] = [
      ("statements", theCase.statements.map { $0.node() }),
      ("issues", theCase.issues.map { $0.node() }), ("actors", theCase.actors.map { $0.node() }),
      ("sources", theCase.sources.map { $0.node() }),
    ]
    let parts = sections.map { name, nodes in
      "\"\(name)\": [\(nodes.map(\.json).joined(separator: ",\n"))]"
    }
    return "{\(parts.joined(separator: ",\n"))}"
  }
}
