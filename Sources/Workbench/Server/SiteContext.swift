internal import Hummingbird
internal import NIOCore

/// One request on its way through the routes, and the connection it came by.
struct SiteContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let connection: Connections.Key

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    connection = ObjectIdentifier(source.channel)
  }
}
