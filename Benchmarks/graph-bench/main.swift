import Foundation
import GraphModel

// Usage: graph-bench [--runs N] [--robustness] [--breadth] [WIDTH …]
//
// Each width is one workload of 2^WIDTH option combinations and four decision makers; without any,
// all fixed workloads run. For the peak memory of one workload give its width alone: a process's
// peak never falls again.
var runs = 5
var widths: [Int] = []
var robustnessOnly = false
var breadthOnly = false
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  if argument == "--runs", let count = arguments.popFirst().flatMap({ Int($0) }), count >= 1 {
    runs = count
  } else if argument == "--robustness" {
    robustnessOnly = true
  } else if argument == "--breadth" {
    breadthOnly = true
  } else if let width = Int(argument), (4...26).contains(width) {
    widths.append(width)
  } else {
    print("usage: graph-bench [--runs N] [--robustness] [--breadth] [WIDTH …]; WIDTH from 4 to 26")
    exit(2)
  }
}

if breadthOnly {
  try BreadthWorkloads(runs: runs).report()
  exit(0)
}
if robustnessOnly {
  try RobustnessWorkload(samples: 10_000, runs: runs).report()
  exit(0)
}
print(
  "workload", "states", "preferences ms", "stability ms", "total ms", "best ms", "spread ms",
  "peak bytes a state", "SEQ equilibria", separator: "\t")
for width in widths.isEmpty ? [12, 16, 20, 22] : widths {
  try Workload(makers: 4, width: width, runs: runs).report()
}
if widths.isEmpty {
  try Workload(makers: 2, width: 20, runs: runs).report()
  try Workload(makers: 4, width: 20, runs: runs, oneWay: true).report()
  try Workload(makers: 4, width: 20, runs: runs, holes: true).report()
  try RobustnessWorkload(samples: 10_000, runs: min(runs, 3)).report()
  try BreadthWorkloads(runs: min(runs, 3)).report()
}
