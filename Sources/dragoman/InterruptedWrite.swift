import Dispatch
import Foundation
import Foundations

/// Removes what a write that a signal ends would leave: the file in the making, under its temporary
/// name beside the one that was named.
///
/// The program ends by the signal all the same. A write that is killed outright leaves it; the next one
/// in that folder removes it.
final class InterruptedWrite {
  // Dispatch's sources may be used from any thread; not every platform's headers say so.
  nonisolated(unsafe) private let sources: [any DispatchSourceSignal]

  /// - Parameter path: the file that is being written.
  init(of path: String) {
    let url = URL(fileURLWithPath: path)
    let (folder, name) = (url.deletingLastPathComponent().path, url.lastPathComponent)
    sources = [SIGINT, SIGTERM].map { number in
      // The source sees the signal only where its default, to end the program, is off.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        Self.remove(name, in: folder)
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.resume()
      return source
    }
  }

  private static func remove(_ name: String, in folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for other in names where other.hasPrefix(".\(name).") && other.contains(UnfinishedFile.ending) {
      unlink("\(folder)/\(other)")
    }
  }

  /// The file is written, and signals mean again what they meant.
  func end() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}
