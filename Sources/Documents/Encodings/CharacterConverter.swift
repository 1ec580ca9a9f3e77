internal import CLibXML2
internal import Foundation

/// Conversion to UTF-8 through the system's `iconv`.
enum CharacterConverter {
  struct Result {
    var utf8: [UInt8]
    /// Sequences that are none in the encoding, replaced by U+FFFD.
    var replaced: Int
  }

  /// Nil where the system does not know the encoding, or more than `tolerance` sequences are wrong.
  /// - Complexity: O(bytes).
  static func utf8(_ bytes: ArraySlice<UInt8>, from encoding: String, tolerance: Int) -> Result? {
    guard let handle = iconv_open("UTF-8", encoding), handle != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(handle) }
    var result = Result(utf8: [], replaced: 0)
    result.utf8.reserveCapacity(bytes.count + bytes.count / 2)
    var input = Array(bytes)
    var output = [CChar](repeating: 0, count: 65_536)
    let isComplete = input.withUnsafeMutableBytes { input -> Bool in
      guard let start = input.baseAddress?.assumingMemoryBound(to: CChar.self) else { return true }
      var next: UnsafeMutablePointer<CChar>? = start
      var left = input.count
      while left > 0 {
        let (status, code, written) = output.withUnsafeMutableBufferPointer { output in
          var place = output.baseAddress
          var room = output.count
          let status = iconv(handle, &next, &left, &place, &room)
          return (status, errno, output.count - room)
        }
        output.withUnsafeBytes { result.utf8.append(contentsOf: $0.prefix(written)) }
        guard status == -1, code != E2BIG else { continue }
        result.replaced += 1
        guard result.replaced <= tolerance else { return false }
        result.utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
        next = next.map { $0 + 1 }
        left -= 1
        iconv(handle, nil, nil, nil, nil)
      }
      return true
    }
    return isComplete ? result : nil
  }
}
