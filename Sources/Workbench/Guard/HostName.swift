/// A name by which a browser calls a server: a host, with a port where one is given.
package struct HostName: Sendable, Hashable {
  /// In small letters, `localhost` or `[::1]`.
  package let host: String
  package let port: Int?

  /// Nil where `text` is not such a name, as `desk.example`, `localhost:9000` or
  /// `https://desk.example`.
  package init?(_ text: String) {
    var rest = text.lowercased()[...]
    var scheme: Int?
    for (name, port) in [("http://", 80), ("https://", 443)] where rest.hasPrefix(name) {
      rest = rest.dropFirst(name.count)
      scheme = port
      if rest.hasSuffix("/") { rest = rest.dropLast() }
    }
    let end: Substring.Index
    if rest.hasPrefix("[") {
      guard let close = rest.firstIndex(of: "]") else { return nil }
      end = rest.index(after: close)
      let inner = rest[rest.index(after: rest.startIndex)..<close]
      guard !inner.isEmpty, inner.utf8.allSatisfy(Self.isAddress) else { return nil }
    } else {
      end = rest.firstIndex(of: ":") ?? rest.endIndex
      guard end > rest.startIndex, rest[..<end].utf8.allSatisfy(Self.isName) else { return nil }
    }
    host = String(rest[..<end])
    guard host.utf8.count <= 253 else { return nil }
    if end == rest.endIndex {
      // The usual port of the scheme does not stand in what a browser sends.
      port = scheme
    } else {
      let digits = rest[rest.index(after: end)...]
      guard rest[end] == ":", digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(digits), (1...65_535).contains(number)
      else { return nil }
      port = number
    }
  }

  package var text: String { port.map { "\(host):\($0)" } ?? host }

  /// What a browser that calls the server so may send as `Host`, where the server's own port is
  /// `port`.
  func hosts(port own: Int) -> [String] {
    let port = port ?? own
    return ["\(host):\(port)"] + ([80, 443].contains(port) ? [host] : [])
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }

  private static func isAddress(_ byte: UInt8) -> Bool {
    (0x61...0x66).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: ".")
  }
}
