import Foundation

/// A page of our own with the readable part marked in comments, which parsers do not see.
///
/// `<!--gold-->…<!--/gold-->` must be in the readable part, `<!--either-->…<!--/either-->` may be, and
/// the rest must not.
struct PageGold {
  let name: String
  let bytes: [UInt8]
  let wanted: [String: Int]
  let allowed: [String: Int]

  static let all: [PageGold] = {
    let folder = Bundle.module.bundleURL.appendingPathComponent("Files/pages")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".html") }.sorted().compactMap { name in
      let path = folder.appendingPathComponent(name).path
      return FileManager.default.contents(atPath: path).map { PageGold(name, [UInt8]($0)) }
    }
  }()

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    let page = String(decoding: bytes, as: UTF8.self)
    wanted = Self.words(Self.plain(Self.marked("gold", page)))
    allowed = Self.words(Self.plain(Self.marked("either", page)))
  }

  struct Score {
    var precision: Double
    var recall: Double
    var f: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
  }

  /// By words, each counted as often as it occurs; those of scripts without spaces by letters.
  func score(_ text: String) -> Score {
    let found = Self.words(text)
    var hits = 0
    var extra = 0
    for (word, count) in found {
      let hit = min(count, wanted[word] ?? 0)
      hits += hit
      extra += max(0, count - hit - (allowed[word] ?? 0))
    }
    let all = wanted.values.reduce(0, +)
    guard hits > 0, all > 0 else { return Score(precision: 0, recall: 0) }
    return Score(
      precision: Double(hits) / Double(hits + extra), recall: Double(hits) / Double(all))
  }

  private static func marked(_ mark: String, _ page: String) -> String {
    page.components(separatedBy: "<!--\(mark)-->").dropFirst().map {
      $0.components(separatedBy: "<!--/\(mark)-->")[0]
    }.joined(separator: " ")
  }

  /// Without tags, by a rule that has nothing to do with the parser under test.
  private static func plain(_ html: String) -> String {
    var text = ""
    for (index, piece) in html.components(separatedBy: "<").enumerated() {
      guard index > 0, let end = piece.firstIndex(of: ">") else {
        text += piece
        continue
      }
      let tag = piece[..<end].lowercased().drop { $0 == "/" }.prefix { $0.isLetter }
      if !["b", "i", "u", "em", "strong", "span", "a", "sub", "sup", "abbr"].contains(tag) {
        text += " "
      }
      text += piece[piece.index(after: end)...]
    }
    for (entity, sign) in [("&nbsp;", " "), ("&hellip;", "…"), ("&amp;", "&")] {
      text = text.replacingOccurrences(of: entity, with: sign)
    }
    return text
  }

  private static func words(_ text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    var word = ""
    func close() {
      if !word.isEmpty { counts[word, default: 0] += 1 }
      word = ""
    }
    for scalar in text.lowercased().unicodeScalars {
      if (0x3040..<0xA000).contains(scalar.value) {
        close()
        counts[String(scalar), default: 0] += 1
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else {
        close()
      }
    }
    close()
    return counts
  }
}
