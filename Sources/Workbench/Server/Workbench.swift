package import CaseModel
internal import CaseStore
internal import Foundation
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// Another program listens on the port.
package struct PortTakenError: Error {
  package let port: Int
}

/// The local web application for one case, or for all in a folder: server-rendered pages that read and print without
/// scripts. It asks nothing of anybody and answers only who has shown its token.
///
/// `docs/threat-model.md` says what it keeps out, and how.
package struct Workbench: Sendable {
  package struct Options: Sendable {
    /// Loopback by default: only this machine can connect.
    package var host = "127.0.0.1"
    package var port = 8010
    /// Further names by which a browser may call this server.
    package var otherHosts: [String] = []
    /// Nothing is changed from here.
    package var isReadOnly = false
    /// What is confidential is left out for everybody.
    package var redact = false
    /// Sessions begin in room mode.
    package var room = false
    /// While designing: style and script from this folder.
    package var assetsFolder: String?
    /// On which work of each kind runs.
    package var threads = 2
    /// How long a wrong token waits for its answer once too many were shown.
    var guessDelay = Duration.seconds(2)

    package init() {}
  }

  let host: SiteHost
  private let front: Front
  private let closing: @Sendable () -> Void
  /// Anyone who presents it is admitted.
  package var startToken: String { host.startToken }

  /// One case.
  ///
  /// - Parameter now: what the calendar says, which changes bear; the workbench has no clock.
  package init(
    _ keeper: any CaseProvider, options: Options = Options(), version: String,
    now: @escaping @Sendable () -> Moment,
    log: @escaping @Sendable (AccessLine) -> Void = { _ in }
  ) {
    host = Self.host(options, version, start: "/positions", now, log)
    let site = Site.alone(keeper, on: host)
    front = .site(site.router().buildResponder())
    closing = { site.keeper.close() }
  }

  /// Every case in a folder.
  ///
  /// - Parameters:
  ///   - limits: of files in YAML and JSON.
  ///   - now: what the calendar says.
  package init(
    library folder: String, limits: ReadLimits, options: Options = Options(), version: String,
    now: @escaping @Sendable () -> Moment,
    log: @escaping @Sendable (AccessLine) -> Void = { _ in }
  ) {
    host = Self.host(options, version, start: LibraryRoute.home, now, log)
    let library = Library(folder, limits: limits, on: host)
    front = .library(library, library.router().buildResponder())
    closing = { library.cases.close() }
  }

  private static func host(
    _ options: Options, _ version: String, start: String, _ now: @escaping @Sendable () -> Moment,
    _ log: @escaping @Sendable (AccessLine) -> Void
  ) -> SiteHost {
    let begun = ContinuousClock.now
    return SiteHost(
      options: options, version: version, startToken: Secret.make(), start: start, log: log,
      clock: { ContinuousClock.now - begun }, now: now)
  }

  /// Serves until the task is cancelled. Signals are the program's.
  /// - Parameter onReady: called once connections are taken.
  /// - Throws: ``PortTakenError`` where another program has the port, and what the system says where the
  ///   address cannot be had for another reason.
  package func run(onReady: @escaping @Sendable () async -> Void) async throws {
    let host = host
    let application = Application(
      responder: front,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [ConnectionWatch(host.connections)], idleTimeout: .seconds(15))
      ),
      configuration: ApplicationConfiguration(
        address: .hostname(host.options.host, port: host.options.port), reuseAddress: true,
        availableConnectionsDelegate: MaximumAvailableConnections(Connections.most)),
      onServerRunning: { _ in await onReady() },
      logger: Logger(label: "dragoman") { _ in SwiftLogNoOpLogHandler() })
    do {
      try await application.runService(gracefulShutdownSignals: [])
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw PortTakenError(port: host.options.port)
    }
  }

  /// Ends every computation and every connection; ``run(onReady:)`` ends when its task is
  /// cancelled.
  package func stop() {
    host.pool.stop()
    host.connections.closeAll()
  }

  /// Closes every file, once nothing is answered any more.
  package func close() { closing() }

  /// What to open in a browser.
  package var address: String {
    let asked = host.options.host
    let name = ["0.0.0.0", "::"].contains(asked) ? "127.0.0.1" : asked
    let shown = name.contains(":") ? "[\(name)]" : name
    return "http://\(shown):\(host.options.port)/?token=\(startToken)"
  }
}
