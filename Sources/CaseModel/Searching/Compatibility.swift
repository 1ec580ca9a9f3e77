internal import Foundation

/// Characters that stand for letters in another form: ligatures, full-width and half-width letters,
/// letters in circles, the forms that Arabic letters take in a word.
enum Compatibility {
  /// The letters that the character is for; nil where it is one of its own.
  static func parts(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch scalar.value {
    case 0...0x131, 0x3000...0x312F, 0x3400...0xABFF, 0xAC00...0xD7FF: return nil
    case 0x132, 0x133, 0x13F, 0x140, 0x149, 0x17F, 0x1C4...0x1CC, 0x1F1...0x1F3, 0x2100...0x214F,
      0x2460...0x24FF, 0x3130...0x33FF, 0xFB00...0xFDFF, 0xFE70...0xFEFE, 0xFF00...0xFFEF,
      0x1D400...0x1D7FF, 0x1F100...0x1F1E5:
      let parts = Array(
        String(Character(scalar)).decomposedStringWithCompatibilityMapping.unicodeScalars)
      return parts == [scalar] ? nil : parts
    default: return nil
    }
  }
}
