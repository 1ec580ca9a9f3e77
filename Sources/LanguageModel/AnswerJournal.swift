internal import CaseModel
internal import Foundation

/// The answers that a model gave, in a file, so that a run that was stopped goes on where it was and
/// asks for nothing twice: a line `{"question": digest, "answer": text, "tokens": n}` each.
struct AnswerJournal {
  private var answers: [String: ModelReply] = [:]
  private let path: String?
  private var handle: FileHandle?

  /// - Parameter path: nil keeps answers for this run alone.
  init(path: String?) throws(ModelServerError) {
    self.path = path
    guard let path else { return }
    if let data = FileManager.default.contents(atPath: path) {
      guard data.isEmpty || data.starts(with: Array("{\"question\"".utf8)) else {
        throw ModelServerError.unreadableAnswers(
          path: path, why: "it is another file, and answers are not added to it")
      }
      for line in data.split(separator: UInt8(ascii: "\n")) {
        // The last line may have been cut when the run was stopped.
        guard let node = try? Node(json: Array(line)), let question = node["question"]?.scalar,
          let answer = node["answer"]?.scalar
        else { continue }
        answers[question] = ModelReply(
          content: answer, tokens: node["tokens"]?.scalar.flatMap { Int($0) })
      }
    }
  }

  var count: Int { answers.count }

  subscript(question: String) -> ModelReply? { answers[question] }

  /// Keeps an answer, in the file too before anything else is asked.
  mutating func add(_ reply: ModelReply, to question: String) throws(ModelServerError) {
    answers[question] = reply
    guard let path else { return }
    let line = Node.map([
      .init("question", .text(question)), .init("answer", .text(reply.content)),
      .init("tokens", reply.tokens.map { .literal(String($0)) } ?? .null),
    ]).json
    do {
      try open(path).write(contentsOf: Data((line + "\n").utf8))
    } catch {
      throw ModelServerError.unreadableAnswers(path: path, why: "it cannot be written")
    }
  }

  private mutating func open(_ path: String) throws -> FileHandle {
    if let handle { return handle }
    let files = FileManager.default
    if !files.fileExists(atPath: path) {
      // Answers hold words of the texts: they are for no one else on this machine.
      guard
        files.createFile(
          atPath: path, contents: nil, attributes: [.posixPermissions: NSNumber(value: 0o600)])
      else { throw CocoaError(.fileWriteUnknown) }
    }
    let opened = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    // A line that was cut is ended before the next.
    let end = try opened.seekToEnd()
    if end > 0 {
      try opened.seek(toOffset: end - 1)
      if try opened.read(upToCount: 1) != Data([UInt8(ascii: "\n")]) {
        try opened.write(contentsOf: Data([UInt8(ascii: "\n")]))
      }
      try opened.seekToEnd()
    }
    handle = opened
    return opened
  }

  /// The answers are used: the file goes.
  func remove() {
    if let path { try? FileManager.default.removeItem(atPath: path) }
  }
}
