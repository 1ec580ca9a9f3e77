import CaseGenerator
import CaseModel
import CaseStore
import Foundation
import TestSupport

// Usage: serve-bench [--statements N] [--clients N] [--rounds N] [--datasette PYTHON]
//
// `dragoman serve` on a case of so many statements: each page alone after the case has changed, then
// all pages asked for by so many clients at once, each on one connection; then sliders moved in the
// Istanbul case, so that it is run where the examples are. With --datasette the same rows are served by
// Datasette out of the environment of that PYTHON, asked in the same way in the same run.
var statements = 10_000
var clients = 16
var rounds = 8
var datasette: String?
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  let value = arguments.popFirst() ?? ""
  switch (argument, Int(value) ?? 0) {
  case ("--statements", let number) where number >= 100: statements = number
  case ("--clients", let number) where number >= 1: clients = number
  case ("--rounds", let number) where number >= 1: rounds = number
  case ("--datasette", _) where !value.isEmpty: datasette = value
  default:
    print("usage: serve-bench [--statements N] [--clients N] [--rounds N] [--datasette PYTHON]")
    exit(2)
  }
}

let folder = URL(fileURLWithPath: ".build/serve-bench-\(getpid())")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }
let path = folder.appendingPathComponent("case.dragoman").path
let moment = Moment(milliseconds: 1_772_359_200_000)
let theCase = GeneratedCase.make(statements: statements, seed: 1)
try DragomanFile.create(theCase, at: path, by: "bench", on: moment, message: "begin")

let served = try ServedCase(Project.program("dragoman"), [path])
try served.signIn()
let asked = WorkbenchPages(theCase).all.map { page in
  Asked(name: page, request: served.request("GET", page))
}
print("dragoman serve, \(statements) statements, \(clients) clients at once, \(rounds) rounds")
var race = LoadRace(port: served.port, asked: asked, clients: clients, rounds: rounds)
// Once round before the case changes, so that only what the change costs is measured alone.
_ = try race.alone()
let store = try DragomanFile.open(path)
var note = Case.Note()
(note.to, note.text) = (EntryReference(.statements, theCase.statements[0].id.raw), "A change")
try store.addNote(note, by: "bench", at: moment)
try race.report(alone: try race.alone(), targets: true)

print("")
print("sliders of the Istanbul case, one after the other; target < 100 ms at the median")
print(LoadRace.line("move", "median, ms", "p99, ms"))
let sliders = try SliderRace("Examples/istanbul")
try sliders.report("a slider moves", moves: 100)
try sliders.report("it rests: with 200 draws", moves: 20, more: "&draws=200")

if let datasette {
  let rows = folder.appendingPathComponent("rows.sqlite").path
  let other = try DatasetteServer(python: datasette, rows: rows, theCase)
  print("")
  print("Datasette \(other.version), the same rows, the same clients")
  race = LoadRace(port: other.port, asked: other.asked, clients: clients, rounds: rounds)
  _ = try race.alone()
  try race.report(alone: try race.alone(), targets: false)
}
