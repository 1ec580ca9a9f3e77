internal import Foundation

/// How a file lies on the disk; another wherever its content may be another.
struct DiskMark: Hashable, Sendable {
  var size: Int64 = -1
  var number: UInt64 = 0
  var seconds = 0
  var nanoseconds = 0

  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    size = Int64(status.st_size)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    #if canImport(Darwin)
      let changed = status.st_ctimespec
    #else
      let changed = status.st_ctim
    #endif
    (seconds, nanoseconds) = (changed.tv_sec, changed.tv_nsec)
  }
}
