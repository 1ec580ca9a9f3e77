import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Workbench

/// Nothing can be held open without end: not a body that trickles in, not an answer nobody takes.
@Suite struct ConnectionWatchTests {
  private func channel() throws -> EmbeddedChannel {
    let channel = EmbeddedChannel(handler: ConnectionWatch(Connections()))
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 8010)).wait()
    return channel
  }

  private static let head = HTTPRequestPart.head(
    HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:8010", path: "/sign-in"))

  @Test func aBodyThatTricklesInIsNotWaitedForWithoutEnd() throws {
    let channel = try channel()
    try channel.writeInbound(Self.head)
    for _ in 0..<4 {
      channel.embeddedEventLoop.advanceTime(by: .seconds(6))
      if channel.isActive {
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
      }
    }
    #expect(!channel.isActive)
  }

  @Test func aBodyThatIsThereIsAnswered() throws {
    let channel = try channel()
    try channel.writeInbound(Self.head)
    try channel.writeInbound(HTTPRequestPart.end(nil))
    channel.embeddedEventLoop.advanceTime(by: .seconds(60))
    #expect(channel.isActive)
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
    try channel.writeOutbound(HTTPResponsePart.body(ByteBuffer(string: "x")))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    channel.embeddedEventLoop.advanceTime(by: .seconds(60))
    #expect(channel.isActive)
    _ = try channel.finish()
  }

  @Test func anAnswerThatNobodyTakesIsGivenUp() throws {
    let channel = try channel()
    try channel.writeInbound(Self.head)
    try channel.writeInbound(HTTPRequestPart.end(nil))
    // Written and not flushed: the other end takes nothing.
    channel.write(HTTPResponsePart.body(ByteBuffer(string: "x")), promise: nil)
    channel.embeddedEventLoop.advanceTime(by: .seconds(19))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .seconds(2))
    #expect(!channel.isActive)
  }

  @Test func whoeverSendsNoMoreIsAskedWhetherTheyAreThere() throws {
    let channel = try channel()
    try channel.writeInbound(Self.head)
    try channel.writeInbound(HTTPRequestPart.end(nil))
    channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    guard case .head(let head)? = try channel.readOutbound(as: HTTPResponsePart.self) else {
      Issue.record("nothing was sent")
      return
    }
    #expect(head.status == .continue)
    _ = try channel.finish()
  }
}
