import Foundation
import TestSupport
import Testing

/// What `import`, `export` and `networks` say of what they take, lose and do not do.
@Suite struct ExchangeCommandTests {
  private func write(_ text: String, _ name: String, _ folder: URL) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  private func text(_ name: String, _ folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  private static let row = "speaker,issue,answer,stance,quote\nA,Truce,Full,for,We agree\n"

  /// A file whose comments, anchors or form would be lost is left as it is, and the line is named.
  @Test(arguments: [
    (
      """
      dragoman: 1
      case: {id: c, title: T}
      actors:
        - {id: a, name: A, kind: state, aliases: &al [x1, y1]}   # one
        - {id: b, name: Bee, kind: state}
      issues:
        - {id: i, title: I, kind: negotiable, keywords: *al}

      """, ":"
    ),
    ("{dragoman: 1, case: {id: c, title: T}, actors: [{id: a, name: A, kind: state}]}\n", ":1"),
    ("---\ndragoman: 1\ncase: {id: c, title: T}\n...\n# after\n", ":"),
  ]) func aFileThatCannotBeEditedInPlaceStays(_ yaml: String, _ line: String) throws {
    try Program.inScratch { folder in
      try write(yaml, "c.yaml", folder)
      try write(Self.row, "s.csv", folder)
      let ended = try Program.run(["import", "s.csv", "--into", "c.yaml"], in: folder)
      if ended.code == 0 {
        // What is written has all that was there.
        for mark in ["&al", "*al", "# one", "# after"] where yaml.contains(mark) {
          #expect(try text("c.yaml", folder).contains(mark))
        }
        return
      }
      #expect(ended.code == 3, "\(ended.error)")
      #expect(ended.error.contains("`c.yaml`\(line)") && !ended.error.contains("--rewrite"))
      #expect(try text("c.yaml", folder) == yaml)
    }
  }

  @Test func aSavedMappingIsSaid() throws {
    try Program.inScratch { folder in
      try write("dragoman: 1\ncase: {id: c, title: T}\n", "c.yaml", folder)
      try write(
        "{\"columns\": {\"North\": \"ignore\", \"South\": \"stanceOf\"}}", "c.mapping.json", folder)
      try write("issue,North,South\nI,for,against\nJ,for,for\n", "m.csv", folder)
      let ended = try Program.run(["import", "m.csv", "--into", "c.yaml"], in: folder)
      #expect(ended.error.contains("as an earlier import saved it"))
      #expect(ended.error.contains("“North”: ignore, where stanceOf would be proposed now"))
    }
  }

  /// Two who speak for each other are taken over, and the error is named; what is there already is no
  /// new one.
  @Test func errorsThatAnImportAddsAreNamed() throws {
    try Program.inScratch { folder in
      try write("dragoman: 1\ncase: {id: c, title: T}\n", "c.yaml", folder)
      try write("name,kind,speaks for\nA,person,B\nB,person,A\n", "a.csv", folder)
      let line = ["import", "a.csv", "--into", "c.yaml", "--by", "ana"]
      let dry = try Program.run(line + ["--dry-run"], in: folder)
      #expect(dry.code == 0 && dry.error.contains("adds 1 error to the case"))
      let first = try Program.run(line, in: folder)
      #expect(first.code == 1, "\(first.error)")
      #expect(first.error.contains("adds 1 error to the case") && first.error.contains("circle"))
      #expect(try text("c.yaml", folder).contains("{actor: b, basis: analyst}"))
      let second = try Program.run(line, in: folder)
      #expect(second.code == 0 && !second.error.contains("adds"), "\(second.error)")
    }
  }

  /// Programs that know nodes by their labels alone keep two of one name apart.
  @Test func labelsForOtherProgramsAreUnique() throws {
    try Program.inScratch { folder in
      try write(
        """
        dragoman: 1
        case: {id: c, title: T, parties: [a, b]}
        actors: [{id: a, name: Council, kind: body}, {id: b, name: Council, kind: body}]
        issues:
          - {id: tax, title: Tax, kind: negotiable, options: [{id: cut, title: Cut}]}
          - {id: fee, title: Fee, kind: negotiable, value: quantity, unit: gold mark}
        sources:
          - {id: s, title: S, text: {withheld: true, sha256: \(String(repeating: "0", count: 64)), length: 9}}
        statements:
          - {id: s1, source: s, quote: {start: 0, end: 1}, gist: G, speaker: a, act: propose, about: {issue: tax, option: cut}}
          - {id: s2, source: s, quote: {start: 1, end: 2}, gist: G, speaker: b, act: reject, about: {issue: tax, option: cut}}
          - {id: s3, source: s, quote: {start: 2, end: 3}, gist: G, speaker: a, act: propose, about: {issue: fee, value: {quantity: 1, unit: gold mark}}}
          - {id: s4, source: s, quote: {start: 3, end: 4}, gist: G, speaker: b, act: propose, about: {issue: fee, value: {quantity: 1, unit: gold_mark}}}

        """, "c.yaml", folder)
      let pajek = try Program.run(words("networks c.yaml --format pajek"), in: folder).output
      #expect(pajek.contains("1 \"Council (a)\"") && pajek.contains("2 \"Council (b)\""))
      let dl = try Program.run(words("networks c.yaml --mode answers --format dl"), in: folder)
      #expect(dl.output.contains("\nanswer:fee/1_gold_mark\nanswer:fee/1_gold_mark_2\n"))
    }
  }

  @Test func optionsThatDoNothingAreRefused() throws {
    try Program.inScratch { folder in
      try write(Self.row, "s.csv", folder)
      for line in [
        "import s.csv --output o.yaml --sheet One",
        "export Examples/sarn --to csv --output o.csv --password x",
        "export Examples/sarn --to csv --output o.csv --other-stances agreement",
        "networks Examples/sarn --kernel-width 30", "networks Examples/sarn --weight total",
        "networks Examples/sarn --mode answers --normalisation jaccard",
        "networks Examples/sarn --share activity",
        "networks Examples/sarn --windows month --format graphml",
        "networks Examples/sarn --from 2024-05-01 --until 2024-04-01",
      ] {
        let ended = try Program.run(words(line), in: folder)
        #expect(ended.code == 2 && ended.output.isEmpty, "\(line): \(ended.error)")
      }
    }
  }

  @Test func aReportNamesTheFieldsThatAreLost() throws {
    try Program.inScratch { folder in
      let ended = try Program.run(
        words("export Examples/sarn --to csv --output o.csv"), in: folder)
      #expect(ended.code == 0)
      for field in ["`kind` of actors", "`reliability` of sources", "`parties` of the case"] {
        #expect(ended.error.contains(field), "\(field)")
      }
    }
  }

  /// A share divides what is written for other programs as it divides what is shown.
  @Test(arguments: ["graphml", "gexf", "pajek", "dl"])
  func sharesAreWrittenForOtherPrograms(_ format: String) throws {
    func network(_ share: String) throws -> String {
      try Program.run(
        words("networks Examples/sarn --mode answers --share \(share) --format \(format)")
      ).output
    }
    let plain = try network("none")
    #expect(!plain.isEmpty)
    #expect(try network("activity") != plain)
    #expect(try network("prominence") != plain)
  }

  @Test(arguments: ["\"", "!!!"]) func signsAreNoWords(_ query: String) throws {
    let ended = try Program.run(["search", "Examples/sarn", query])
    #expect(ended.output.contains("no word in it") && !ended.output.contains("filters"))
  }
}
