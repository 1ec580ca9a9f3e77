import Foundation
import Foundations
import Networks

// Usage: network-bench [--networkx PYTHON]
//
// Prints how long the engine of networks takes, beside the bars it must keep: the median of five runs
// after one that is not counted, each from coded statements to the result. With --networkx, an
// interpreter that has it, networkx computes the same in the same run, and must find the same.
let usual = Workload(statements: 100_000, actors: 200, concepts: 100, days: 3_650)
let small = Workload(statements: 10_000, actors: 80, concepts: 60, days: 3_650)
var rows: [Row] = []

rows.append(
  try Row("table of 10⁵ statements", bar: 0.3) {
    _ = try usual.table()
    return nil
  })
rows.append(
  try Row("two-mode, 10⁵", bar: 0.3, peer: "two-mode") {
    try usual.table().twoMode().ties.reduce(0) { $0 + $1.agreement + $1.disagreement }
  })
rows.append(
  try Row("one-mode, 10⁵", bar: 0.3, peer: "one-mode") { try usual.table().oneMode().total })
for rule in DuplicateRule.allCases where rule != .keep {
  rows.append(
    try Row(
      "one-mode without duplicates by \(rule.rawValue), 10⁵", bar: 0.3, peer: rule.rawValue
    ) { try usual.table().oneMode(.actors, Selection(duplicates: rule)).total })
}
rows.append(
  try Row("one-mode, 10⁵, 11 levels, Jaccard", bar: 0.3) {
    try usual.table(isScale: true).oneMode(normalisation: .jaccard).total
  })
rows.append(
  try Row("120 months, duplicates by document, 10⁵", bar: 1, peer: "months") {
    let table = try usual.table()
    return try table.series(
      .actors, Selection(duplicates: .document),
      windows: Array(Window.slices(of: .month, covering: table).prefix(120))
    ).reduce(0) { $0 + $1.total }
  })
rows.append(
  try Row("120 moving windows of a year, 10⁵", bar: 1) {
    let table = try usual.table()
    return try table.series(
      windows: Array(Window.moving(width: 365, step: 27, over: table).prefix(120))
    ).reduce(0) { $0 + $1.total }
  })
for kernel in [Kernel.epanechnikov, .gaussian] {
  rows.append(
    try Row("120 steps of a kernel of a year, \(kernel.rawValue), 10⁵", bar: 1) {
      let table = try usual.table()
      return try table.smoothed(
        kernel: kernel, width: 365, at: (0..<120).map { 15_000 + 30 * $0 }
      ).reduce(0) { $0 + $1.total }
    })
}
rows.append(
  try Row("nested backbone, 10⁴ statements, 80 actors, 60 concepts", bar: 1, peer: "backbone") {
    try small.table().nestedBackbone().removals.reduce(0) { $0 + $1.loss }
  })
rows.append(
  try Row("polarisation of 40 actors, proven, 200 draws", bar: nil) {
    let table = try Workload(statements: 2_000, actors: 40, concepts: 30, days: 365).table()
    return try table.polarisation().score
  })
rows.append(
  try Row("frustration index of 40 actors, proven", bar: nil) {
    let table = try Workload(statements: 2_000, actors: 40, concepts: 30, days: 365).table()
    return try table.oneMode().frustration().value
  })

let arguments = CommandLine.arguments
let peer = try arguments.firstIndex(of: "--networkx").flatMap { place in
  arguments.indices.contains(place + 1)
    ? try Peer.run(arguments[place + 1], usual, small) : nil
}
rows = rows.map { $0.beside(peer) }
print(
  "| What | Seconds | Processor seconds | Bar | networkx \(peer?.version ?? "not asked") |\n|---|--:|--:|--:|--:|"
)
for row in rows { print(row.line) }
if rows.contains(where: \.isMissed) { exit(1) }
