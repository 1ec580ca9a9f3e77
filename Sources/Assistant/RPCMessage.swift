internal import CaseModel

/// One message of JSON-RPC 2.0, as a line holds it.
enum RPCMessage {
  /// Wants an answer; `id` is text or a number, and goes back as it came.
  case request(id: Node, method: String, parameters: Node)
  /// Wants none.
  case notification(method: String)
  /// An answer, which this program never asked for.
  case response
  /// Not a message; `id` where it could be read.
  case invalid(RPCError, id: Node)

  init(_ line: [UInt8]) {
    let node: Node
    do {
      node = try Node(json: line)
    } catch {
      self = .invalid(RPCError(.parse, "the message is not JSON: \(error.message)"), id: .null)
      return
    }
    guard case .map = node.content else {
      self = .invalid(
        RPCError(.invalidRequest, "a message is one JSON object; batches are not taken"), id: .null)
      return
    }
    let id = node["id"].flatMap { Self.isID($0) ? $0 : nil }
    guard node["jsonrpc"]?.scalar == "2.0" else {
      self = .invalid(
        RPCError(.invalidRequest, "`jsonrpc` is not \"2.0\""), id: id ?? .null)
      return
    }
    guard let method = node["method"] else {
      let isResponse = node["result"] != nil || node["error"] != nil
      self =
        isResponse
        ? .response
        : .invalid(RPCError(.invalidRequest, "the message has no `method`"), id: id ?? .null)
      return
    }
    guard case .scalar(let name) = method.content else {
      self = .invalid(RPCError(.invalidRequest, "`method` is not text"), id: id ?? .null)
      return
    }
    guard node["id"] != nil else {
      self = .notification(method: name)
      return
    }
    guard let id else {
      self = .invalid(
        RPCError(.invalidRequest, "`id` is neither text nor a whole number"), id: .null)
      return
    }
    self = .request(id: id, method: name, parameters: node["params"] ?? .map([]))
  }

  private static let longestID = 200

  private static func isID(_ node: Node) -> Bool {
    switch node.content {
    case .scalar(let text): text.utf8.count <= longestID
    case .literal(let text): Int(text) != nil
    case .null, .list, .map: false
    }
  }

  /// The line that answers a request.
  static func answer(_ result: Node, to id: Node) -> [UInt8] {
    line([.init("jsonrpc", .text("2.0")), .init("id", id), .init("result", result)])
  }

  static func answer(_ error: RPCError, to id: Node) -> [UInt8] {
    let words = Node.map([
      .init("code", .literal("\(error.code.rawValue)")), .init("message", .text(error.message)),
    ])
    return line([.init("jsonrpc", .text("2.0")), .init("id", id), .init("error", words)])
  }

  private static func line(_ pairs: [Node.Pair]) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(.map(pairs))
    return writer.output + [UInt8(ascii: "\n")]
  }
}

/// Why a request has no result.
struct RPCError: Error {
  enum Code: Int {
    case parse = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParameters = -32602
    case `internal` = -32603
  }

  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
