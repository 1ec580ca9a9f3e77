import Foundation

/// Keys from the terminal, one at a time and without waiting for Enter.
final class KeyReader {
  private var before = termios()

  /// Nil where standard input or output is no terminal.
  init?() {
    guard isatty(0) == 1, isatty(1) == 1, tcgetattr(0, &before) == 0 else { return nil }
    take()
  }

  /// Keys come singly and are not shown; Ctrl-C comes as a key, so that the terminal is left as it was.
  func take() {
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(0, TCSANOW, &raw)
  }

  /// The terminal as it was.
  func restore() { tcsetattr(0, TCSANOW, &before) }

  /// Nil where the terminal is gone.
  func next() -> Character? {
    var byte: UInt8 = 0
    while true {
      let count = read(0, &byte, 1)
      if count == 1 {
        // The rest of an arrow or function key is no key of ours.
        if byte == 0x1B { drain() }
        return byte < 0x80 ? Character(Unicode.Scalar(byte)) : "\u{FFFD}"
      }
      if count < 0, errno == EINTR { continue }
      return nil
    }
  }

  private func drain() {
    var waiting = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    var byte: UInt8 = 0
    while poll(&waiting, 1, 20) > 0, read(0, &byte, 1) == 1 {}
  }
}
