/// How the lists of an OpenDocument text are numbered.
final class OpenDocumentStyles: XMLVisitor {
  private struct Level {
    var style: NumberStyle?
    var prefix = ""
    var suffix = ""
    var start = 1
    /// How many levels a number shows.
    var shown = 1
  }

  private var lists: [String: [Int: Level]] = [:]
  private var parents: [String: String] = [:]
  private var current: String?

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "text:list-style": current = attributes["name"]
    case "style:style":
      if let name = attributes["name"], let parent = attributes["parent-style-name"] {
        parents[name] = parent
      }
    case "text:list-level-style-number", "text:list-level-style-bullet":
      guard let current, let number = attributes["level"].flatMap({ Int($0) }) else { return }
      var level = Level()
      if name == "text:list-level-style-number", let format = attributes["num-format"],
        let sign = format.first
      {
        level.style = NumberStyle(html: sign)
        level.prefix = attributes["num-prefix"] ?? ""
        level.suffix = attributes["num-suffix"] ?? ""
        level.start = attributes["start-value"].flatMap { Int($0) } ?? 1
        level.shown = attributes["display-levels"].flatMap { Int($0) } ?? 1
      }
      lists[current, default: [:]][number] = level
    default: break
    }
  }

  func end(_ name: String) { if name == "text:list-style" { current = nil } }
  func text(_ text: String) {}

  /// What stands before an item; a dash where the list is not numbered.
  /// - Parameter counts: the numbers of this item and of those that contain it, outermost first.
  func label(_ list: String, _ counts: [Int]) -> String {
    let levels = lists[list] ?? [:]
    guard let own = levels[counts.count], let style = own.style else { return "-" }
    let shown = max(1, min(own.shown, counts.count))
    var numbers: [String] = []
    for level in counts.count - shown + 1...counts.count {
      let style = level == counts.count ? style : levels[level]?.style ?? .decimal
      numbers.append(style.words(counts[level - 1]))
    }
    return own.prefix + numbers.joined(separator: ".") + own.suffix
  }

  func start(_ list: String, _ level: Int) -> Int { lists[list]?[level]?.start ?? 1 }

  /// The style's name or that of one it rests on.
  func isTitle(_ style: String) -> Bool {
    var style = style
    for _ in 0..<20 {
      if style == "Title" { return true }
      guard let parent = parents[style] else { return false }
      style = parent
    }
    return false
  }
}
