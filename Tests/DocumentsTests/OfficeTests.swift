import Documents
import Foundation
import Testing

@Suite struct OfficeTests {
  private func lines(_ document: ReadDocument) -> [String] {
    document.readable.split(separator: "\n").map(String.init)
  }

  private func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  @Test func wordHeadingsTablesNotes() throws {
    let styles = Samples.wordPart(
      "styles",
      #"<w:style w:styleId="H"><w:name w:val="heading 2"/></w:style><w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>"#
    )
    let body =
      paragraph("Contents 3", #"<w:pStyle w:val="T1"/>"#)
      + paragraph("Scope &amp; purpose", #"<w:pStyle w:val="H"/>"#)
      + #"<w:p><w:r><w:t xml:space="preserve">The truce</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t> holds.</w:t><w:tab/><w:t>End</w:t></w:r></w:p>"#
      + "<w:tbl><w:tr><w:tc>\(paragraph("Party"))</w:tc><w:tc>\(paragraph("Vote"))</w:tc></w:tr>"
      + "<w:tr><w:tc>\(paragraph("A"))\(paragraph("and B"))</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
      + "<w:tbl><w:tr><w:tc>\(paragraph("Framed text."))</w:tc></w:tr></w:tbl>"
    let notes = Samples.wordPart(
      "footnotes",
      #"<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="7">"#
        + paragraph("Since 4 May.") + "</w:footnote>")
    let header = Samples.wordPart("hdr", paragraph("CONFIDENTIAL"))
    let core = """
      <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">\
      <dc:title>Framework</dc:title><dc:creator>R. Nandan</dc:creator>\
      <dcterms:created>2021-06-02T10:00:00Z</dcterms:created></cp:coreProperties>
      """
    for packs in [false, true] {
      let document = try Samples.read(
        Samples.docx(
          body,
          [
            ("word/styles.xml", styles), ("word/footnotes.xml", notes),
            ("word/header1.xml", header), ("docProps/core.xml", core),
          ], packs: packs), "рамка.docx")
      #expect(
        lines(document) == [
          "Scope & purpose", "The truce[1] holds.\tEnd", "Party | Vote", "A and B | –",
          "Framed text.", "[1] Since 4 May.",
        ])
      #expect(document.parts.first { $0.text == "Scope & purpose" }?.kind == .heading(level: 2))
      #expect(document.parts.first { $0.text == "CONFIDENTIAL" }?.cut == .runningHead)
      #expect(document.parts.first { $0.text == "Contents 3" }?.cut == .navigation)
      #expect(document.offers(.title).map(\.value) == ["Framework", "Scope & purpose"])
      #expect(document.offers(.author).map(\.value) == ["R. Nandan"])
      #expect(document.offers(.published).map(\.value) == ["2021-06-02"])
    }
  }

  @Test func wordNumbersItsParagraphs() throws {
    let numbering = Samples.wordPart(
      "numbering",
      #"<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Article %1."/></w:lvl>"#
        + #"<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>"#
        + #"<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>"#
        + #"<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>"#
    )
    func item(_ text: String, _ list: Int, _ level: Int) -> String {
      paragraph(text, #"<w:numPr><w:ilvl w:val="\#(level)"/><w:numId w:val="\#(list)"/></w:numPr>"#)
    }
    let body =
      item("Truce", 1, 0) + item("north", 1, 1) + item("south", 1, 1) + item("Exchange", 1, 0)
      + item("all", 1, 1) + item("noted", 2, 0) + item("no list", 0, 0)
    let document = try Samples.read(
      Samples.docx(body, [("word/numbering.xml", numbering)]), "a.docx")
    #expect(
      lines(document) == [
        "Article III. Truce", "III.a) north", "III.b) south", "Article IV. Exchange", "IV.a) all",
        "- noted", "no list",
      ])
  }

  @Test func wordTrackedChanges() throws {
    let body = """
      <w:p><w:r><w:t xml:space="preserve">within </w:t></w:r><w:del w:author="A"><w:r>\
      <w:delText>30</w:delText></w:r></w:del><w:ins w:author="B"><w:r><w:t>6</w:t></w:r></w:ins>\
      <w:ins w:author="B"><w:r><w:t>0</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> days</w:t></w:r></w:p>\
      <w:p><w:pPr><w:rPr><w:del w:author="A"/></w:rPr></w:pPr><w:del w:author="A"><w:r>\
      <w:delText>Struck out.</w:delText></w:r></w:del></w:p>\
      <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>Open.</w:t></w:r></w:p>
      """
    let comments = Samples.wordPart(
      "comments",
      #"<w:comment w:author="C" w:date="2024-02-01T00:00:00Z">"# + paragraph("Too long")
        + "</w:comment>")
    let bytes = Samples.docx(body, [("word/comments.xml", comments)])
    let shown = try Samples.read(bytes, "a.docx")
    #expect(
      lines(shown) == [
        "within [deleted: 30][inserted: 60] days", "[deleted: Struck out.]", "Open.",
      ])
    #expect(shown.warns("tracked changes by A, B, not yet accepted: 2 insertions, 2 deletions"))
    #expect(shown.warns("hidden text"))
    #expect(shown.parts.contains { $0.text == "secret" && $0.cut == .hidden })
    #expect(shown.parts.contains { $0.text == "C, 2024-02-01: Too long" && $0.cut == .comment })
    let accepted = try Samples.read(bytes, "a.docx") { $0.trackedChanges = .accepted }
    #expect(lines(accepted) == ["within 60 days", "Open."])
    let rejected = try Samples.read(bytes, "a.docx") { $0.trackedChanges = .rejected }
    #expect(lines(rejected) == ["within 30 days", "Struck out.", "Open."])
  }

