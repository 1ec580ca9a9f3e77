internal import CaseModel
internal import StateOfPlay

extension LensOption {
  /// Every option there is, in the order of addresses and footers.
  package static let all: [LensOption] = [
    asOf, since, knownAt, reportedBy, party, issue, source, credibility, directness, redact,
  ]

  /// Those that choose the evidence, which every view of a case goes by.
  package static let evidence: [LensOption] = [
    asOf, knownAt, reportedBy, source, credibility, redact,
  ]

  package static let asOf = LensOption(
    "as-of", .date(\.asOf), in: .date, label: "As of", unset: "latest",
    help: "What had been said by this date; later reports of it are kept and marked.",
    valueName: "date", noun: "as-of date",
    clause: { date, _ in "as of \(date)" })

  package static let since = LensOption(
    "since", .date(\.since), in: .date, label: "Changes since", unset: "no date",
    help: "Only changes after this date.", valueName: "date", noun: "comparison date",
    clause: { date, _ in "compared with \(date)" })

  package static let knownAt = LensOption(
    "known-at", .date(\.knownAt), in: .evidence, label: "Entered no later than", unset: "any date",
    help:
      "What had been entered in the record by this date; for a .dragoman file, what its history contains up to then.",
    valueName: "date", noun: "date of entry",
    clause: { date, lens in
      lens.knownFrom == nil ? "entered by \(date)" : "in the file by \(date)"
    })

  package static let reportedBy = LensOption(
    "told-by", .date(\.reportedBy), in: .evidence, label: "Reported no later than",
    unset: "any date",
    help: "What had been reported by this date.", valueName: "date", noun: "date of the report",
    clause: { date, _ in "reported no later than \(date)" })

  package static let party = LensOption(
    "party", .entries(.actors, \.parties), in: .list, label: "Parties",
    help: "Only this party; may be repeated.", valueName: "actor", noun: "party filter",
    clause: { names, _ in "parties: \(names)" })

  package static let issue = LensOption(
    "issue", .entries(.issues, \.issues), in: .list, label: "Issues",
    help: "Only this issue; may be repeated.", valueName: "issue", noun: "issue filter",
    clause: { titles, _ in "issues: \(titles)" })

  package static let source = LensOption(
    "source", .entries(.sources, \.sources), in: .list, label: "Sources",
    help: "Only statements from this source; may be repeated.", valueName: "source",
    noun: "source filter", chip: { "Source \($0)" },
    clause: { ids, _ in "sources: \(ids)" })

  package static let credibility = LensOption(
    "credibility", .grade(\.worstCredibility), in: .evidence, label: "Credibility no worse than",
    unset: "any, including ungraded",
    help: "Only statements of these grades, as 1-3 or 2; ungraded ones are left out.",
    valueName: "grades", noun: "credibility filter",
    clause: { grade, _ in "credibility 1 to \(grade)" })

  package static let directness = LensOption(
    "directness", .directness(\.directness), in: .evidence, label: "Directness", unset: "any",
    help:
      "Only statements at least this direct: \(Directness.allCases.map(\.rawValue).joined(separator: ", ")).",
    valueName: "directness", noun: "directness filter",
    clause: { words, _ in "no less direct than \(words)" })

  package static let redact = LensOption(
    "redact", .flag(\.redact), in: .none,
    help: "Leave out confidential entries and whatever rests on them alone.",
    noun: "redaction", clause: { _, _ in "confidential entries left out" })
}
