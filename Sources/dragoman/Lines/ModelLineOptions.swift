import ArgumentParser
import CaseModel
import Foundation
import Foundations
import Interchange
import Presentation
import StateOfPlay

/// Many models, one JSON a line: a sweep of scenarios or conflicts.
struct ModelLineOptions: ParsableArguments {
  @Flag(
    help:
      "Read models one JSON a line (`-` for standard input) and print results one JSON a line, in order; a line that cannot be worked out is one with `error`."
  )
  var jsonl = false

  @Option(
    help:
      "With --jsonl, how many models are worked out at once; as many as there are cores where not given."
  )
  var jobs: Int?

  @Option(
    name: .customLong("max-line"),
    help: ArgumentHelp("With --jsonl, the longest line to read, in megabytes.", valueName: "MB"))
  var maxLine = 100

  func validate() throws {
    guard (1...1000).contains(maxLine) else {
      throw ValidationError("--max-line is a number of megabytes from 1 to 1000")
    }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is from 1 to 256") }
  }

  /// Works out a model a line, some megabytes of lines at once, so that memory does not grow with their number.
  ///
  /// - Parameters:
  ///   - timeout: seconds for one model; past it its line is one with `error`.
  ///   - view: what to print of a model, from a case that holds nothing else.
  func run<Entry: ModelFile.Model, View: Encodable & SendableMetatype>(
    _ name: String, _ path: String, _ section: any WritableKeyPath<Case, [Entry]> & Sendable,
    timeout: Double?, _ view: @escaping @Sendable (Case, Checkpoint) throws -> View
  ) throws {
    let progress = Progress(name, timeout: nil)
    defer { progress.end() }
    let outer = progress.checkpoint
    let longest = maxLine * 1_000_000
    var counts = (models: 0, errors: 0)
    do {
      var lines = try LineInput(path, longest: longest)
      while true {
        try outer.report(counts.models, of: 0)
        let chunk = try lines.chunk()
        if chunk.isEmpty { break }
        // A model may take long, so that what is done is printed after a few.
        for first in stride(from: 0, to: chunk.count, by: Self.together) {
          let part = Array(chunk[first..<min(chunk.count, first + Self.together)])
          let results = try LineWork.map(part, jobs: jobs) { line in
            ModelLineReader.result(of: line, section, outer, timeout: timeout, view)
          }
          try outer.report(counts.models, of: 0)
          var output: [UInt8] = []
          for result in results {
            output += result.bytes
            counts.models += 1
            if result.isError { counts.errors += 1 }
          }
          Console.out(output)
        }
      }
    } catch StoppedWorkError.interrupted {
      Console.note("stopped; every line that was printed is whole")
      Console.exit(code: 130)
    }
    if counts.errors > 0 {
      Console.note(
        "\(counts.errors.counted("line")) of \(counts.models) could not be worked out; each is a line with `error`"
      )
    }
  }

  private static let together = 64
}

/// A model as a line of JSON, and the view of it as another.
enum ModelLineReader {
  static func result<Entry: ModelFile.Model, View: Encodable & SendableMetatype>(
    of line: (number: Int, line: LineInput.Line),
    _ section: any WritableKeyPath<Case, [Entry]> & Sendable, _ outer: Checkpoint, timeout: Double?,
    _ view: @Sendable (Case, Checkpoint) throws -> View
  ) -> LineResult {
    guard case .whole(let bytes) = line.line else {
      return LineResult(error: "the line is too long", id: nil, number: line.number)
    }
    let theCase: Case
    do {
      theCase = try ModelFile.line(bytes, section)
    } catch {
      return LineResult(error: error.message, id: error.id, number: line.number)
    }
    let id = theCase[keyPath: section].first?.id.raw
    let end = timeout.map { ContinuousClock.now + .seconds($0) }
    let checkpoint = Checkpoint { done, total in
      if let end, let timeout, ContinuousClock.now > end { throw StoppedWorkError.timeout(timeout) }
      try outer.report(done, of: total)
    }
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let json = try encoder.encode(ModelResult(id: id ?? "", view: try view(theCase, checkpoint)))
      return LineResult(
        bytes: Array(String(decoding: json, as: UTF8.self).shownInJSON.utf8) + [0x0A],
        isError: false)
    } catch let error as any ExplainedError {
      return LineResult(error: error.message, id: id, number: line.number)
    } catch {
      return LineResult(error: "\(error)", id: id, number: line.number)
    }
  }

  private struct ModelResult<View: Encodable>: Encodable {
    let id: String
    let view: View
  }
}