  @Test func openDocument() throws {
    let automatic = """
      <text:list-style style:name="L1"><text:list-level-style-number text:level="1" \
      style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" \
      style:num-format="a" style:num-suffix=")"/></text:list-style>
      """
    let body = """
      <text:tracked-changes><text:changed-region text:id="c1"><text:insertion><office:change-info>\
      <dc:creator>B</dc:creator></office:change-info></text:insertion></text:changed-region>\
      <text:changed-region text:id="c2"><text:deletion><text:p>thirty</text:p></text:deletion>\
      </text:changed-region></text:tracked-changes>\
      <text:h text:outline-level="1">Протокол</text:h><text:p>Two  <text:s text:c="2"/>words<text:note>\
      <text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>\
      </text:note>.<text:line-break/>Next line</text:p>\
      <text:list text:style-name="L1"><text:list-item><text:p>first</text:p><text:list><text:list-item>\
      <text:p>inner</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>second</text:p>\
      </text:list-item></text:list>\
      <table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>\
      <table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>\
      <text:p>within <text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>sixty\
      <text:change-end text:change-id="c1"/> days<office:annotation><dc:creator>C</dc:creator>\
      <dc:date>2024-02-01T00:00:00</dc:date><text:p>Why?</text:p></office:annotation></text:p>
      """
    let bytes = Samples.odt(body, automatic: automatic)
    let document = try Samples.read(bytes, "протокол.odt")
    #expect(
      lines(document) == [
        "Протокол", "Two   words[1].", "Next line", "1. first", "a) inner", "2. second", "A | B",
        "within [deleted: thirty][inserted: sixty] days", "[1] A note.",
      ])
    #expect(document.warns("tracked changes by B, not yet accepted: 1 insertion, 1 deletion"))
    #expect(document.parts.contains { $0.text == "C, 2024-02-01: Why?" && $0.cut == .comment })
    let accepted = try Samples.read(bytes, "a.odt") { $0.trackedChanges = .accepted }
    #expect(lines(accepted).contains("within sixty days"))
  }

  @Test func hostileArchives() throws {
    let bomb = Samples.docx(String(repeating: " ", count: 5_000_000), packs: true)
    #expect(bomb.count < 20_000)
    #expect(throws: DocumentError.unpacksTooLarge(limit: 1_000_000)) {
      try Samples.read(bomb, "a.docx") { $0.maximumUnpackedBytes = 1_000_000 }
    }
    for entity in [#"<!ENTITY e SYSTEM "file:///etc/passwd">"#, #"<!ENTITY e "eeeeeeeeee">"#] {
      let main =
        "<!DOCTYPE d [\(entity)]><w:document xmlns:w=\"\(Samples.word)\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
      #expect(throws: DocumentError.declaresEntities(.docx)) {
        try Samples.read(Samples.zip([("word/document.xml", main)]), "a.docx")
      }
    }
    // Names that lead elsewhere are names like any other: nothing is written.
    let traversal = Samples.docx(paragraph("Text."), [("../../evil.xml", "<x/>")])
    #expect(try Samples.read(traversal, "a.docx").readable == "Text.\n")
    let whole = Samples.docx(paragraph("Text."))
    for length in [whole.count - 10, whole.count / 2, 40] {
      #expect(throws: DocumentError.self) {
        try Samples.read(Array(whole.prefix(length)), "a.docx")
      }
    }
    #expect {
      try Samples.read(Samples.zip([("word/document.xml", "<a><b></a>")]), "a.docx")
    } throws: { ($0 as? DocumentError)?.words.contains("its XML is broken") == true }
    let office: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let locked =
      office + [UInt8](repeating: 0, count: 512)
      + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(throws: DocumentError.passwordProtected(.docx)) { try Samples.read(locked, "a.docx") }
    #expect(throws: DocumentError.noText(.docx)) {
      try Samples.read(Samples.docx("<w:p/>"), "a.docx")
    }
  }

  /// Every byte of an archive changed in turn: a text or a plain fault, never a trap.
  @Test func changedBytes() throws {
    let whole = Samples.docx(paragraph("Text."), packs: true)
    var outcomes: Set<Bool> = []
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 0xFF
      do {
        _ = try Samples.read(bytes, "a.docx")
        outcomes.insert(true)
      } catch {
        #expect(!error.words.isEmpty && !error.advice.isEmpty)
        outcomes.insert(false)
      }
    }
    #expect(outcomes.count == 2)
  }
}
