import ArgumentParser
import CaseModel
import Foundation
import LanguageModel

/// Whether a language model is asked as well, where it is, and what it may cost.
struct ModelOptions: ParsableArguments {
  @Option(
    name: .customLong("model-server"),
    help: ArgumentHelp(
      """
      Also ask the language model on this server, which speaks OpenAI's chat completions, as \
      http://127.0.0.1:8080/v1. Nothing is sent to any server without this option.
      """, valueName: "address"))
  var server: String?

  @Option(help: ArgumentHelp("The model's name on that server.", valueName: "name"))
  var model: String?

  @Option(
    name: .customLong("model-key"),
    help: ArgumentHelp(
      "A file with the key that the server wants; else DRAGOMAN_MODEL_KEY, where it is set.",
      valueName: "file"),
    completion: .file())
  var keyFile: String?

  @Option(
    name: .customLong("max-requests"),
    help: ArgumentHelp("Requests to the model, at the most.", valueName: "n"))
  var maxRequests = ModelLimits().requests

  @Option(
    name: .customLong("max-tokens"),
    help: ArgumentHelp("Tokens of questions and answers, at the most.", valueName: "n"))
  var maxTokens = ModelLimits().tokens

  @Option(
    name: .customLong("max-answer"),
    help: ArgumentHelp("Tokens of one answer, at the most.", valueName: "n"))
  var maxAnswer = ModelLimits().answerTokens

  @Option(
    name: .customLong("model-timeout"),
    help: ArgumentHelp("Seconds to wait for one answer.", valueName: "seconds"))
  var timeout = ModelLimits().seconds

  @Option(
    help: ArgumentHelp(
      """
      Keep the model's answers in this file, and ask only for what it lacks. Otherwise they are kept \
      beside the case until all are used, so that a run that was stopped goes on where it was.
      """, valueName: "file"),
    completion: .file())
  var answers: String?

  @Flag(help: "Send texts also to another machine's server without encryption.")
  var unencrypted = false

  @Flag(
    name: .customLong("show-requests"),
    help: "Print what would be sent to the model, a JSON a line, and send nothing.")
  var showRequests = false

  func validate() throws {
    if server == nil {
      guard model == nil, keyFile == nil, answers == nil, !unencrypted, !showRequests else {
        throw ValidationError("--model and its like go with --model-server")
      }
      return
    }
    guard model != nil else { throw ValidationError("say which model with --model") }
    guard (1...1_000_000).contains(maxRequests) else {
      throw ValidationError("--max-requests is from 1 to 1000000")
    }
    guard (1...1_000_000_000).contains(maxTokens) else {
      throw ValidationError("--max-tokens is from 1 to 1000000000")
    }
    guard (50...100_000).contains(maxAnswer) else {
      throw ValidationError("--max-answer is from 50 to 100000")
    }
    guard (1...3600).contains(timeout) else {
      throw ValidationError("--model-timeout is from 1 to 3600 seconds")
    }
  }

  var limits: ModelLimits {
    var limits = ModelLimits()
    limits.requests = maxRequests
    limits.tokens = maxTokens
    limits.answerTokens = maxAnswer
    limits.seconds = timeout
    return limits
  }

  /// Nil where no server is named.
  func endpoint() throws -> Endpoint? {
    guard let server, let model else { return nil }
    let endpoint = try Endpoint(address: server, model: model)
    guard endpoint.isLocal || endpoint.isEncrypted || unencrypted else {
      throw UsageError(
        "\(endpoint.server) is another machine, and the texts would travel to it unencrypted",
        hint: "use an https:// address, or say --unencrypted where the network is your own")
    }
    return endpoint
  }

  func key() throws -> String? {
    guard let keyFile else { return ProcessInfo.processInfo.environment["DRAGOMAN_MODEL_KEY"] }
    guard let data = FileManager.default.contents(atPath: keyFile), data.count <= 10_000 else {
      throw UsageError("the key's file `\(keyFile)` cannot be read")
    }
    let key = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard !key.isEmpty, key.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) }) else {
      throw UsageError("the key's file `\(keyFile)` holds no key: one line without blanks")
    }
    return key
  }
}
