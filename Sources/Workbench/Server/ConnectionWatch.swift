internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Watches one connection: how long a request's body takes, whether what is sent is taken, and
/// whether the client is still there.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// For a body, or for each part of one of so many bytes: what comes more slowly is not waited for.
  static let bodyTime = TimeAmount.seconds(20)
  static let bodyPart = 1_000_000
  /// For each part of an answer to be taken.
  static let takingTime = TimeAmount.seconds(20)

  private let connections: Connections
  private var bodyEnd: Scheduled<Void>?
  /// Since ``bodyEnd`` was set.
  private var received = 0
  private var takingEnd: Scheduled<Void>?
  /// Parts that were written and not yet taken.
  private var untaken = 0
  /// Requests that were read and not yet answered.
  private var asked = 0
  private var isAnswering = false

  init(_ connections: Connections) { self.connections = connections }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { begin(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    begin(context)
    context.fireChannelActive()
  }

  private func begin(_ context: ChannelHandlerContext) {
    let channel = context.channel
    connections.opened(ObjectIdentifier(channel)) { channel.close(promise: nil) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    bodyEnd?.cancel()
    takingEnd?.cancel()
    connections.closed(ObjectIdentifier(context.channel))
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      asked += 1
      bodyEnd?.cancel()
      received = 0
      bodyEnd = closing(context, in: Self.bodyTime)
    case .body(let part):
      received += part.readableBytes
      guard received >= Self.bodyPart else { break }
      received = 0
      bodyEnd?.cancel()
      bodyEnd = closing(context, in: Self.bodyTime)
    case .end:
      bodyEnd?.cancel()
      bodyEnd = nil
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      if head.status.kind != .informational { isAnswering = true }
      context.write(data, promise: promise)
    case .body: writePart(context, data, promise)
    case .end:
      asked -= 1
      isAnswering = false
      writePart(context, data, promise)
    }
  }

  private func writePart(
    _ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?
  ) {
    let promise = promise ?? context.eventLoop.makePromise()
    untaken += 1
    if takingEnd == nil { takingEnd = closing(context, in: Self.takingTime) }
    promise.futureResult.assumeIsolated().whenComplete { [self] _ in
      untaken -= 1
      takingEnd?.cancel()
      takingEnd = untaken > 0 ? closing(context, in: Self.takingTime) : nil
    }
    context.write(data, promise: promise)
  }

  /// A client that sends no more may still wait for an answer, or be gone. Data sent to one that is
  /// gone comes back as an error, and the connection ends; who waits passes over it (RFC 9110,
  /// 15.2).
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .inputClosed? = event as? ChannelEvent, asked > 0, !isAnswering {
      context.writeAndFlush(
        wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
    }
    context.fireUserInboundEventTriggered(event)
  }

  private func closing(_ context: ChannelHandlerContext, in time: TimeAmount) -> Scheduled<Void> {
    let channel = context.channel
    return context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }
}
