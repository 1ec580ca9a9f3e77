/// What a `.gmcr` file is that is not JSON.
enum GMCRBytes {
  /// Nil for what may be JSON.
  static func otherKind(of bytes: [UInt8]) -> (message: String, hint: String)? {
    if isPickle(bytes) {
      return (
        "is a Python pickle, as the earliest versions of gmcr-py saved their models",
        "a pickle is a program and is not executed; open it in the version of gmcr-py that wrote "
          + "it and save the model as JSON, or write it as YAML (docs/graph-model.md)"
      )
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return ("is UTF-16 text", "save it as UTF-8")
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return ("is a zip archive", "unpack it, and name the file within")
    }
    if bytes.contains(0) {
      return (
        "is not text but a binary file of another program",
        "gmcr-py writes JSON; save the model there, or write it as YAML (docs/graph-model.md)"
      )
    }
    return bytes.allSatisfy { $0 == 32 || (9...13).contains($0) }
      ? ("is empty", "check whether it was copied completely") : nil
  }

  /// Protocols 2 to 5 begin with a byte for the protocol, 0 and 1 with the first object; all end with
  /// a full stop.
  private static func isPickle(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, bytes.count > 2 else { return false }
    if first == 0x80 { return (1...5).contains(bytes[1]) }
    // "(dp0", "(lp0", "(i" and a module, "}q", "]q", "c" and a module, "ccopy_reg"
    let openings = ["(dp", "(lp", "(i", "(c", "}q", "]q", "c"]
    return bytes.last { $0 != 10 && $0 != 13 } == UInt8(ascii: ".")
      && openings.contains { bytes.starts(with: $0.utf8) }
  }
}
