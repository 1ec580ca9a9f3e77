internal import CaseModel

extension ExchangeMapping {
  /// What the codes, columns and values of a project most likely are, by their names.
  package init(proposedFor project: CodedProject) {
    self.init()
    let values = Self.values(of: project.passages)
    var taken: Set<Column> = []
    for name in values.keys.sorted() {
      let column = Self.column(named: name)
      // Of two columns for one thing the second is left to the person.
      let isFree = Self.isRepeatable(column) || taken.insert(column).inserted
      columns[name] = isFree ? column : .ignore
    }
    if !project.passages.isEmpty, project.codes.isEmpty { proposeTable(values) }
    if !columns.values.contains(.issue),
      let name = columns.first(where: { Self.plain($0.key) == "category" })?.key
    {
      columns[name] = .issue
    }
    for code in project.codes { codes[code.name] = Self.meaning(code, in: project).text }
    for (name, values) in values {
      switch columns[name] {
      case .stance?:
        for value in values { stances[value] = Self.stance(named: value)?.rawValue }
      case .stanceOf?:
        for value in values.flatMap(ProjectBuilder.several) {
          stances[value] = Self.stance(named: value)?.rawValue
          // What one is for under a condition is not what one is for.
          if Self.plain(value) == Self.forIf { acts[value] = Case.Statement.Act.condition.rawValue }
        }
      case .act?:
        for value in values { acts[value] = Self.act(named: value)?.rawValue }
      case .date?, .published?: dates[name] = ForeignDate.order(of: values)
      default: break
      }
    }
  }

  /// By the name of a column, what stands in it.
  private static func values(of passages: [CodedProject.Passage]) -> [String: Set<String>] {
    var values: [String: Set<String>] = [:]
    for passage in passages {
      for field in passage.fields where !field.value.isEmpty {
        values[field.name, default: []].insert(field.value)
      }
    }
    return values
  }

  private static func isRepeatable(_ column: Column) -> Bool {
    [.speaker, .to, .via, .note, .category, .alias, .sourceNote, .ignore].contains(column)
  }

  private static let columnNames: [Column: [String]] = [
    .id: ["id", "statement", "statement id", "statementid", "nr", "number", "no"],
    .speaker: [
      "speaker", "person", "actor", "who", "name", "said by", "sender", "stakeholder", "subject",
    ],
    .speaksFor: [
      "organization", "organisation", "party", "affiliation", "speaks for", "speaksfor", "group",
    ],
    .to: ["to", "addressee", "recipient", "target"],
    .via: ["via", "reporter", "reported by"],
    .issue: ["issue", "concept", "topic", "theme", "subject matter"],
    .answer: ["answer", "option", "position", "value", "code"],
    .act: ["act", "speech act", "action", "verb"],
    .stance: ["stance", "agreement", "agree", "for or against", "direction", "qualifier"],
    .date: ["date", "time", "day", "said", "when", "said on"],
    .gist: ["gist", "summary", "paraphrase", "comment"],
    .note: ["note", "notes", "memo", "remark"],
    .source: ["source", "document", "document title", "title", "article", "file", "text id"],
    .published: ["published", "document date", "publication date"],
    .publisher: ["publisher", "outlet", "newspaper", "document source"],
    .author: ["author", "document author", "byline"],
    .address: ["url", "uri", "link", "address"],
    .language: ["language", "lang"],
    .quote: ["quote", "quotation", "exact", "text", "words", "passage", "excerpt"],
    .start: ["start", "start position", "begin", "startposition"],
    .end: ["end", "stop", "stop position", "end position", "endposition"],
    .credibility: ["credibility", "grade"],
    .category: [
      "category", "family", "issue category", "pa x", "pax", "pa x category", "pax category",
    ],
    .stage: ["stage", "pa x stage", "pax stage"],
    .ucdp: ["ucdp", "ucdp category", "ucdp variable"],
    .kind: ["kind", "kind of actor", "actor type"],
    .alias: ["alias", "aliases", "other names"],
    .sourceID: ["source id", "sourceid", "document id"],
    .sourceNote: ["source note", "sourcenote"],
  ]

  static func column(named name: String) -> Column {
    let plain = plain(name)
    for column in Column.allCases where columnNames[column]?.contains(plain) == true {
      return column
    }
    return .ignore
  }

  /// What a stance under conditions is called in a matrix, in ``plain(_:)`` form.
  static let forIf = "for, if"

  static func plain(_ name: String) -> String {
    name.lowercased().map { $0 == "_" || $0 == "-" || $0 == "." ? " " : $0 }
      .split(separator: " ").map { String($0) }.joined(separator: " ")
  }

  static func stance(named name: String) -> Case.Statement.Stance? {
    switch plain(name) {
    case "1", "yes", "true", "agree", "agrees", "agreement", "for", "support", "supports", "pro",
      "+",
      "positive", "in favour", "in favor":
      .for
    case "0", "no", "false", "disagree", "disagrees", "disagreement", "against", "oppose",
      "opposes",
      "con", "negative", "-", "-1":
      .against
    case "open", "neutral", "undecided": .open
    case "unclear", "mixed", "ambiguous", "unknown": .unclear
    default: nil
    }
  }

  static func act(named name: String) -> Case.Statement.Act? {
    let plain = plain(name).replacing(" ", with: "")
    return Case.Statement.Act.allCases.first { $0.rawValue.lowercased() == plain }
  }

  private static let actorGroups = [
    "actors", "actor", "speakers", "speaker", "people", "persons", "person", "who", "organisations",
    "organizations", "organisation", "organization", "parties", "stakeholders", "participants",
  ]
  private static let issueGroups = [
    "issues", "issue", "topics", "topic", "concepts", "concept", "themes", "theme",
  ]

  /// By the group it stands in, by its own name, by the people the program lists; else an issue at the
  /// top and answers below it.
  private static func meaning(
    _ code: CodedProject.Code, in project: CodedProject
  ) -> CodeMeaning {
    let own = code.path.last ?? ""
    let top = plain(code.path.first ?? "")
    let depth = code.path.count
    if actorGroups.contains(top) { return depth == 1 ? .group : .actor }
    if issueGroups.contains(top) {
      return depth == 1 ? .group : depth == 2 ? .issue : .answer
    }
    if top == "acts" || top == "act" {
      return depth == 1 ? .group : act(named: own).map { .act($0) } ?? .note
    }
    if top == "stances" || top == "stance" || top == "agreement" {
      return depth == 1 ? .group : stance(named: own).map { .stance($0) } ?? .note
    }
    if project.units.contains(where: { $0.name == own }) { return .actor }
    let isWord = own.contains { $0.isLetter }
    if isWord, let stance = stance(named: own) { return .stance(stance) }
    return depth == 1 ? .issue : .answer
  }
}
