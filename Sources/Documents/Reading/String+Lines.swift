internal import CaseModel

extension String {
  /// On one line: white space of any length becomes one space, unseen characters at the ends go.
  var singleLine: String {
    var result = String.UnicodeScalarView()
    var isAfterSpace = true
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value < 0x20 {
        if !isAfterSpace { result.append(" ") }
        isAfterSpace = true
      } else {
        result.append(scalar)
        isAfterSpace = false
      }
    }
    return String(result).trimmedUnseen
  }
}
