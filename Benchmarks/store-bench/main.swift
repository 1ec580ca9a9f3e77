import CaseGenerator
import CaseModel
import CaseStore
import Foundation

// Usage: store-bench [--statements N] [--runs N] [--writes N]
//
// A case of so many statements, all texts withheld, is put into a .dragoman file and opened, read,
// searched and written. Durable writes go against a bare SQLite loop with the same settings, in turn
// in the same run, on the same disk: each is one transaction that is on the disk when it returns.
var statements = 10_000
var runs = 11
var writes = 2000
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  let number = arguments.popFirst().flatMap { Int($0) } ?? 0
  switch argument {
  case "--statements" where number >= 10: statements = number
  case "--runs" where number >= 1: runs = number
  case "--writes" where number >= 20: writes = number
  default:
    print("usage: store-bench [--statements N] [--runs N] [--writes N]")
    exit(2)
  }
}

// Beside the checkout's build folder and not in memory, where a sync would cost nothing.
let folder = URL(fileURLWithPath: ".build/store-bench-\(getpid())")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }
let path = folder.appendingPathComponent("case.dragoman").path

let theCase = GeneratedCase.make(statements: statements, seed: 1)
let table = Table()
table.header()
try table.row("create", "", 1) {
  try DragomanFile.create(theCase, at: path, by: "bench", on: moment, message: "begin")
}
try table.row("open and read the case", "< 300 ms", runs) {
  let file = try DragomanFile.open(path, .readOnly)
  guard try file.stored().theCase.statements.count == statements else { exit(1) }
  file.close()
}
let file = try DragomanFile.open(path)
let stored = try file.stored()
try table.row("read again, nothing changed", "", runs * 100) { _ = try file.stored() }
try table.row("look up a word in the index", "", runs) {
  _ = try file.searchScope(for: "ceasefire", in: theCase)
}
try table.row("verify everything", "", 3) {
  guard try DragomanFile.verify(path).problems.isEmpty else { exit(1) }
}
var race = try WriteRace(file, stored, folder, writes)
try race.report()
file.close()
