internal import Foundation
internal import Synchronization

/// A text as quotations are compared where they do not agree letter for letter: what typing, web
/// pages and PDF files write differently is written in one way, and each unit knows the code points
/// it came from.
///
/// White space of any length is one space; quotation marks and apostrophes are one mark; dashes are
/// one, without the spaces beside them; soft hyphens and other characters that are not shown are left
/// out; ligatures, full-width letters and letters with marks are taken apart.
struct LooseText {
  private(set) var units: [UInt32] = []
  /// The code points of each unit: first, and after the last.
  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []

  /// Whether a hyphen was left out just before, and a line break with it.
  private enum Hyphen { case none, left, atLineEnd }

  private static let blank: UInt32 = 0x20
  private static let dash: UInt32 = 0x2D
  private static let mark: UInt32 = 0x27

  /// - Parameter joinsHyphens: hyphens within words are left out, with the line break behind them, as
  ///   a PDF file's text has them at line ends.
  /// - Complexity: O(text).
  init(_ scalars: some Sequence<Unicode.Scalar>, joinsHyphens: Bool = false) {
    var known: [UInt32: [UInt32]] = [:]
    var hyphen = Hyphen.none
    var offset: Int32 = 0
    for scalar in scalars {
      let value = scalar.value
      if Self.isPlain(value) {
        append(value, offset)
        hyphen = .none
      } else {
        switch LooseCharacter(scalar) {
        case .invisible: break
        case .blank:
          if hyphen != .none, scalar.isLineBreak {
            // The line break goes, and so do the blanks on either side of it.
            hyphen = .atLineEnd
            if units.last == Self.blank { removeLast() }
          } else if hyphen != .atLineEnd {
            appendBlank(offset)
          }
        case .dash:
          if joinsHyphens, scalar.isHyphen, let last = units.last, last != Self.blank {
            hyphen = .left
          } else {
            appendDash(offset)
            hyphen = .none
          }
        case .quotationMark:
          append(Self.mark, offset)
          hyphen = .none
        case .other:
          hyphen = .none
          let parts = known[value] ?? Self.parts(of: scalar)
          known[value] = parts
          for part in parts {
            switch part {
            case Self.blank: appendBlank(offset)
            case Self.dash: appendDash(offset)
            default: append(part, offset)
            }
          }
        }
      }
      offset += 1
    }
    if units.last == Self.blank { removeLast() }
  }

  /// Letters and digits, and the ASCII signs that stand for themselves.
  private static func isPlain(_ value: UInt32) -> Bool {
    value > 0x20 && value < 0x7F && value != 0x22 && value != 0x27 && value != 0x2D
      && value != 0x60
  }

  private mutating func append(_ unit: UInt32, _ offset: Int32) {
    var place = units.count
    // Marks of one letter in canonical order, however they were typed.
    if unit >= 0x300, let own = Self.combiningClass(unit) {
      // No letter of any language bears as many; a longer row stays as it is.
      while place > 0, units.count - place < 16,
        let before = Self.combiningClass(units[place - 1]), before > own
      {
        place -= 1
      }
    }
    units.insert(unit, at: place)
    starts.insert(offset, at: place)
    ends.insert(offset + 1, at: place)
  }

  private mutating func appendBlank(_ offset: Int32) {
    guard let last = units.last else { return }
    switch last {
    case Self.blank: ends[ends.count - 1] = offset + 1
    case Self.dash: break
    default: append(Self.blank, offset)
    }
  }

  private mutating func appendDash(_ offset: Int32) {
    if units.last == Self.blank { removeLast() }
    if units.last == Self.dash {
      ends[ends.count - 1] = offset + 1
    } else {
      append(Self.dash, offset)
    }
  }

  private mutating func removeLast() {
    units.removeLast()
    starts.removeLast()
    ends.removeLast()
  }

