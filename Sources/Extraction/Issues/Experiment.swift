#if canImport(Glibc)
  import Glibc
#endif

enum Experiment {
  static func value(_ name: String, _ other: Double) -> Double {
    guard let raw = getenv(name), let found = Double(String(cString: raw)) else { return other }
    return found
  }
  static let usualCount = Int(value("USUAL", 12))
  static let pairShare = value("PAIRS", 0)
  static let stems = value("STEMS", 0) > 0
  static let around = value("AROUND", 0.3)
  static let before = value("BEFORE", 1.2)
  static let threshold = value("THRESHOLD", 0.36)
  static let length = value("LENGTH", 0.6)
  static let half = value("HALF", 4)
  static let noun = value("NOUN", 1)
  static let price = value("PRICE", 1)
  static let cueless = value("CUELESS", 1)
}
