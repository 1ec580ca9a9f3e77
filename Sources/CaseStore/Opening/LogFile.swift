internal import Foundation

/// What SQLite's write-ahead log beside a file says of the file whose it is, read without SQLite.
///
/// The layout is that of SQLite's file format, "The WAL File Format".
struct LogFile: Equatable {
  /// By which the log's frames are known; new with each beginning.
  let salts: [UInt8]
  /// The marks of the first and the last transaction that hold; nil where no frame holds the first
  /// page, as with logs of other programs.
  let marks: Marks?
  /// Whether there is anything that SQLite would play.
  let hasFrames: Bool

  struct Marks: Equatable {
    var first: FileMark
    var last: FileMark
  }

  /// Nil where there is no log, or nothing in it that SQLite would take for one.
  init?(beside path: String) {
    let descriptor = open(path + "-wal", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let header = HeldFile.bytes(of: descriptor, from: 0, 32)
    guard header.count == 32, Self.number(header, 0) & 0xFFFF_FFFE == 0x377F_0682 else {
      return nil
    }
    let pageSize = Int64(Self.number(header, 8))
    guard (512...65_536).contains(pageSize) else { return nil }
    salts = Array(header[16..<24])
    var (marks, hasFrames) = (Marks?.none, false)
    var place: Int64 = 32
    while true {
      // A frame's header, and as much of its page as holds the mark.
      let frame = HeldFile.bytes(of: descriptor, from: place, 24 + 64)
      guard frame.count == 88, Array(frame[8..<16]) == salts else { break }
      hasFrames = true
      if Self.number(frame, 0) == 1 {
        let mark = FileMark(userVersion: Self.number(frame, 24 + 60))
        marks = Marks(first: marks?.first ?? mark, last: mark)
      }
      place += 24 + pageSize
    }
    (self.marks, self.hasFrames) = (marks, hasFrames)
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    bytes[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
