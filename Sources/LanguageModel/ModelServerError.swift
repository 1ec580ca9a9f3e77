internal import CaseModel

/// Why a language model's server gave no answer that can be read.
package enum ModelServerError: ExplainedError, Hashable {
  case badAddress(String)
  case badModelName(String)
  case unreachable(server: String, why: String)
  case slow(server: String, seconds: Int)
  /// It answered with a status that is no success; `words` begin its explanation.
  /// `after` are the seconds after which it wants to be asked again.
  case refused(server: String, status: Int, words: String, after: Int?)
  /// It sent the request elsewhere, which is not followed: the texts would go there.
  case redirected(server: String)
  case answerTooLong(server: String, bytes: Int)
  case noAnswer(server: String, why: String)
  /// The limits on requests or tokens do not allow what was asked for.
  case tooMuch(String)
  case unreadableAnswers(path: String, why: String)

  package var message: String {
    switch self {
    case .badAddress(let address):
      "`\(address.shortened(to: 80))` is no address of a language model's server"
    case .badModelName: "the model's name is empty, too long, or holds control characters"
    case .unreachable(let server, let why): "\(server) cannot be reached: \(why)"
    case .slow(let server, let seconds):
      "\(server) did not answer within \(seconds) seconds"
    case .refused(let server, let status, let words, _):
      "\(server) refused the request with status \(status)"
        + (words.isEmpty ? "" : ": \(words.shortened(to: 200))")
    case .redirected(let server):
      "\(server) sends requests to another server, which is not followed"
    case .answerTooLong(let server, let bytes):
      "\(server) answered with more than \(bytes) bytes, which are not read"
    case .noAnswer(let server, let why): "\(server) gave no answer that can be read: \(why)"
    case .tooMuch(let why): why
    case .unreadableAnswers(let path, let why): "`\(path)` cannot be used: \(why)"
    }
  }

  package var hint: String? {
    switch self {
    case .badAddress:
      "it begins with http:// or https:// and has no name, password or query, as http://127.0.0.1:8080/v1"
    case .badModelName: "name the model as the server does"
    case .unreachable: "start the server, or correct the address"
    case .slow: "use a smaller model, or allow more time"
    case .refused(_, 401, _, _), .refused(_, 403, _, _): "the server wants a key"
    case .refused(_, 404, _, _): "the address usually ends in /v1, and the model must be one it has"
    case .refused, .noAnswer: "see what the server itself reports"
    case .redirected: "give the address that it redirects to, if that server may have the texts"
    case .answerTooLong, .tooMuch: nil
    case .unreadableAnswers: "delete the file to begin again, or name another"
    }
  }

  /// The same request may succeed later.
  package var isPassing: Bool {
    switch self {
    case .unreachable, .slow: true
    case .refused(_, let status, _, _): status == 408 || status == 429 || status >= 500
    default: false
    }
  }
}
