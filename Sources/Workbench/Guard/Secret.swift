internal import CaseModel

/// Random words no one can guess, and how to compare them.
enum Secret {
  /// 256 bits of the system's randomness in hexadecimal.
  static func make() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let digits = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Takes as long whatever the two have in common.
  static func isSame(_ a: String, _ b: String) -> Bool {
    let (a, b) = (
      Array(SHA256Digest(of: a.utf8).hex.utf8), Array(SHA256Digest(of: b.utf8).hex.utf8)
    )
    var difference: UInt8 = 0
    for (x, y) in zip(a, b) { difference |= x ^ y }
    return difference == 0
  }
}
