import Foundation

/// A port to listen on.
enum FreePort {
  /// Where looking begins, and for how many ports it goes on.
  static let first = 8010
  static let tries = 40

  /// The one asked for, else the first after `last` that no one has.
  static func find(asked: Int?, host: String, after last: Int = first - 1) throws -> Int {
    if let asked {
      guard isFree(asked, host) else { throw taken(asked, host) }
      return asked
    }
    for port in first..<(first + tries) where port > last && isFree(port, host) { return port }
    throw UsageError(
      "the ports \(first) to \(first + tries - 1) of \(host) are all taken",
      hint: "choose another with --port")
  }

  static func taken(_ port: Int, _ host: String) -> UsageError {
    UsageError("port \(port) of \(host) is taken", hint: "choose another with --port")
  }

  private static func isFree(_ port: Int, _ host: String) -> Bool {
    var hints = addrinfo()
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    hints.ai_family = AF_UNSPEC
    #if canImport(Glibc) || canImport(Musl)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let address = found else {
      return false
    }
    defer { freeaddrinfo(found) }
    let descriptor = socket(
      address.pointee.ai_family, address.pointee.ai_socktype, address.pointee.ai_protocol)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    return bind(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0
  }
}
