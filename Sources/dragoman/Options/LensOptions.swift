import ArgumentParser
import CaseModel
import StateOfPlay

/// How the case is looked at.
struct LensOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What had been said by this date; what was reported later stays and is marked.", valueName: "date"
    ))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "What had been entered in the record by this date; of a .dragoman file, what its history holds up to then.",
      valueName: "date"))
  var knownAt: String?

  @Option(help: ArgumentHelp("What had been reported by this date.", valueName: "date"))
  var toldBy: String?

  @Option(
    name: .customLong("party"),
    help: ArgumentHelp("Only this party; may be given more than once.", valueName: "actor"))
  var parties: [String] = []

  @Option(
    name: .customLong("issue"),
    help: ArgumentHelp("Only this issue; may be given more than once.", valueName: "issue"))
  var issues: [String] = []

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp(
      "Only statements from this source; may be given more than once.", valueName: "source"))
  var sources: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only statements of these grades, as 1-3 or 2; ungraded ones are left out.",
      valueName: "grades"))
  var credibility: String?

  @Option(
    help: ArgumentHelp(
      "Only statements this near to a party's own words: quoted, ascribed, third or otherParty.",
      valueName: "how near"))
  var directness: String?

  @Flag(help: "Leave out confidential entries and whatever rests on them alone.")
  var redact = false

  /// The case as it was known at the date asked about, and the lens, with every name known to it.
  func through(_ opened: OpenedCase) throws -> (OpenedCase, Lens) {
    if redact, knownAt != nil, opened.hasHistory {
      throw UsageFault(
        "--redact with --known-at: an earlier state of the file may show what is confidential by now",
        hint: "leave one of them out")
    }
    let known = try opened.known(at: try Self.date(knownAt, "--known-at"))
    var lens = try lens(known.theCase)
    if lens.knownAt != nil, known.hasHistory { lens.knownFrom = .history }
    return (known, lens)
  }

  /// The lens, with every name known to the case.
  func lens(_ theCase: Case) throws -> Lens {
    var lens = Lens()
    lens.asOf = try Self.date(asOf, "--as-of")
    lens.knownAt = try Self.date(knownAt, "--known-at")
    lens.toldBy = try Self.date(toldBy, "--told-by")
    lens.redact = redact
    // What is confidential is not known here either, not even by a hint.
    var secrecy = Lens()
    secrecy.redact = redact
    let index = CaseIndex(theCase.cut(by: secrecy))
    lens.parties = try known(parties, .actors, index, "--party").map { Case.Actor.ID($0) }
    lens.issues = try known(issues, .issues, index, "--issue").map { Case.Issue.ID($0) }
    lens.sources = try known(sources, .sources, index, "--source").map { Case.Source.ID($0) }
    lens.worstCredibility = try worstCredibility()
    if let directness {
      guard let furthest = Directness(rawValue: directness) else {
        let words = Directness.allCases.map(\.rawValue)
        throw UsageFault(
          "--directness: unknown word `\(directness)`",
          hint: nearest(to: directness, among: words).map { "did you mean `\($0)`?" }
            ?? "it is \(words.alternatives)")
      }
      lens.directness = furthest
    }
    return lens
  }

  static func date(_ text: String?, _ option: String) throws -> EDTFDate? {
    guard let text else { return nil }
    do {
      return try EDTFDate(text)
    } catch {
      throw UsageFault(
        "\(option): `\(text)` is not a date: \(error.reason)",
        hint: "dates are written 2025-05-16, 2025-05 or 2025")
    }
  }

  private func known(
    _ ids: [String], _ section: Case.Section, _ index: CaseIndex, _ option: String
  ) throws -> [String] {
    for id in ids where index.position(section, id) == nil {
      let all = index.ids(section)
      throw UsageFault(
        "\(option): unknown \(section.noun) `\(id)`",
        hint: nearest(to: id, among: all).map { "did you mean `\($0)`?" }
          ?? "the case has \(all.alternatives)")
    }
    return ids
  }

  /// Grades begin with the best, so that only the worst need be known.
  private func worstCredibility() throws -> Int? {
    guard let credibility else { return nil }
    let parts = credibility.split(separator: "-", omittingEmptySubsequences: false)
    guard let worst = parts.last.flatMap({ Int($0) }), (1...5).contains(worst),
      parts.count == 1 || (parts.count == 2 && parts[0] == "1")
    else {
      throw UsageFault(
        "--credibility: `\(credibility)` is no range of grades",
        hint: "write 1-3 for confirmed to possibly true, or 3 for the same; 1 is best, 5 worst")
    }
    return worst
  }
}
