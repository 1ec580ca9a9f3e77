/// The numbers and dashes before paragraphs of a Word document, which its text does not hold.
final class WordNumbering: XMLVisitor {
  private struct Level {
    var start = 1
    var format = "decimal"
    var text = ""
  }

  private var abstract: [String: [Int: Level]] = [:]
  private var numbers: [String: String] = [:]
  private var starts: [String: [Int: Int]] = [:]
  private var counters: [String: [Int: Int]] = [:]
  private var used: Set<String> = []

  private var currentAbstract: String?
  private var currentNumber: String?
  private var currentLevel = 0
  private var overridden: Int?

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "w:abstractNum": currentAbstract = attributes["abstractNumId"]
    case "w:num": currentNumber = attributes["numId"]
    case "w:lvl":
      currentLevel = attributes["ilvl"].flatMap { Int($0) } ?? 0
      if let id = currentAbstract { abstract[id, default: [:]][currentLevel] = Level() }
    case "w:start": change(attributes) { level, value in level.start = Int(value) ?? 1 }
    case "w:numFmt": change(attributes) { $0.format = $1 }
    case "w:lvlText": change(attributes) { $0.text = $1 }
    case "w:abstractNumId":
      if let id = currentNumber { numbers[id] = attributes["val"] }
    case "w:lvlOverride": overridden = attributes["ilvl"].flatMap { Int($0) }
    case "w:startOverride":
      if let id = currentNumber, let level = overridden {
        starts[id, default: [:]][level] = attributes["val"].flatMap { Int($0) }
      }
    default: break
    }
  }

  private func change(_ attributes: XMLAttributes, _ body: (inout Level, String) -> Void) {
    guard let id = currentAbstract, let value = attributes["val"] else { return }
    body(&abstract[id, default: [:]][currentLevel, default: Level()], value)
  }

  func end(_ name: String) {
    switch name {
    case "w:abstractNum": currentAbstract = nil
    case "w:num": currentNumber = nil
    case "w:lvlOverride": overridden = nil
    default: break
    }
  }

  func text(_ text: String) {}

  /// What stands before the next paragraph of this list and level; nil where nothing does.
  func label(_ number: String, _ level: Int) -> String? {
    guard number != "0", let id = numbers[number], let levels = abstract[id],
      let own = levels[level]
    else { return nil }
    if used.insert(number).inserted, let restarts = starts[number] {
      for (level, start) in restarts { counters[id, default: [:]][level] = start - 1 }
    }
    let count = (counters[id]?[level] ?? own.start - 1) &+ 1
    counters[id, default: [:]][level] = count
    for lower in level + 1..<max(level + 2, 10) { counters[id]?[lower] = nil }
    switch own.format {
    case "bullet": return "-"
    case "none": return nil
    default: break
    }
    var label = own.text
    for place in 0...max(0, min(level, 8)) {
      guard let other = levels[place], label.contains("%\(place + 1)") else { continue }
      let value = counters[id]?[place] ?? other.start
      label = label.replacing("%\(place + 1)", with: Self.words(value, other.format))
    }
    return label.singleLine.isEmpty ? nil : label.singleLine
  }

  private static func words(_ number: Int, _ format: String) -> String {
    switch format {
    case "lowerLetter": NumberStyle.lowerLetter.words(number)
    case "upperLetter": NumberStyle.upperLetter.words(number)
    case "lowerRoman": NumberStyle.lowerRoman.words(number)
    case "upperRoman": NumberStyle.upperRoman.words(number)
    case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
    default: "\(number)"
    }
  }
}

/// What a Word document's styles say of the paragraphs that bear them.
final class WordStyles: XMLVisitor {
  struct Style {
    var name = ""
    var basis: String?
    var outline: Int?
    var list: String?
    var level: Int?
  }

  private var styles: [String: Style] = [:]
  private var current: String?

  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "w:style" {
      current = attributes["styleId"]
      return
    }
    guard let current else { return }
    let value = attributes["val"]
    switch name {
    case "w:name": styles[current, default: Style()].name = value?.lowercased() ?? ""
    case "w:basedOn": styles[current, default: Style()].basis = value
    case "w:outlineLvl": styles[current, default: Style()].outline = value.flatMap { Int($0) }
    case "w:numId": styles[current, default: Style()].list = value
    case "w:ilvl": styles[current, default: Style()].level = value.flatMap { Int($0) }
    default: break
    }
  }

  func end(_ name: String) { if name == "w:style" { current = nil } }
  func text(_ text: String) {}

  /// The style with what it inherits.
  func style(_ id: String) -> Style {
    var style = styles[id] ?? Style(name: id.lowercased())
    var basis = style.basis
    // As many steps as no honest document has, so that a circle ends.
    for _ in 0..<20 {
      guard let id = basis, let next = styles[id] else { break }
      style.outline = style.outline ?? next.outline
      style.list = style.list ?? next.list
      style.level = style.level ?? next.level
      if style.headingLevel == nil, next.headingLevel != nil { style.outline = style.outline ?? 0 }
      basis = next.basis
    }
    return style
  }
}

extension WordStyles.Style {
  /// 1 to 9; nil for text.
  var headingLevel: Int? {
    if name == "title" { return 1 }
    if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)) {
      return max(1, min(9, level))
    }
    if let outline, (0..<9).contains(outline) { return outline + 1 }
    return nil
  }

  var isContents: Bool { name.hasPrefix("toc ") || name == "table of figures" }
}
