internal import CZlib

/// The files in a ZIP archive, read in memory: nothing is ever unpacked to the disk.
package struct ZipArchive {
  package enum ArchiveError: Error {
    case damaged(String)
    case encrypted
    case tooLarge

    package var words: String {
      switch self {
      case .damaged(let words): words
      case .encrypted: "it is encrypted"
      case .tooLarge: "it is too large when unpacked"
      }
    }
  }

  private struct Entry {
    var method: Int
    var isEncrypted: Bool
    var packed: Int
    var checksum: UInt
    var offset: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]
  /// In the archive's order.
  package private(set) var names: [String] = []
  private static let maximumEntries = 20_000

  package init(_ bytes: [UInt8]) throws(ArchiveError) {
    self.bytes = bytes
    guard let end = endRecord() else {
      throw .damaged("the archive has no directory; it was probably cut off")
    }
    let count = number(end + 10, 2)
    var place = number(end + 16, 4)
    guard count > 0, count < Self.maximumEntries, place < end else {
      throw .damaged("the archive's directory cannot be used")
    }
    for _ in 0..<count {
      guard place + 46 <= bytes.count, number(place, 4) == 0x0201_4B50 else {
        throw .damaged("the archive's directory is broken")
      }
      let nameLength = number(place + 28, 2)
      guard place + 46 + nameLength <= bytes.count else {
        throw .damaged("the archive's directory is broken")
      }
      let name = String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
      // Of two with one name the first counts.
      if entries[name] == nil {
        names.append(name)
        entries[name] = Entry(
          method: number(place + 10, 2), isEncrypted: number(place + 8, 2) & 1 != 0,
          packed: number(place + 20, 4), checksum: UInt(number(place + 16, 4)),
          offset: number(place + 42, 4))
      }
      place += 46 + nameLength + number(place + 30, 2) + number(place + 32, 2)
    }
  }

  package func holds(_ name: String) -> Bool { entries[name] != nil }

  /// A file's bytes; nil where there is none of the name.
  /// - Parameter budget: how many bytes all files together may still unpack to.
  package func read(_ name: String, budget: inout Int) throws(ArchiveError) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    guard !entry.isEncrypted else { throw .encrypted }
    let head = entry.offset
    guard head + 30 <= bytes.count, number(head, 4) == 0x0403_4B50 else {
      throw .damaged("`\(name)` is not where the directory says")
    }
    let start = head + 30 + number(head + 26, 2) + number(head + 28, 2)
    guard start <= bytes.count, entry.packed <= bytes.count - start else {
      throw .damaged("`\(name)` is cut off")
    }
    let packed = bytes[start..<start + entry.packed]
    let content: [UInt8]
    switch entry.method {
    case 0:
      guard packed.count <= budget else { throw .tooLarge }
      budget -= packed.count
      content = Array(packed)
    case 8: content = try inflate(packed, name, &budget)
    default: throw .damaged("`\(name)` is compressed in a way that office programs do not use")
    }
    let checksum = content.withUnsafeBufferPointer {
      crc32(0, $0.baseAddress, UInt32(clamping: $0.count))
    }
    guard UInt(checksum) == entry.checksum || content.isEmpty else {
      throw .damaged("`\(name)` was changed: its checksum is wrong")
    }
    return content
  }

  private func inflate(
    _ packed: ArraySlice<UInt8>, _ name: String, _ budget: inout Int
  ) throws(ArchiveError) -> [UInt8] {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged("`\(name)` cannot be unpacked") }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 262_144)
    var input = Array(packed)
    let limit = budget
    let outcome = input.withUnsafeMutableBufferPointer { input -> Result<Void, ArchiveError> in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      while true {
        let (status, written) = chunk.withUnsafeMutableBufferPointer { chunk in
          stream.next_out = chunk.baseAddress
          stream.avail_out = UInt32(chunk.count)
          let status = CZlib.inflate(&stream, Z_NO_FLUSH)
          return (status, chunk.count - Int(stream.avail_out))
        }
        guard output.count + written <= limit else { return .failure(.tooLarge) }
        output.append(contentsOf: chunk[..<written])
        if status == Z_STREAM_END { return .success(()) }
        guard status == Z_OK, written > 0 || stream.avail_in > 0 else {
          return .failure(.damaged("`\(name)` cannot be unpacked"))
        }
      }
    }
    switch outcome {
    case .success: break
    case .failure(let fault): throw fault
    }
    budget -= output.count
    return output
  }

  /// Offset of the record that ends an archive, which a comment may follow.
  private func endRecord() -> Int? {
    guard bytes.count >= 22 else { return nil }
    var place = bytes.count - 22
    let first = max(0, place - 65_535)
    while place >= first {
      if bytes[place] == 0x50, number(place, 4) == 0x0605_4B50 { return place }
      place -= 1
    }
    return nil
  }

  /// Little-endian; zero beyond the end.
  private func number(_ offset: Int, _ count: Int) -> Int {
    guard offset >= 0, offset + count <= bytes.count else { return 0 }
    var value = 0
    for index in (0..<count).reversed() { value = value << 8 | Int(bytes[offset + index]) }
    return value
  }
}
