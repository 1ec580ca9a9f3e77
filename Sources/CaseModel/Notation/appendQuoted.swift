private func mayNeedEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
}

/// Appends `bytes` in double quotes, with the escapes that both JSON and YAML know.
package func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
  func escape(_ value: UInt16, _ output: inout [UInt8]) {
    output.append(UInt8(ascii: "\\"))
    output.append(UInt8(ascii: "u"))
    for shift: UInt16 in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: value >> shift) & 15
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
    }
  }
  output.append(UInt8(ascii: "\""))
  var index = 0
  while index < bytes.count {
    // What needs no escape goes over in one piece.
    var end = index
    while end < bytes.count, !mayNeedEscape(bytes[end]) { end += 1 }
    if end > index {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
      index = end
      continue
    }
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      output.append(UInt8(ascii: "\\"))
      output.append(byte)
    case UInt8(ascii: "\n"): output.append(contentsOf: "\\n".utf8)
    case UInt8(ascii: "\t"): output.append(contentsOf: "\\t".utf8)
    case UInt8(ascii: "\r"): output.append(contentsOf: "\\r".utf8)
    case 0..<0x20, 0x7F: escape(UInt16(byte), &output)
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0:
      escape(UInt16(bytes[index + 1]), &output)
      index += 1
    case 0xE2
    where index + 2 < bytes.count && bytes[index + 1] == 0x80
      && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
      escape(0x2000 | UInt16(bytes[index + 2] & 0x3F), &output)
      index += 2
    case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF:
      escape(0xFEFF, &output)
      index += 2
    case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
      escape(0xFFC0 | UInt16(bytes[index + 2] & 0x3F), &output)
      index += 2
    default: output.append(byte)
    }
    index += 1
  }
  output.append(UInt8(ascii: "\""))
}
