import Foundation
import Synchronization

/// A server on this machine that answers requests as a test says, in order; the last answer goes on.
final class ScriptedServer: Sendable {
  enum Answer: Sendable {
    /// A chat completion with this content.
    case content(String)
    /// These bytes as they stand.
    case raw([UInt8])
    case status(Int, String, [String: String])
    /// Nothing for so many milliseconds, then the rest.
    indirect case slow(Int, Answer)
    /// The connection is closed without a word.
    case close
    /// Bytes without end, until the other side has enough.
    case endless
  }

  let port: Int
  private let listener: Int32
  private let answers: [Answer]
  private let bodies = Mutex([String]())
  private let heads = Mutex([String]())

  init(_ answers: [Answer]) throws {
    self.answers = answers
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, kind, 0)
    listener = descriptor
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (bound, named) = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        (bind(descriptor, $0, size), getsockname(descriptor, $0, &size))
      }
    }
    guard bound == 0, named == 0, listen(listener, 16) == 0 else { throw ScriptError() }
    port = Int(UInt16(bigEndian: address.sin_port))
    signal(SIGPIPE, SIG_IGN)
    Thread.detachNewThread { [self] in serve() }
  }

  struct ScriptError: Error {}

  var address: String { "http://127.0.0.1:\(port)/v1" }

  /// What was asked, in order.
  var requests: [String] { bodies.withLock { $0 } }
  /// The heads of the requests.
  var requestHeads: [String] { heads.withLock { $0 } }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { break }
      Thread.detachNewThread { [self] in
        while let (head, body) = read(connection) {
          let number = bodies.withLock { bodies in
            bodies.append(body)
            return bodies.count - 1
          }
          heads.withLock { $0.append(head) }
          guard send(answers[min(number, answers.count - 1)], to: connection) else { break }
        }
        close(connection)
      }
    }
    close(listener)
  }

  private func read(_ connection: Int32) -> (head: String, body: String)? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let gap = Array("\r\n\r\n".utf8)
    while true {
      if let end = bytes.indices.first(where: { bytes[$0...].starts(with: gap) }) {
        let head = String(decoding: bytes[..<end], as: UTF8.self)
        let length =
          head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
          .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
        if bytes.count >= end + 4 + length {
          return (head, String(decoding: bytes[(end + 4)..<(end + 4 + length)], as: UTF8.self))
        }
      }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
  }

  /// False where the connection is to be closed.
  private func send(_ answer: Answer, to connection: Int32) -> Bool {
    switch answer {
    case .content(let content): return write(Self.completion(content), connection)
    case .raw(let bytes):
      _ = write(bytes, connection)
      return false
    case .status(let status, let body, let fields):
      return write(Self.response(status, body, fields), connection)
    case .slow(let milliseconds, let rest):
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
      return send(rest, to: connection)
    case .close: return false
    case .endless:
      guard
        write(
          Array("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"x\": \"".utf8),
          connection)
      else { return false }
      let block = [UInt8](repeating: UInt8(ascii: "y"), count: 1 << 16)
      // At the most a gigabyte, should no one stop it.
      for _ in 0..<16_384 where !write(block, connection) { return false }
      return false
    }
  }

  /// A chat completion as it is sent.
  static func completion(_ content: String) -> [UInt8] {
    let message = try? JSONSerialization.data(withJSONObject: [
      "choices": [["message": ["role": "assistant", "content": content]]],
      "usage": ["total_tokens": 100],
    ])
    return response(200, String(decoding: message ?? Data(), as: UTF8.self), [:])
  }

  private static func response(_ status: Int, _ body: String, _ fields: [String: String]) -> [UInt8]
  {
    var head = "HTTP/1.1 \(status) X\r\nContent-Length: \(body.utf8.count)\r\n"
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
    return Array((head + "\r\n" + body).utf8)
  }

  private func write(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.send(connection, $0.baseAddress, $0.count, 0) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
