internal import Foundation
internal import Synchronization

/// A file looked at beside SQLite, by a descriptor that stays open for as long as anybody in the
/// process has the file open.
///
/// The system drops all locks of a process on a file when the process closes any descriptor of it;
/// SQLite's locks would go with a look at the header.
final class HeldFile: Sendable {
  /// Two files never have the same device and number at one time.
  struct Key: Hashable, Sendable {
    let device: UInt64
    let number: UInt64

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  private struct Holding {
    var holders = 0
    var descriptors: [Int32] = []
  }

  private static let holdings = Mutex<[Key: Holding]>([:])

  let key: Key
  /// In bytes, when it was opened.
  let length: Int64
  private let descriptor: Int32

  /// Nil where it is not a file, or cannot be read. Never waits, as reading a named pipe would.
  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    let key = Key(status)
    Self.holdings.withLock { holdings in
      holdings[key, default: Holding()].holders += 1
      holdings[key, default: Holding()].descriptors.append(descriptor)
    }
    (self.key, self.descriptor, length) = (key, descriptor, Int64(status.st_size))
  }

  deinit {
    Self.holdings.withLock { holdings in
      guard var holding = holdings[key] else { return }
      holding.holders -= 1
      if holding.holders == 0 {
        for descriptor in holding.descriptors { close(descriptor) }
        holdings[key] = nil
      } else {
        holdings[key] = holding
      }
    }
  }

  /// The first `count` bytes as they are now; fewer where the file is shorter.
  func start(_ count: Int) -> [UInt8] { Self.bytes(of: descriptor, from: 0, count) }

  /// Whether another program, or another part of this one, has the file open through SQLite.
  var isOpenElsewhere: Bool {
    if Self.holdings.withLock({ ($0[key]?.holders ?? 0) > 1 }) { return true }
    // The bytes SQLite locks for as long as a connection lasts (its file format, "Locking").
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0000
    lock.l_len = 512
    return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  static func bytes(of descriptor: Int32, from offset: Int64, _ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress.map { $0 + done }, count - done,
          off_t(offset) + off_t(done))
      }
      if got < 0, errno == EINTR { continue }
      if got <= 0 { break }
      done += got
    }
    return Array(bytes[..<done])
  }
}
