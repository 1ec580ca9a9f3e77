extension Int {
  /// "1 statement", "3 statements"
  package func counted(_ one: String, _ many: String? = nil) -> String {
    self == 1 ? "1 \(one)" : "\(self) \(many ?? one + "s")"
  }

  /// "forty", "sixty-two"; nil outside 0 to 99.
  package var spelledOut: String? {
    let ones = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if ones.indices.contains(self) { return ones[self] }
    guard (20...99).contains(self) else { return nil }
    return tens[self / 10 - 2] + (self % 10 == 0 ? "" : "-\(ones[self % 10])")
  }

  /// A place in a list, from 0: "first", "second", "13th".
  package var ordinal: String {
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    if words.indices.contains(self) { return words[self] }
    let ending = (11...13).contains((self + 1) % 100) ? 0 : (self + 1) % 10
    return "\(self + 1)" + (ending == 1 ? "st" : ending == 2 ? "nd" : ending == 3 ? "rd" : "th")
  }

  /// "1,099,511"
  package var grouped: String { "\(self)".withGroupedDigits }
}

extension String {
  /// A whole number in decimal digits, with a comma between each three; other text as it is.
  package var withGroupedDigits: String {
    let digits = utf8.first == UInt8(ascii: "-") ? dropFirst() : self[...]
    guard digits.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return self }
    var result = digits.utf8.count < utf8.count ? "-" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
