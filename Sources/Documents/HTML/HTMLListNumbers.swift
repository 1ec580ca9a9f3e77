/// What stands before the items of a list: dashes, or numbers in order.
final class HTMLListNumbers {
  private var number: Int
  private let style: Character?

  init(_ tag: String, _ attributes: HTMLAttributes) {
    style = tag == "ol" ? attributes["type"]?.first ?? "1" : nil
    number = attributes["start"].flatMap { Int($0) } ?? 1
  }

  /// - Complexity: O(1).
  func next(_ attributes: HTMLAttributes) -> String {
    guard let style else { return "- " }
    if let value = attributes["value"].flatMap({ Int($0) }) { number = value }
    defer { number = number == .max ? number : number + 1 }
    return NumberStyle(html: style).words(number) + ". "
  }
}
