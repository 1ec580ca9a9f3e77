import Bargaining

/// Fixed workloads against the design's targets: median and spread of several runs.
///
///     swift run -c release bargain-bench [filter]

let filter = CommandLine.arguments.dropFirst().first
Table.header()
for workload in Workload.all where filter.map({ workload.name.contains($0) }) ?? true {
  do {
    try Table.row(workload)
  } catch {
    print("\(workload.name): \(error)")
  }
}
