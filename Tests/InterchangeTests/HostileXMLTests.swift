import CaseModel
import Foundation
import Interchange
import TestSupport
import Testing

/// What XML can do beyond elements and attributes is refused before anything is expanded or opened.
@Suite struct HostileXMLTests {
  private func faults(_ prologue: String, _ body: String = GeniusFixture.profile) -> [String] {
    ForeignScenario(["p.xml": prologue + body]).faults()
  }

  @Test func entityBombsAreRefused() {
    var bomb = "<!DOCTYPE u [<!ENTITY a0 \"ha\">"
    for level in 1...30 {
      bomb += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">"
    }
    #expect(faults(bomb + "]>\n", "<utility_space>&a30;</utility_space>") == ["1:1 document-type"])
    #expect(faults("<?xml version=\"1.0\"?>\n\n  " + bomb + "]>") == ["3:3 document-type"])
  }

  @Test func filesElsewhereAreNeverOpened() throws {
    let folder = try TemporaryFolder()
    let secret = folder.url.appendingPathComponent("secret.txt")
    try folder.write("do not read me", to: "secret.txt")
    let body = GeniusFixture.profile.replacingOccurrences(
      of: "name=\"Water\"", with: "name=\"&x;\"")
    #expect(
      faults("<!DOCTYPE u [<!ENTITY x SYSTEM \"file://\(secret.path)\">]>", body)
        == ["1:1 document-type"])
    #expect(
      faults("<!DOCTYPE u SYSTEM \"http://127.0.0.1:9/d.dtd\">") == ["1:1 document-type"])
    #expect(faults("<!doctype u SYSTEM \"a.dtd\">") == ["1:1 document-type"])
    #expect(faults("<!-- a\ncomment --> <!DOCTYPE u>") == ["2:13 document-type"])
  }

  @Test func commentsAreReadInTimeInProportion() {
    let runs = [
      String(repeating: "<!--", count: 200_000) + "-->",
      String(repeating: "<!-- -- -->", count: 80_000),
      "<!--" + String(repeating: "->", count: 300_000) + "-->",
      String(repeating: "<!--", count: 200_000),
    ]
    for run in runs {
      let body = GeniusFixture.profile.replacingOccurrences(
        of: "<utility_space", with: run + "<utility_space")
      let time = ContinuousClock().measure {
        if run.hasSuffix("-->") {
          #expect(throws: Never.self) { try ForeignScenario(["p.xml": body]).read() }
        } else {
          #expect(faults("", body).count == 1)
        }
      }
      #expect(time < .seconds(20), "\(time)")
    }
  }

  @Test func whatLooksLikeACommentWithinDataIsData() {
    let body = GeniusFixture.profile.replacingOccurrences(
      of: "</utility_space>", with: "<x><![CDATA[<!-- ]]></x></utility_space>")
    #expect(throws: Never.self) { try ForeignScenario(["p.xml": body]).read() }
  }

  @Test func encodingsHideNothing() {
    let text = "<!DOCTYPE u [<!ENTITY a \"b\">]>" + GeniusFixture.profile
    for isLittle in [true, false] {
      let wide = text.utf16.flatMap { unit -> [UInt8] in
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return isLittle ? pair : pair.reversed()
      }
      let bytes: [UInt8] = (isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]) + wide
      #expect(ForeignScenario(bytes: ["p.xml": bytes]).faults() == ["1:1 document-type"])
    }
    // Without a mark it is no XML that this reads.
    let bare = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(ForeignScenario(bytes: ["p.xml": bare]).faults().count == 1)
    // The parser would know it by its declaration; what it declares further on was not looked for.
    let declared = "<?xml version=\"1.0\"?>" + text
    let hidden = declared.utf16.flatMap { unit -> [UInt8] in
      [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let found = ForeignScenario(bytes: ["p.xml": hidden]).faults()
    #expect(found.count == 1 && found[0].hasSuffix("bad-xml"), "\(found)")
  }

  @Test func whatFollowsTheRootIsAFault() {
    for end in ["<utility_space/>", "more", "</x>"] {
      let found = faults("", GeniusFixture.profile + end)
      #expect(found.count == 1 && found[0].hasSuffix("bad-xml"), "\(end): \(found)")
    }
  }

  /// A comment may speak of what a file may not hold.
  @Test func commentsAreNoDeclarations() throws {
    let scenario = try ForeignScenario([
      "p.xml": "<!-- <!DOCTYPE u> is left out -->" + GeniusFixture.profile
    ]).read().scenario
    #expect(scenario.parties.count == 1)
  }

  @Test func unknownEntitiesAreFaults() {
    let body = GeniusFixture.profile.replacingOccurrences(
      of: "name=\"Water\"", with: "name=\"&x;\"")
    #expect(faults("", body).first?.hasSuffix("bad-xml") == true)
  }

  @Test func depthIsLimited() {
    let deep =
      String(repeating: "<objective index=\"1\" name=\"o\">", count: 100_000)
      + String(repeating: "</objective>", count: 100_000)
    let found = faults("", "<utility_space>" + deep + "</utility_space>")
    #expect(found.count == 1 && found[0].hasSuffix("too-deep"), "\(found)")
  }

  @Test func elementsAndSizeAreLimited() {
    let many = String(repeating: "<a/>", count: 1_000_001)
    let found = faults("", "<utility_space>" + many + "</utility_space>")
    #expect(found.count == 1 && found[0].hasSuffix("too-large"), "\(found)")
    let large = ForeignScenario(bytes: [
      "p.xml": Array(repeating: UInt8(ascii: " "), count: 20_000_001)
    ]).faults()
    #expect(large.count == 1)
    #expect(ForeignScenario(bytes: ["p.xml": []]).faults() == ["1:1 bad-xml"])
  }
}