  /// Nil where the unit is not a mark that belongs to the letter before it.
  private static func combiningClass(_ unit: UInt32) -> UInt8? {
    guard unit >= 0x300, let scalar = Unicode.Scalar(unit) else { return nil }
    let order = scalar.properties.canonicalCombiningClass.rawValue
    return order == 0 ? nil : order
  }

  private static func parts(of scalar: Unicode.Scalar) -> [UInt32] {
    if scalar.value == 0x2026 { return [0x2E, 0x2E, 0x2E] }
    let apart = String(Character(scalar)).decomposedStringWithCompatibilityMapping
    return apart.unicodeScalars.compactMap { part in
      switch LooseCharacter(part) {
      case .blank: blank
      case .dash: dash
      case .quotationMark: mark
      case .invisible: nil
      case .other: part.value
      }
    }
  }

  /// Where other words stand in this text, in code points and in order: nowhere within a ligature or
  /// between a letter and its mark.
  /// - Complexity: O(text + words).
  func places(of words: LooseText) -> [Range<Int>] {
    units.starts(of: words.units).compactMap { first in
      let last = first + words.units.count - 1
      if first > 0, starts[first] < ends[first - 1] { return nil }
      if last + 1 < units.count {
        if starts[last + 1] < ends[last] || Self.combiningClass(units[last + 1]) != nil {
          return nil
        }
      }
      return Int(starts[first])..<Int(ends[last])
    }
  }
}

/// What a character is when quotations are compared.
enum LooseCharacter {
  case blank, dash, quotationMark, invisible, other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      self = .blank
    case 0x2D, 0x2010...0x2015, 0x2212, 0x2E3A, 0x2E3B, 0xFE31, 0xFE32, 0xFE58, 0xFE63, 0xFF0D:
      self = .dash
    case 0x22, 0x27, 0x60, 0xAB, 0xB4, 0xBB, 0x2B9, 0x2BA, 0x2BB...0x2BD, 0x2018...0x201F,
      0x2032...0x2037, 0x2039, 0x203A, 0x300C...0x300F, 0x301D...0x301F, 0xFF02, 0xFF07, 0xFF40:
      self = .quotationMark
    case 0xAD, 0x34F, 0x61C, 0x640, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064,
      0x2066...0x2069, 0xFE00...0xFE0F, 0xFEFF:
      self = .invisible
    default: self = .other
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isHyphen: Bool { value == 0x2D || value == 0x2010 || value == 0x2011 }

  var isLineBreak: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension Array where Element: Equatable {
  /// Where `wanted` begins in it, places that overlap too (Knuth, Morris and Pratt 1977).
  /// - Complexity: O(count + wanted).
  func starts(of wanted: [Element]) -> [Int] {
    guard !wanted.isEmpty, wanted.count <= count else { return [] }
    // Of each beginning of `wanted`, the longest shorter one that it ends with.
    var borders = [Int](repeating: 0, count: wanted.count)
    var length = 0
    for place in wanted.indices.dropFirst() {
      while length > 0, wanted[place] != wanted[length] { length = borders[length - 1] }
      if wanted[place] == wanted[length] { length += 1 }
      borders[place] = length
    }
    var found: [Int] = []
    length = 0
    for place in indices {
      while length > 0, self[place] != wanted[length] { length = borders[length - 1] }
      if self[place] == wanted[length] { length += 1 }
      if length == wanted.count {
        found.append(place + 1 - length)
        length = borders[length - 1]
      }
    }
    return found
  }
}

/// The loose forms of one text, made when they are first asked for.
final class LooseForms: Sendable {
  private let forms = Mutex<[Bool: LooseText]>([:])

  func form(of bytes: [UInt8], joinsHyphens: Bool) -> LooseText {
    forms.withLock { forms in
      if let form = forms[joinsHyphens] { return form }
      let form = LooseText(
        String(decoding: bytes, as: UTF8.self).unicodeScalars, joinsHyphens: joinsHyphens)
      forms[joinsHyphens] = form
      return form
    }
  }
}
