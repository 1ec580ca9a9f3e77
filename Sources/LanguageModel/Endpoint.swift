internal import Foundation

/// A language model on a server that speaks OpenAI's chat completions, as llama.cpp, Ollama, vLLM and
/// hosted services do.
package struct Endpoint: Sendable, Hashable {
  /// Where requests go: the address given with `/chat/completions` behind it.
  package let url: String
  /// Scheme, host and port, for a person.
  package let server: String
  package let model: String
  /// The server is on this machine, so that nothing leaves it.
  package let isLocal: Bool
  package let isEncrypted: Bool

  /// - Parameters:
  ///   - address: `http://127.0.0.1:8080/v1`.
  ///   - model: the model's name on that server.
  package init(address: String, model: String) throws(ModelServerError) {
    guard let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = parts.host?.lowercased(), !host.isEmpty,
      parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil,
      address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { throw ModelServerError.badAddress(address) }
    let isModelName =
      !model.isEmpty && model.utf8.count <= 200
      && model.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard isModelName else { throw ModelServerError.badModelName(model) }
    var path = parts.path
    while path.hasSuffix("/") { path.removeLast() }
    let port = parts.port.map { ":\($0)" } ?? ""
    let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    server = "\(scheme)://\(name)\(port)"
    url = server + path + "/chat/completions"
    self.model = model
    isEncrypted = scheme == "https"
    isLocal = Self.isThisMachine(host)
  }

  private static func isThisMachine(_ host: String) -> Bool {
    if ["localhost", "::1", "[::1]"].contains(host) { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
  }
}
