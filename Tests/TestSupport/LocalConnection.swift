import Foundation

/// A connection to a server on this machine, over which anything can be asked, as a browser would
/// not let a page do.
///
/// Calls block. Used by one thread at a time.
package final class LocalConnection {
  package struct Answer: Sendable {
    package var status: Int
    package var head: String
    package var body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The value of a header field; nil where there is none.
    package func field(_ name: String) -> String? {
      head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
        .map { $0.dropFirst(name.utf8.count + 1).trimmingCharacters(in: .whitespaces) }
    }
  }

  package struct ConnectionError: Error, CustomStringConvertible {
    package let description: String
  }

  private let descriptor: Int32
  private var waiting: [UInt8] = []

  /// - Throws: ``ConnectionError`` where nobody listens on `port` of 127.0.0.1.
  package init(port: Int) throws {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    descriptor = socket(AF_INET, kind, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(clamping: port)).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    guard result == 0 else {
      close(descriptor)
      throw ConnectionError(description: "port \(port): \(String(cString: strerror(errno)))")
    }
    // An answer that does not come must not hold up a test for ever.
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var one: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
  }

  deinit { close(descriptor) }

  /// Sends a request as it stands and reads one answer.
  package func send(_ request: String) throws -> Answer {
    var bytes = Array(request.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw ConnectionError(description: "the server does not read on") }
      bytes = bytes.dropFirst(count)
    }
    var end = headEnd(from: 0)
    while end == nil {
      let from = max(0, waiting.count - 3)
      try readMore()
      end = headEnd(from: from)
    }
    let headEnd = end ?? 0
    let head = String(decoding: waiting[..<headEnd], as: UTF8.self)
    waiting.removeFirst(headEnd + 4)
    var answer = Answer(
      status: head.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap { Int($0) } ?? 0,
      head: head, body: [])
    if let length = answer.field("Content-Length").flatMap({ Int($0) }) {
      while waiting.count < length { try readMore() }
      answer.body = Array(waiting[..<length])
      waiting.removeFirst(length)
    } else if answer.field("Transfer-Encoding")?.lowercased() == "chunked" {
      answer.body = try chunks()
    } else if answer.status != 304 {
      // Without a length the answer goes on to the end of the connection.
      while (try? readMore()) != nil {}
      answer.body = waiting
      waiting = []
    }
    return answer
  }

  /// A body in parts, each after its length in hexadecimal on a line (RFC 9112, 7.1).
  private func chunks() throws -> [UInt8] {
    var body: [UInt8] = []
    while true {
      let line = try line()
      let digits = line.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
      guard let length = Int(digits, radix: 16) else {
        throw ConnectionError(description: "`\(line)` is no length of a part")
      }
      if length == 0 { break }
      while waiting.count < length + 2 { try readMore() }
      body += waiting[..<length]
      waiting.removeFirst(length + 2)
    }
    while try !line().isEmpty {}
    return body
  }

  private func line() throws -> String {
    while true {
      let end = waiting.indices.dropLast().first { waiting[$0] == 13 && waiting[$0 + 1] == 10 }
      if let end {
        defer { waiting.removeFirst(end + 2) }
        return String(decoding: waiting[..<end], as: UTF8.self)
      }
      try readMore()
    }
  }

  private func headEnd(from start: Int) -> Int? {
    guard waiting.count >= 4 else { return nil }
    return (start..<(waiting.count - 3)).first { place in
      waiting[place] == 13 && waiting[place + 1] == 10 && waiting[place + 2] == 13
        && waiting[place + 3] == 10
    }
  }

  private func readMore() throws {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var count = 0
    // A signal, as when a child ends, is no end of the answer.
    repeat {
      count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    } while count < 0 && errno == EINTR
    guard count > 0 else {
      let why = count < 0 ? String(cString: strerror(errno)) : "the server closed the connection"
      throw ConnectionError(description: why)
    }
    waiting += buffer[..<count]
  }
}
