internal import Foundation

/// The names and values of a query or a posted form, in order.
struct Query: Sendable, Hashable {
  struct Item: Sendable, Hashable {
    var name: String
    var value: String
  }

  var items: [Item] = []

  init() {}
  init(_ items: [Item]) { self.items = items }

  /// Past so many names a query is not read at all.
  static let mostItems = 1000

  /// Nil where `text` is not a query or holds more than `most` names.
  init?(_ text: String, most: Int = mostItems) {
    guard !text.isEmpty else { return }
    for part in text.split(separator: "&") {
      guard items.count < most else { return nil }
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(pair[0]),
        let value = Self.decoded(pair.count > 1 ? pair[1] : "")
      else { return nil }
      items.append(Item(name: name, value: value))
    }
  }

  subscript(name: String) -> String? { items.first { $0.name == name }?.value }

  /// What is asked under names that begin with `prefix`, without it.
  func under(_ prefix: String) -> [Item] {
    items.filter { $0.name.hasPrefix(prefix) }.map {
      Item(name: String($0.name.dropFirst(prefix.count)), value: $0.value)
    }
  }

  /// The values that are not empty.
  func all(_ name: String) -> [String] {
    items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
  }

  /// What is asked under these names.
  func only(_ names: [String]) -> Query { Query(items.filter { names.contains($0.name) }) }

  mutating func add(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { items.append(Item(name: name, value: value)) }
  }

  mutating func add(_ name: String, _ values: [String]) {
    for value in values { add(name, value) }
  }

  /// `a=1&b=2`, every reserved character as an escape.
  var text: String {
    items.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
  }

  private static func decoded(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding
  }

  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }

  private static let plain = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:,/")
}
