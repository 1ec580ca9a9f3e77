import Foundation
import GraphModel

// Usage: graph-bench [--quick] [--only NAME] [--list]
//
// Prints the tables of docs/benchmarks.md for the graph-model engine. Each row is a process of its
// own, since a process's peak memory never falls again; --quick leaves out what takes minutes.
var arguments = CommandLine.arguments.dropFirst()
var isQuick = false
var only: String?
while let argument = arguments.popFirst() {
  switch argument {
  case "--quick": isQuick = true
  case "--only": only = arguments.popFirst()
  case "--list":
    for row in Rows.all { print(row.name) }
    exit(0)
  case "--row":
    guard let row = Rows.all.first(where: { $0.name == arguments.first }) else { exit(2) }
    print(String(decoding: try JSONEncoder().encode(try row.measured()), as: UTF8.self))
    exit(0)
  default:
    print("usage: graph-bench [--quick] [--only NAME] [--list]")
    exit(2)
  }
}

let wanted = Rows.all.filter { row in
  only.map { row.name == $0 } ?? !(isQuick && row.isLong)
}
guard !wanted.isEmpty else {
  print("graph-bench: no row of that name; --list names them")
  exit(2)
}
var table = BenchTable()
for row in wanted { table.add(row, try child(row.name)) }
print(table.markdown, terminator: "")
if table.missed > 0 { exit(1) }

/// What a process of its own measures.
func child(_ name: String) throws -> Measured {
  let process = Process()
  process.executableURL = Bundle.main.executableURL
  process.arguments = ["--row", name]
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return try JSONDecoder().decode(Measured.self, from: data)
}
