import Foundation

@testable import Workbench

/// What a browser would send of the forms in a page, left unchanged.
enum FormMarkup {
  static func items(_ page: String) -> [Query.Item] {
    var items: [Query.Item] = []
    var rest = page[...]
    if let start = rest.range(of: "<form class=\"write-form entry-form\"") {
      rest = rest[start.lowerBound...]
      if let end = rest.range(of: "</form>") { rest = rest[..<end.lowerBound] }
    }
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let tag = String(rest[start...end])
      rest = rest[rest.index(after: end)...]
      guard let name = attribute("name", tag) else { continue }
      if tag.hasPrefix("<input") {
        let type = attribute("type", tag)
        if type == "radio" || type == "checkbox", !tag.contains(" checked") { continue }
        items.append(.init(name: name, value: attribute("value", tag) ?? ""))
      } else if tag.hasPrefix("<textarea"), let close = rest.range(of: "</textarea>") {
        var text = String(rest[..<close.lowerBound])
        if text.hasPrefix("\n") { text.removeFirst() }
        items.append(.init(name: name, value: unescaped(text)))
        rest = rest[close.upperBound...]
      } else if tag.hasPrefix("<select"), let close = rest.range(of: "</select>") {
        let options = rest[..<close.lowerBound].split(
          separator: "<option", omittingEmptySubsequences: false
        ).dropFirst()
        let chosen =
          options.first { $0.prefix { $0 != ">" }.hasSuffix(" selected") } ?? options.first
        items.append(
          .init(name: name, value: chosen.flatMap { attribute("value", " " + String($0)) } ?? ""))
        rest = rest[close.upperBound...]
      }
    }
    return items
  }

  /// The items without the session's token and the name of who sends them.
  static func unsigned(_ items: [Query.Item]) -> [(String, String)] {
    items.filter { $0.name != "by" && $0.name != "form-token" }.map { ($0.name, $0.value) }
  }

  private static func attribute(_ name: String, _ tag: String) -> String? {
    guard let start = tag.range(of: " \(name)=\"") else { return nil }
    let rest = tag[start.upperBound...]
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    return unescaped(String(rest[..<end]))
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
