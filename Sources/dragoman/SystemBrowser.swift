import Foundation

/// The browser that the system opens pages with.
enum SystemBrowser {
  /// Opens the page, or says that it must be opened by hand.
  static func open(_ address: String) {
    #if os(macOS)
      let program = "/usr/bin/open"
    #else
      let program = "/usr/bin/xdg-open"
    #endif
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [address]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch {
      Console.note("no browser could be started; open the address by hand")
    }
  }
}
