#if canImport(CUchardet)
  internal import CUchardet
#endif

/// What the letters' frequencies make most likely.
enum EncodingGuess {
  /// As much of a text is looked at, in bytes.
  private static let sample = 1_000_000

  /// Nil where nothing is likely.
  static func name(of bytes: [UInt8]) -> String? {
    #if canImport(CUchardet)
      guard let detector = uchardet_new() else { return nil }
      defer { uchardet_delete(detector) }
      let status = bytes.prefix(sample).withUnsafeBytes { buffer in
        uchardet_handle_data(detector, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
      }
      guard status == 0 else { return nil }
      uchardet_data_end(detector)
      guard let name = uchardet_get_charset(detector) else { return nil }
      let text = String(cString: name)
      return text.isEmpty || text == "ASCII" ? nil : text
    #else
      return nil
    #endif
  }
}
