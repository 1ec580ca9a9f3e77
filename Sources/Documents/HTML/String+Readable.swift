internal import CaseModel

extension String {
  /// Without soft hyphens and control characters, trimmed at the ends of lines.
  func readableText(isVerbatim: Bool) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xAD, 0xFEFF, 0x200B: continue
      case 0x0A:
        if !isVerbatim { while scalars.last == " " { scalars.removeLast() } }
        scalars.append(scalar)
      case 0x0D: if isVerbatim { scalars.append("\n") }
      case 0x09: scalars.append(isVerbatim ? "\t" : " ")
      case 0..<0x20, 0x7F..<0xA0: continue
      default: scalars.append(scalar)
      }
    }
    if isVerbatim {
      while scalars.first == "\n" { scalars.removeFirst() }
      while let last = scalars.last, last.isUnseen { scalars.removeLast() }
      return scalars.contains { !$0.isUnseen } ? String(scalars) : ""
    }
    return String(scalars).trimmedUnseen
  }
}
