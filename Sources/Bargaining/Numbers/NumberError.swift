/// Why a text is not a number this library computes with.
public enum NumberError: Error, Sendable, Hashable, CustomStringConvertible {
  case notANumber(String)
  case notFinite(String)
  case tooManyDigits(String)

  /// One sentence for people.
  public var description: String {
    switch self {
    case .notANumber(let text): "“\(text)” is not a decimal number; write it like 0.25 or -3"
    case .notFinite(let text): "“\(text)” is not a finite number; give a finite value"
    case .tooManyDigits(let text):
      "“\(text)” has more than 18 digits; round it, as no judgement is that precise"
    }
  }
}
