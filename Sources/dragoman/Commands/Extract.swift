import ArgumentParser
import CaseModel
import Extraction
import Foundations
import StateOfPlay

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Read documents, one JSON a line, for who says what; print what is found, one JSON a line.",
    discussion: """
      A document is {"id": "…", "text": "…"}, with "date" (when it was published) and "lang" where they \
      are known. For each, in order, a line {"id": "…", "candidates": […]} is printed: every report with \
      its source, cue and content as pairs of places in code points. With --case, "suggestions" \
      follow: statements with that case's actors and issues. A line that cannot be read gives a line \
      {"id": …, "error": "…"} and stops nothing. Memory does not grow with the number of documents, so that \
      any program that pipes lines can run it over any number: GNU parallel, Slurm, Spark.

      Examples:
        dragoman extract --jsonl documents.jsonl > candidates.jsonl
        parallel --pipe --keep-order dragoman extract --jsonl < documents.jsonl
      """)

  @Flag(help: "Documents and results are lines of JSON; there is no other form.")
  var jsonl = false

  @Argument(
    help: ArgumentHelp("The files to read; standard input where none is named.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      "Also propose statements with this case's actors and issues.", valueName: "case"))
  var casePath: String?

  @Option(help: "How many documents are read at once; as many as there are cores where not given.")
  var jobs: Int?

  @Option(
    name: .customLong("max-line"),
    help: ArgumentHelp("Longest line to read, in megabytes.", valueName: "MB"))
  var maxLine = 100

  @OptionGroup(title: "Work") var work: WorkOptions

  func validate() throws {
    guard jsonl else { throw ValidationError("say --jsonl: documents are read as lines of JSON") }
    guard (1...1000).contains(maxLine) else {
      throw ValidationError("--max-line is a number of megabytes from 1 to 1000")
    }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is from 1 to 256") }
  }

  func run() throws {
    var options = CaseOptions()
    let proposer = try casePath.map { path in
      options.path = path
      options.maxSize = 100
      let opened = try options.open()
      return StatementProposer(
        opened.theCase.placed(in: opened.texts), learningFrom: opened.texts)
    }
    let reader = DocumentLineReader(proposer: proposer)
    var counts = (documents: 0, errors: 0)
    try work.watch("extract") { checkpoint in
      for input in files.isEmpty ? ["-"] : files {
        var lines = try LineInput(input, longest: maxLine * 1_000_000)
        while true {
          try checkpoint.report(0, of: 0)
          let chunk = try lines.chunk()
          if chunk.isEmpty { break }
          let results = try LineWork.map(chunk, jobs: jobs) { reader.result(of: $0) }
          var output: [UInt8] = []
          for result in results {
            output += result.bytes
            counts.documents += 1
            if result.isError { counts.errors += 1 }
          }
          Console.out(output)
        }
      }
    }
    if counts.errors > 0 {
      Console.note(
        "\(counts.errors.counted("line")) of \(counts.documents) could not be read; each is a line with `error`"
      )
    }
  }
}
