package import CaseModel

/// The line of a file that a diagnostic is about.
package struct Excerpt: Sendable, Hashable {
  package let line: String
  /// The column to point at, from 1, in code points.
  package let column: Int

  /// - Returns: nil where the bytes have no such line.
  /// - Complexity: O(1) in the size of the file where the place gives its bytes, else O(file).
  package init?(_ place: CaseModel.Place, of bytes: [UInt8]) {
    guard place.line > 0,
      let line = Self.line(Int(place.line), at: place.start, of: bytes)
    else { return nil }
    (self.line, column) = (line, Int(place.column))
  }

  /// A line of the file by number, from 1, and by a byte in it.
  private static func line(_ number: Int, at offset: Int, of bytes: [UInt8]) -> String? {
    var start = 0
    // Back from the place, so that many findings in a large file do not each go through it.
    let near = max(0, offset - 100_000)
    if number > 1, offset > 0, offset <= bytes.count,
      let before = bytes[near..<offset].lastIndex(of: UInt8(ascii: "\n"))
    {
      start = before + 1
    } else {
      var current = 1
      while current < number {
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        start = end + 1
        current += 1
      }
    }
    // Enough of a long line to show what stands at the place.
    let end =
      bytes[start...].prefix(100_000).firstIndex(of: UInt8(ascii: "\n"))
      ?? min(bytes.count, start + 100_000)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// At most 90 code points round the column.
  var window: (text: String, column: Int)? {
    let scalars = Array(line.unicodeScalars)
    guard column >= 1, column <= scalars.count + 1, !scalars.isEmpty else { return nil }
    let from = column > 70 ? column - 40 : 0
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: scalars[from..<min(scalars.count, from + 90)])
    let cut = from > 0
    return ((cut ? "…" : "") + String(shown), column - from + (cut ? 1 : 0))
  }
}
