import Foundation
import Foundations
import Networks

// Usage: network-bench
//
// Prints how long the engine of networks takes, beside the bars it must keep: the median of five runs
// after one that is not counted, each from coded statements to the result.
let usual = Workload(statements: 100_000, actors: 200, concepts: 100, days: 3_650)
let small = Workload(statements: 10_000, actors: 80, concepts: 60, days: 3_650)
var rows: [Row] = []

rows.append(try Row("table of 10⁵ statements", bar: 0.3) { _ = try usual.table() })
rows.append(try Row("two-mode, 10⁵", bar: 0.3) { _ = try usual.table().twoMode() })
rows.append(try Row("one-mode, 10⁵", bar: 0.3) { _ = try usual.table().oneMode() })
for rule in DuplicateRule.allCases where rule != .keep {
  rows.append(
    try Row("one-mode without duplicates by \(rule.rawValue), 10⁵", bar: 0.3) {
      _ = try usual.table().oneMode(.actors, Selection(duplicates: rule))
    })
}
rows.append(
  try Row("one-mode, 10⁵, 11 levels, Jaccard", bar: 0.3) {
    _ = try usual.table(isScale: true).oneMode(normalisation: .jaccard)
  })
rows.append(
  try Row("120 months, duplicates by document, 10⁵", bar: 1) {
    let table = try usual.table()
    _ = try table.series(
      .actors, Selection(duplicates: .document),
      windows: Array(Window.slices(of: .month, covering: table).prefix(120)))
  })
rows.append(
  try Row("120 moving windows of a year, 10⁵", bar: 1) {
    let table = try usual.table()
    _ = try table.series(
      windows: Array(Window.moving(width: 365, step: 27, over: table).prefix(120)))
  })
for kernel in [Kernel.epanechnikov, .gaussian] {
  rows.append(
    try Row("120 steps of a kernel of a year, \(kernel.rawValue), 10⁵", bar: 1) {
      let table = try usual.table()
      _ = try table.smoothed(
        kernel: kernel, width: 365, at: (0..<120).map { 15_000 + 30 * $0 })
    })
}
rows.append(
  try Row("nested backbone, 10⁴ statements, 80 actors, 60 concepts", bar: 1) {
    _ = try small.table().nestedBackbone()
  })
rows.append(
  try Row("polarisation of 40 actors, proven, 200 draws", bar: nil) {
    let table = try Workload(statements: 2_000, actors: 40, concepts: 30, days: 365).table()
    _ = try table.polarisation()
  })
rows.append(
  try Row("frustration index of 40 actors, proven", bar: nil) {
    let table = try Workload(statements: 2_000, actors: 40, concepts: 30, days: 365).table()
    _ = try table.oneMode().frustration()
  })

print("| What | Seconds | Processor seconds | Bar |\n|---|--:|--:|--:|")
for row in rows { print(row.line) }
if rows.contains(where: \.isMissed) { exit(1) }
