package import CaseModel

/// The digest of a case's canonical YAML, from which that of its next state is made without writing
/// again what is the same there.
///
/// The text is kept in pieces, each with the digest of all text to its end: what lies behind the
/// first piece that differs is digested again, but only that piece is written again.
package struct CanonicalDigest: Sendable {
  /// SHA-256 in hexadecimal, as ``CaseModel/Case/canonicalHash``.
  package let hex: String
  private let theCase: Case
  private let pieces: [Case.Section: [Piece]]

  /// The text of some entries.
  fileprivate struct Piece: Sendable {
    let entries: Int
    let bytes: [UInt8]
    /// Of all text to its end.
    var stream: SHA256Stream
  }

  /// - Parameter last: of an earlier state of the case.
  /// - Complexity: O(size of the case); after an edit, that of the text behind it, of which little is
  ///   written.
  package init(_ theCase: Case, after last: CanonicalDigest? = nil) {
    self.theCase = theCase
    var writer = PieceWriter(theCase: theCase, last: last)
    writer.stream.add(CaseWriter.yamlOpening(theCase.header))
    Case.forEachSection(&writer)
    pieces = writer.pieces
    writer.stream.add([UInt8(ascii: "\n")])
    hex = writer.stream.digest.hex
  }

  private struct PieceWriter: SectionVisitor {
    let theCase: Case
    let last: CanonicalDigest?
    var pieces: [Case.Section: [Piece]] = [:]
    var stream = SHA256Stream()
    /// All text so far is that of the last state.
    var isSame: Bool

    /// So many entries make a piece.
    private static let size = 128

    init(theCase: Case, last: CanonicalDigest?) {
      self.theCase = theCase
      self.last = last
      isSame = last?.theCase.header == theCase.header
    }

    mutating func visit<Entry: SectionEntry>(
      _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
    ) {
      let entries = theCase[keyPath: path]
      let known = last?.pieces[section] ?? []
      let (start, end) = entries.commonEnds(with: last?.theCase[keyPath: path] ?? [])
      let before = known.count(within: start)
      let behind = known.dropFirst(before).reversed().count(within: end)
      if !entries.isEmpty { stream.add(Array("\n\(section.rawValue):".utf8)) }
      for piece in known.prefix(before) { add(piece, section) }
      var next = known.prefix(before).entries
      let stop = entries.count - known.suffix(behind).entries
      if before + behind < known.count || next < stop || (entries.isEmpty != known.isEmpty) {
        isSame = false
      }
      while next < stop {
        let some = entries[next..<min(stop, next + Self.size)]
        add(
          Piece(entries: some.count, bytes: CaseWriter.yaml(some), stream: stream), section)
        next += some.count
      }
      for piece in known.suffix(behind) { add(piece, section) }
    }

    private mutating func add(_ piece: Piece, _ section: Case.Section) {
      var piece = piece
      if isSame {
        stream = piece.stream
      } else {
        stream.add(piece.bytes)
        piece.stream = stream
      }
      pieces[section, default: []].append(piece)
    }
  }
}

extension Sequence<CanonicalDigest.Piece> {
  fileprivate var entries: Int { reduce(0) { $0 + $1.entries } }

  /// How many of the first hold no more than so many entries together.
  fileprivate func count(within most: Int) -> Int {
    var (count, sum) = (0, 0)
    for piece in self {
      sum += piece.entries
      if sum > most { break }
      count += 1
    }
    return count
  }
}

extension Array where Element: Equatable {
  /// How many are the same at the beginning and, of the rest, at the end.
  fileprivate func commonEnds(with other: [Element]) -> (start: Int, end: Int) {
    if self == other { return (count, 0) }
    let most = Swift.min(count, other.count)
    let start = (0..<most).first { self[$0] != other[$0] } ?? most
    let left = most - start
    let end = (0..<left).first { self[count - 1 - $0] != other[other.count - 1 - $0] } ?? left
    return (start, end)
  }
}
