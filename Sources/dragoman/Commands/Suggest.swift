import ArgumentParser
import CaseModel
import CaseStore
import Extraction
import Foundations
import Presentation
import StateOfPlay

struct Suggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Propose the statements that a source's text makes.",
    discussion: """
      Reads the texts of the sources named, or of all, for who says what, to whom and through whom, \
      when, on which issue and under which condition, and puts each as a suggestion into the case, \
      with the rules by which it was found. Nothing of it counts until a person accepts it: \
      `dragoman review` goes through them. What is coded already, waits or was rejected is not \
      proposed again. How the case has been coded so far moves speakers, acts and issues; --fresh \
      leaves that out.

      With --model-server a language model that you run, or that you trust with the texts, is asked as \
      well. Of what it says only that is proposed whose quote and speaker stand in the text letter for \
      letter; the rest is dropped and counted. Before anything is sent, it is said what goes where.

      Examples:
        dragoman suggest valley report
        dragoman suggest valley --dry-run
        dragoman suggest valley --model-server http://127.0.0.1:8080/v1 --model qwen3
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Argument(
    help: ArgumentHelp("The sources; all with a text where none is named.", valueName: "source"))
  var sources: [String] = []

  @Flag(help: "Print the suggestions instead of writing them.")
  var dryRun = false

  @Flag(help: "Go by the case's names and titles alone, not by how it has been coded.")
  var fresh = false

  @Flag(help: "Only what is reported of others, not what the author says of the case's issues.")
  var reportsOnly = false

  @Option(help: ArgumentHelp("Say why a suggestion was made.", valueName: "id"))
  var explain: String?

  @OptionGroup(title: "Language model") var model: ModelOptions
  @OptionGroup(title: "Writing") var writing: WritingOptions
  @OptionGroup(title: "Who") var who: WhoOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  func validate() throws {
    if explain != nil, dryRun || fresh || !sources.isEmpty {
      throw ValidationError("--explain goes with no other choice")
    }
  }

  func run() throws {
    let opened = try file.open(dryRun || explain != nil ? .readOnly : .readWrite)
    if let explain { return try show(explain, in: opened) }
    let chosen = try opened.sources(named: sources, CaseIndex(opened.theCase))
    let asking = try ModelSuggestions(model, opened)
    if model.showRequests { return try asking?.show(chosen) ?? () }
    let theCase = opened.theCase.placed(in: opened.texts)
    let proposer = StatementProposer(theCase, learningFrom: fresh ? nil : opened.texts)
    var found = try work.watch("suggest") { checkpoint in
      var found: [(source: Case.Source, suggestions: [Case.Candidate])] = []
      for (number, source) in chosen.enumerated() {
        try checkpoint.report(number, of: chosen.count)
        guard let text = opened.texts[source.id].text else { continue }
        found.append((source, proposer.suggestions(for: source, in: text, authors: !reportsOnly)))
      }
      return found
    }
    var finish: () -> Void = {}
    if let asking {
      let asked = try asking.suggestions(
        chosen, besides: found.flatMap(\.suggestions), proposer, keeps: !dryRun, work)
      found += asked.found
      finish = asked.finish
    }
    let all = found.flatMap(\.suggestions)
    if dryRun {
      for suggestion in all { Console.out(SuggestionText.line(suggestion, in: opened.theCase)) }
    } else if !all.isEmpty {
      let named = chosen.filter { source in
        found.contains { $0.source.id == source.id && !$0.suggestions.isEmpty }
      }
      let message = "suggestions for \(named.map(\.id.raw).listed())"
      try opened.add(all, message: message, writing, who)
    }
    finish()
    for source in chosen where !dryRun {
      let count = found.filter { $0.source.id == source.id }.reduce(0) { $0 + $1.suggestions.count }
      guard opened.texts[source.id].text != nil else { continue }
      Console.out("\(source.id): \(count.counted("new suggestion"))\n")
    }
    note(opened, all, chosen)
  }

  private func note(_ opened: OpenedCase, _ all: [Case.Candidate], _ chosen: [Case.Source]) {
    let withheld = opened.theCase.sources.filter { opened.texts[$0.id].text == nil }
    if sources.isEmpty, !withheld.isEmpty {
      Console.note(
        "\(withheld.count.counted("source")) without a text: \(withheld.prefix(8).map(\.id.raw).listed())"
      )
    }
    for source in chosen where !StatementProposer.reads(source) {
      Console.note(
        "`\(source.id)` is in the language `\((source.language ?? "").shown())`, which is not read: English, "
          + "Ukrainian and Russian are")
    }
    for source in chosen {
      guard let text = opened.texts[source.id].text, let caution = TextSurvey(text).caution else {
        continue
      }
      Console.note("the text of `\(source.id)` \(caution)")
    }
    for source in chosen where source.published == nil {
      Console.note(
        "`\(source.id)` has no date of publication: days it counts from that stay undated")
    }
    if !dryRun, !all.isEmpty { Console.note("`dragoman review \(file.path)` goes through them") }
  }

  private func show(_ id: String, in opened: OpenedCase) throws {
    guard let found = opened.theCase.candidates.first(where: { $0.statement.id.raw == id }) else {
      throw UsageError(
        "no suggestion `\(id)`",
        hint: suggestion(for: id, among: opened.theCase.candidates.map(\.statement.id.raw))
          ?? "`dragoman suggest CASE --dry-run` lists what is new")
    }
    let text = opened.texts[found.statement.source].text
    Console.out(SuggestionText.whole(found, in: opened.theCase, text))
  }
}
