#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The processor time that the thread has used since this was made. Unlike a limit on the test's own time it
/// does not depend on how many other tests wait for the same cores.
package struct ProcessorTime: ~Copyable {
  private let start = ProcessorTime.now

  package init() {}

  package var seconds: Double { Self.now - start }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
