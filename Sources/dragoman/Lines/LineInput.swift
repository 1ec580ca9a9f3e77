import CaseModel
import Dispatch
import Foundation
import Interchange

/// Lines of a file or of standard input, in chunks, so that memory does not grow with their number.
struct LineInput {
  /// A line, or that it was too long, with its first bytes.
  enum Line: Sendable {
    case whole([UInt8])
    case tooLong(Int)
  }

  private let descriptor: Int32
  private let isOurs: Bool
  private let longest: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isEnded = false
  private var number = 0
  /// The line that is being read is too long and its bytes are left away.
  private var skips = false

  /// - Parameter path: `-` for standard input.
  init(_ path: String, longest: Int) throws {
    self.longest = longest
    if path == "-" {
      (descriptor, isOurs) = (0, false)
      return
    }
    let opened = Foundation.open(path, O_RDONLY)
    guard opened >= 0 else {
      throw CaseFileError(
        "`\(path)` cannot be read: \(String(cString: strerror(errno)))",
        hint: "name a file with a JSON document a line")
    }
    (descriptor, isOurs) = (opened, true)
  }

  private static let enough = 4_000_000
  private static let mostLines = 4_096

  /// The next lines, of some megabytes together; empty at the end. Blank lines are left away.
  mutating func chunk() throws -> [(number: Int, line: Line)] {
    var lines: [(number: Int, line: Line)] = []
    var size = 0
    while size < Self.enough, lines.count < Self.mostLines {
      guard let line = try next() else { break }
      if case .whole(let bytes) = line.line {
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        size += bytes.count
      }
      lines.append(line)
    }
    if lines.isEmpty, isOurs { close(descriptor) }
    return lines
  }

  /// The next line, blank or not, as soon as it is there; nil at the end.
  mutating func next() throws -> (number: Int, line: Line)? {
    var searched = start
    while true {
      if let end = lineEnd(from: searched) {
        let line = Array(buffer[start..<end])
        start = end + 1
        number += 1
        if skips {
          skips = false
          return (number, .tooLong(longest))
        }
        return (number, .whole(line.last == 0x0D ? Array(line.dropLast()) : line))
      }
      if buffer.count - start > longest {
        skips = true
        buffer.removeAll()
        start = 0
      }
      searched = buffer.count
      if isEnded {
        guard start < buffer.count || skips else { return nil }
        let line = Array(buffer[start...])
        buffer.removeAll()
        start = 0
        number += 1
        defer { skips = false }
        return (number, skips ? .tooLong(longest) : .whole(line))
      }
      if start > 0 {
        buffer.removeSubrange(..<start)
        searched -= start
        start = 0
      }
      try fill()
    }
  }

  /// Where the next line feed is.
  private func lineEnd(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// As much as there is, at the most a quarter of a megabyte: of a pipe it is often little.
  private mutating func fill() throws {
    let size = 1 << 18
    let count = withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { bytes in
      var count = 0
      repeat {
        count = Foundation.read(descriptor, bytes.baseAddress, size)
      } while count < 0 && errno == EINTR
      if count > 0 { buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[..<count])) }
      return count
    }
    guard count >= 0 else {
      throw CaseFileError("the input cannot be read: \(String(cString: strerror(errno)))")
    }
    if count == 0 { isEnded = true }
  }
}

/// Work on lines, on several cores, with results in order.
enum LineWork {
  static func map<Line: Sendable, Result: Sendable>(
    _ lines: [Line], jobs: Int?, _ body: @escaping @Sendable (Line) -> Result
  ) throws -> [Result] {
    let workers = min(jobs ?? ProcessInfo.processInfo.activeProcessorCount, lines.count)
    guard workers > 1 else { return lines.map(body) }
    let results = UnsafeMutablePointer<Result?>.allocate(capacity: lines.count)
    results.initialize(repeating: nil, count: lines.count)
    defer {
      results.deinitialize(count: lines.count)
      results.deallocate()
    }
    // Each place is written by one worker, and read after all have ended.
    nonisolated(unsafe) let slots = results
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      var place = worker
      while place < lines.count {
        slots[place] = body(lines[place])
        place += workers
      }
    }
    return (0..<lines.count).compactMap { results[$0] }
  }
}
