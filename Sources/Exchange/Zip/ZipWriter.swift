internal import CZlib

/// A ZIP archive made in memory: no dates, so that the same files give the same bytes.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ content: [UInt8]) throws(ExchangeError) {
    let packed = try Self.deflated(content)
    let isPacked = packed.count < content.count
    let stored = isPacked ? packed : content
    guard content.count < 0x7FFF_FFFF, bytes.count < 0x7FFF_FFFF, count < 65_000 else {
      throw ExchangeError(
        "the file would be larger than 2 GiB, which the format does not allow",
        hint: "export a part of the case")
    }
    let checksum = content.withUnsafeBufferPointer {
      crc32(0, $0.baseAddress, UInt32($0.count))
    }
    let name = Array(name.utf8)
    // Version 2.0; names in UTF-8; 1 January 1980.
    var head: [UInt8] = []
    head += Self.bytes(20, 2) + Self.bytes(0x0800, 2) + Self.bytes(isPacked ? 8 : 0, 2)
    head += Self.bytes(0, 2) + Self.bytes(0x0021, 2) + Self.bytes(Int(checksum), 4)
    head += Self.bytes(stored.count, 4) + Self.bytes(content.count, 4)
    head += Self.bytes(name.count, 2) + Self.bytes(0, 2)
    directory += Self.bytes(0x0201_4B50, 4) + Self.bytes(20, 2) + head
    directory += Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 4)
    directory += Self.bytes(bytes.count, 4) + name
    bytes += Self.bytes(0x0403_4B50, 4) + head + name + stored
    count += 1
  }

  func finished() -> [UInt8] {
    var end = Self.bytes(0x0605_4B50, 4) + Self.bytes(0, 4)
    end += Self.bytes(count, 2) + Self.bytes(count, 2)
    end += Self.bytes(directory.count, 4) + Self.bytes(bytes.count, 4) + Self.bytes(0, 2)
    return bytes + directory + end
  }

  private static func bytes(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func deflated(_ content: [UInt8]) throws(ExchangeError) -> [UInt8] {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY,
        ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw ExchangeError("the archive cannot be written: zlib does not start") }
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
    var input = content
    let (status, written) = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(clamping: input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(clamping: output.count)
        let status = deflate(&stream, Z_FINISH)
        return (status, output.count - Int(stream.avail_out))
      }
    }
    guard status == Z_STREAM_END else {
      throw ExchangeError("the archive cannot be written: zlib stops with \(status)")
    }
    return Array(output[..<written])
  }
}

/// Files as one archive.
package enum ZipFiles {
  package static func archive(
    _ files: [(name: String, bytes: [UInt8])]
  ) throws(ExchangeError) -> [UInt8] {
    var zip = ZipWriter()
    for file in files { try zip.add(file.name, file.bytes) }
    return zip.finished()
  }
}
