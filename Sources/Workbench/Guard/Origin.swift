internal import HTTPTypes

/// Where a request comes from, as far as its headers tell.
///
/// A page of another site can make a browser send us requests; it cannot choose these headers.
struct Origin: Sendable {
  /// Host names by which this server may be called, with the port where it is not 80.
  let hosts: Set<String>
  /// Names given when the server was started, such as a tunnel's end, which may be reached by TLS.
  private let given: Set<String>

  /// - Parameter others: further names, each with a port where it is another than the server's own,
  ///   as `desk.example` or `localhost:9000`.
  init(host: String, port: Int, others: [String] = []) {
    var names = ["127.0.0.1", "localhost", "[::1]"]
    // An address of no interface in particular is no name to be called by.
    if !["0.0.0.0", "::", "[::]"].contains(host) {
      names.append(host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host)
    }
    var hosts: Set<String> = []
    for name in names.map({ $0.lowercased() }) {
      hosts.insert("\(name):\(port)")
      if port == 80 { hosts.insert(name) }
    }
    given = Set(others.compactMap { HostName($0) }.flatMap { $0.hosts(port: port) })
    self.hosts = hosts.union(given)
  }

  /// The request was sent to this server by a name of its own. A name made to point here by
  /// someone else's name server is not one.
  func isOurs(_ request: HTTPRequest) -> Bool {
    guard let host = request.authority?.lowercased() else { return false }
    return hosts.contains(host)
  }

  /// A page of ours asks for a change: the browser says so itself, or names our address as the
  /// page's origin. Where it says neither the answer is no.
  func mayChange(_ request: HTTPRequest) -> Bool {
    let site = request.headerFields[.secFetchSite]
    let origin = request.headerFields[.origin]
    if let site, site != "same-origin" { return false }
    // Pages with `no-referrer`, as ours, send their forms from `null`; so does a page of no origin
    // of its own, which a browser never calls same-origin.
    if let origin, origin != "null" { return isOurs(origin: origin, request) }
    return site != nil
  }

  /// A reader opens the page, or a page of ours asks for it; another site may lead here by a link
  /// and no more. Ports of this machine are one site and many owners.
  func mayRead(_ request: HTTPRequest) -> Bool {
    switch request.headerFields[.secFetchSite] {
    case nil, "same-origin", "none": true
    default:
      request.headerFields[.secFetchMode] == "navigate"
        && request.headerFields[.secFetchDest] == "document"
    }
  }

  private func isOurs(origin: String, _ request: HTTPRequest) -> Bool {
    guard let host = request.authority?.lowercased() else { return false }
    guard hosts.contains(host) else { return false }
    let origin = origin.lowercased()
    return origin == "http://\(host)" || given.contains(host) && origin == "https://\(host)"
  }
}

extension HTTPField.Name {
  // Names of header fields are made from texts, and these are well formed.
  static let secFetchSite = named("Sec-Fetch-Site")
  static let secFetchMode = named("Sec-Fetch-Mode")
  static let secFetchDest = named("Sec-Fetch-Dest")

  /// The name itself, or one that no request bears.
  static func named(_ text: String) -> HTTPField.Name { HTTPField.Name(text) ?? .accept }
}
