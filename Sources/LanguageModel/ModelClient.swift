internal import AsyncHTTPClient
internal import CaseModel
internal import Dispatch
internal import Foundations
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Sends questions to one server, and nowhere else: redirections are not followed, and no proxy is used.
final class ModelClient: Sendable {
  private let endpoint: Endpoint
  private let key: String?
  private let limits: ModelLimits
  private let client: HTTPClient

  /// - Parameter key: what the server wants to know its users by.
  init(_ endpoint: Endpoint, key: String?, limits: ModelLimits) {
    self.endpoint = endpoint
    self.key = key
    self.limits = limits
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: .seconds(Int64(min(10, limits.seconds)))))
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    client = HTTPClient(
      eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton),
      configuration: configuration)
  }

  func close() { try? client.syncShutdown() }

  /// One answer to one question, without repetition.
  /// - Throws: ``ModelServerError``, or what the checkpoint throws; the request is then given up.
  func answer(_ body: [UInt8], _ checkpoint: Checkpoint) throws -> ModelReply {
    var headers = HTTPHeaders([
      ("Content-Type", "application/json"), ("Accept", "application/json"),
      ("User-Agent", "dragoman"),
    ])
    if let key { headers.add(name: "Authorization", value: "Bearer \(key)") }
    let request: HTTPClient.Request
    do {
      request = try HTTPClient.Request(
        url: endpoint.url, method: .POST, headers: headers, body: .bytes(body))
    } catch {
      throw ModelServerError.badAddress(endpoint.url)
    }
    let task = client.execute(
      request: request,
      delegate: ResponseAccumulator(request: request, maxBodySize: limits.answerBytes),
      deadline: .now() + .seconds(Int64(limits.seconds)))
    let isDone = DispatchSemaphore(value: 0)
    task.futureResult.whenComplete { _ in isDone.signal() }
    while isDone.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
      do {
        try checkpoint.ask()
      } catch {
        task.cancel()
        throw error
      }
    }
    let response: HTTPClient.Response
    do {
      response = try task.futureResult.wait()
    } catch {
      throw fault(error)
    }
    return try reply(response)
  }

  private func reply(_ response: HTTPClient.Response) throws(ModelServerError) -> ModelReply {
    let body = response.body.map { Array($0.readableBytesView) } ?? []
    switch response.status.code {
    case 200..<300: break
    case 300..<400: throw ModelServerError.redirected(server: endpoint.server)
    default:
      throw ModelServerError.refused(
        server: endpoint.server, status: Int(response.status.code),
        words: ModelReply.refusal(body),
        after: response.headers.first(name: "Retry-After").flatMap { Int($0) })
    }
    switch ModelReply.read(body) {
    case .success(let reply): return reply
    case .failure(let fault):
      throw ModelServerError.noAnswer(server: endpoint.server, why: fault.why)
    }
  }

  private func fault(_ error: any Error) -> ModelServerError {
    let server = endpoint.server
    if error is ResponseAccumulator.ResponseTooBigError {
      return .answerTooLong(server: server, bytes: limits.answerBytes)
    }
    if let error = error as? HTTPClientError {
      switch error {
      case .deadlineExceeded, .readTimeout, .writeTimeout:
        return .slow(server: server, seconds: limits.seconds)
      case .connectTimeout: return .unreachable(server: server, why: "no connection in time")
      case .remoteConnectionClosed:
        return .unreachable(server: server, why: "it closed the connection")
      default: return .unreachable(server: server, why: error.shortDescription)
      }
    }
    if error is HTTPParserError { return .noAnswer(server: server, why: "it does not speak HTTP") }
    if error is NIOConnectionError || error is IOError {
      return .unreachable(server: server, why: "no connection")
    }
    return .unreachable(server: server, why: "\(error)".shortened(to: 120))
  }
}
