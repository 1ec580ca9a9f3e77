import Bargaining
import Foundation

/// Fixed workloads against the design's targets, and the same scenarios given to NegMAS.
///
///     swift run -c release bargain-bench [--negmas PYTHON] [--quick] [--only TEXT] [--markdown]
///
/// Times are of the processor, as the clock's depend on what else the machine does.
struct Arguments {
  var negmas: String?
  var quick = false
  var only: String?
  var markdown = false
  /// A peer workload to run alone and print as JSON, so that its memory is its own.
  var child: String?

  init(_ words: [String]) {
    var words = words[...]
    while let word = words.popFirst() {
      switch word {
      case "--negmas": negmas = words.popFirst()
      case "--quick": quick = true
      case "--only": only = words.popFirst()
      case "--markdown": markdown = true
      case "--child": child = words.popFirst()
      default:
        print("unknown argument `\(word)`; there are --negmas, --quick, --only and --markdown")
        exit(2)
      }
    }
  }
}

let arguments = Arguments(Array(CommandLine.arguments.dropFirst()))
if let child = arguments.child {
  try PeerWorkload.runAlone(child)
  exit(0)
}

func isWanted(_ name: String) -> Bool {
  arguments.only.map { name.contains($0) } ?? true
}

var table = Table(markdown: arguments.markdown)
table.header("Workload", "Target", "Median", "Least – most", "", "Result")
for workload in Workload.all where isWanted(workload.name) {
  do {
    let times = try Measurement.of(try workload.prepare())
    table.row(
      workload.name, workload.target.map { Measurement.text($0) } ?? "–", times.medianText,
      times.spreadText,
      workload.target.map { times.median <= $0 ? "met" : "not met" } ?? "", times.result)
  } catch {
    table.row(workload.name, "", "", "", "failed", "\(error)")
  }
}
table.end()
if let python = arguments.negmas {
  PeerWorkload.table(python: python, quick: arguments.quick, markdown: arguments.markdown, isWanted)
}
