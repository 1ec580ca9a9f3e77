package import CaseModel
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// The local web application for reading a case: server-rendered pages that read and print without
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

  let site: Site
  /// Anyone who presents it has access.
  package var startToken: String { site.startToken }

  /// - Parameter now: what the calendar says, which changes bear; the workbench has no clock.
  package init(
    _ keeper: any CaseProvider, options: Options = Options(), version: String,
    now: @escaping @Sendable () -> Moment,
    log: @escaping @Sendable (AccessLine) -> Void = { _ in }
  ) {
    let start = ContinuousClock.now
    site = Site(
      keeper, options: options, version: version, startToken: Secret.make(), log: log,
      clock: { ContinuousClock.now - start }, now: now)
  }

  /// Serves until the task is cancelled. Signals are the program's.
  /// - Parameter onReady: called once connections are taken.
  /// - Throws: what the system says where the address cannot be had.
  package func run(onReady: @escaping @Sendable () async -> Void) async throws {
    let site = site
    let application = Application(
      router: site.router(),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [ConnectionWatch(site.connections)], idleTimeout: .seconds(15))
      ),
      configuration: ApplicationConfiguration(
        address: .hostname(site.options.host, port: site.options.port), reuseAddress: true,
        availableConnectionsDelegate: MaximumAvailableConnections(Connections.most)),
      onServerRunning: { _ in await onReady() },
      logger: Logger(label: "dragoman") { _ in SwiftLogNoOpLogHandler() })
    try await application.runService(gracefulShutdownSignals: [])
  }

  /// Ends every computation and every connection; ``run(onReady:)`` ends when its task is
  /// cancelled.
  package func stop() {
    site.pool.stop()
    site.connections.closeAll()
  }

  /// What to open in a browser.
  package var address: String {
    let host = site.options.host
    let name = ["0.0.0.0", "::"].contains(host) ? "127.0.0.1" : host
    let shown = name.contains(":") ? "[\(name)]" : name
    return "http://\(shown):\(site.options.port)/?token=\(startToken)"
  }
}
