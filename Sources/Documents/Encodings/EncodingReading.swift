/// In which encoding a text came, and how that is known.
package struct EncodingReading: Sendable, Hashable {
  package enum Ground: String, Sendable, Hashable {
    case byteOrderMark, validUTF8, zeroBytes, declared, guessed, chosen
  }

  /// As registered with IANA, in upper case: `UTF-8`, `WINDOWS-1251`.
  package let name: String
  package let ground: Ground
  /// A line of the text with letters that depend on the encoding, by which a person can judge it;
  /// empty where there is none.
  package let sample: String
  /// Byte sequences that are none in this encoding, each shown as U+FFFD (�).
  package let replaced: Int

  /// As in "UTF-8, as its byte order mark says".
  package var words: String {
    switch ground {
    case .byteOrderMark: "\(name), according to its byte order mark"
    case .validUTF8: name
    case .zeroBytes: "\(name), according to the pattern of zero bytes"
    case .declared: "\(name), as the document declares"
    case .guessed: "probably \(name): this is a guess"
    case .chosen: "\(name), as chosen"
    }
  }
}
