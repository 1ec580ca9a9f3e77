import CaseModel
import Documents
import Foundation
import Testing

@Suite struct PDFTests {
  /// Pages with a running head, a foot, and text that differs.
  private func report(_ count: Int) -> [UInt8] {
    let trees = ["alder", "birch", "cedar", "dogwood", "elm"]
    let pages = (1...count).map { page -> [(line: String, y: Int)] in
      let tree = trees[page - 1]
      return [
        ("Monitoring mission - confidential", 810),
        (
          "Finding number \(page * 7) is about the village of \(page % 2 == 0 ? "Arn" : "Bell").",
          700
        ),
        ("The parties began their negoti-", 680), ("ations there with self-", 660),
        ("restraint and in good faith.", 640),
        ("A second paragraph on the \(tree) follows, which ends with", 600),
        ("a sentence on the \(tree) and on self-restraint.", 580), ("Page \(page) of \(count)", 30),
      ]
    }
    return Samples.pdf(pages, title: "Report of the mission")
  }

  @Test func headsFeetHyphensPages() throws {
    let document = try Samples.read(report(5), "report.pdf")
    let text = document.readable
    #expect(!text.contains("confidential") && !text.contains("Page 3"))
    #expect(text.contains("began their negotiations there with self-restraint"))
    #expect(document.parts.count { $0.cut == .runningHead } == 10)
    #expect(document.text.joins.count == 5)
    let join = try #require(document.text.joins.first)
    #expect(document.text.text.text(join - 6, join + 6) == "negotiations")
    #expect(document.text.pages.map(\.number) == [1, 2, 3, 4, 5])
    for page in 1...5 {
      let place = try #require(
        document.text.text.occurrences(of: Array("number \(page * 7) is".utf8)).first)
      #expect(document.text.page(of: place) == page)
    }
    #expect(document.offers(.title).first?.value == "Report of the mission")
    #expect(document.offers(.published).first?.value == "2024-03-11")
    #expect(document.tool?.hasPrefix("pdftotext ") == true)
    #expect(String(decoding: document.whole.text.bytes, as: UTF8.self).contains("Page 3 of 5"))
  }

  @Test func onePageKeepsItsLines() throws {
    let document = try Samples.read(
      Samples.pdf([[("Only page, line one.", 800), ("12", 40)]]), "a.pdf")
    #expect(document.parts.allSatisfy { $0.cut == nil })
    #expect(document.readable.contains("12"))
  }

  @Test func namedAsText() throws {
    let document = try Samples.read(report(2), "доповідь.txt")
    #expect(document.kind == .pdf)
    #expect(
      document.warns(
        "According to its name the file is a plain text; in fact it is a PDF document."))
  }

  @Test func picturesPasswordsDamage() throws {
    #expect(throws: DocumentError.imagesOnly(pages: 3)) {
      try Samples.read(Samples.pdf([[], [], []]), "a.pdf")
    }
    let some = try Samples.read(
      Samples.pdf([[("The first page holds a sentence that can be read well.", 700)], []]), "a.pdf")
    #expect(some.warns("1 page of 2 has no text"))
    #expect(throws: DocumentError.passwordProtected(.pdf)) {
      try Samples.read(Samples.resource("locked.pdf"), "a.pdf")
    }
    for broken in [Array(report(3).prefix(700)), Array("%PDF-1.7\n garbage".utf8)] {
      #expect {
        try Samples.read(broken, "a.pdf")
      } throws: { fault in
        if case .damaged(.pdf, let words) = fault as? DocumentError { return !words.isEmpty }
        return false
      }
    }
  }

  /// Programs that are absent, slow, endless or faulty.
  @Test func toolsThatFail() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tool = folder.appendingPathComponent("pdftotext")
    func install(_ script: String) throws {
      try ("#!/bin/sh\n" + script + "\n").write(to: tool, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool.path)
    }
    func fault(_ change: (inout ReadingOptions) -> Void = { _ in }) -> DocumentError? {
      do {
        _ = try Samples.read(Samples.pdf([[("x", 700)]]), "a.pdf") {
          $0.toolFolders = [folder.path]
          $0.toolSeconds = 1
          change(&$0)
        }
        return nil
      } catch {
        return error
      }
    }
    #expect(fault() == .toolMissing(.pdftotext))
    #expect(fault()?.advice.contains("poppler-utils") == true)
    try install("exec sleep 30")
    #expect(fault() == .tookTooLong(.pdftotext, seconds: 1))
    try install("exec yes")
    #expect(
      fault {
        $0.maximumUnpackedBytes = 1_000_000; $0.toolSeconds = 30
      } == .unpacksTooLarge(limit: 1_000_000))
    try install("echo 'Syntax Error: nothing here' >&2; exit 1")
    #expect(fault() == .damaged(.pdf, "nothing here"))
    try install("kill -9 $$")
    #expect(fault() == .damaged(.pdf, "no reason given (status -1)"))
  }

  @Test func pandocForOtherKinds() throws {
    #expect(throws: DocumentError.toolMissing(.pandoc)) {
      try Samples.read(Array(#"{\rtf1 Hello}"#.utf8), "a.rtf") { $0.toolFolders = [] }
    }
  }
}
