import Foundations
import TestSupport
import Testing

@testable import Workbench

/// A form with files, as browsers send it, and as those do who mean harm.
@Suite struct MultipartFormTests {
  @Test func fieldsAndFilesComeAsTheyWereSent() throws {
    let bytes = TestSite.multipart(
      [
        .field("form-token", "abc"), .field("text", "Zeile\r\n--Mark\r\nümlaut"),
        .file("звіт \"1\".txt".replacing("\"", with: "%22"), [0, 13, 10, 45, 45, 255]),
        .file("", []),
      ], boundary: "Mark7")
    let form = try MultipartForm(bytes, boundary: "Mark7")
    #expect(form.field("form-token") == "abc")
    #expect(form.field("text") == "Zeile\r\n--Mark\r\nümlaut")
    let files = form.files("file")
    #expect(files.map(\.fileName) == ["звіт \"1\".txt"])
    #expect(Array(form.bytes[files[0].range]) == [0, 13, 10, 45, 45, 255])
    #expect(form.field("file") == nil && form.field("none") == nil)
  }

  @Test(arguments: [
    ("multipart/form-data; boundary=abc", "abc"),
    ("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"", nil),
    ("multipart/form-data; boundary=\"----x\"", "----x"), ("multipart/form-data", nil),
    ("multipart/form-data; boundary=", nil), ("text/plain; boundary=abc", nil),
    ("multipart/form-data; boundary=" + String(repeating: "x", count: 71), nil),
  ])
  func theMarkIsInTheContentType(_ type: String, _ boundary: String?) {
    #expect(MultipartForm.boundary(of: type) == boundary)
  }

  @Test(arguments: [
    "", "--M", "--M\r\n", "--M\r\n\r\n",
    "x--M\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb",
    "--M\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever ended",
    "--M\r\nContent-Disposition: form-data\r\n\r\nb\r\n--M--",
    "--M\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--M--",
    "--M\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nb\r\n--M--",
    "--M\r\nno colon\r\n\r\nb\r\n--M--", "--Mx\r\n", "--M\nContent-Disposition: x\n\nb\n--M--",
  ])
  func whatDepartsFromTheFormatIsRefused(_ text: String) {
    #expect(throws: MultipartForm.FormatError.malformed) {
      _ = try MultipartForm(Array(text.utf8), boundary: "M")
    }
  }

  @Test func thereAreNotTooManyParts() {
    let parts = Array(repeating: TestSite.Part.field("a", ""), count: MultipartForm.mostParts + 1)
    #expect(throws: MultipartForm.FormatError.tooManyParts) {
      _ = try MultipartForm(TestSite.multipart(parts, boundary: "M"), boundary: "M")
    }
  }

  /// Whatever comes, it is read or refused; what is read lies within what came.
  @Test func noBytesAreATrap() {
    var generator = SplitMix64(seed: 7)
    let sound = TestSite.multipart(
      [.field("a", "b\r\n"), .file("x.txt", Array("--M\r\nwords".utf8)), .field("c", "")],
      boundary: "M")
    var readable = 0
    for _ in 0..<20_000 {
      var bytes = sound
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: Array("\r\n--M".utf8), at: place)
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { break }
      }
      guard let form = try? MultipartForm(bytes, boundary: "M") else { continue }
      readable += 1
      #expect(form.parts.allSatisfy { bytes.indices.contains($0.range.lowerBound) })
      #expect(form.parts.allSatisfy { $0.range.upperBound <= bytes.count })
    }
    #expect(readable > 1000)
  }
}
