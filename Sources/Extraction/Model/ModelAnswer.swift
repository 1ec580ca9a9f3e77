package import CaseModel

/// A language model's answer about a passage, as it claims it; nothing of it is checked yet.
package struct ModelAnswer: Sendable, Hashable {
  /// More are not looked at: a passage has no room for them.
  package static let mostStatements = 60

  package var statements: [ModelStatement] = []
  /// Statements without a field that is needed.
  package var malformed = 0
  /// Statements beyond the number that is looked at.
  package var surplus = 0

  package init() {}

  /// Why an answer is none.
  package struct FormError: Error, Sendable, Hashable {
    package let message: String
  }

  /// Reads `{"statements": [{"quote": …}, …]}`, also between words or marks of code that a model puts
  /// round it.
  /// - Complexity: O(answer).
  package init(_ content: String) throws(FormError) {
    let bytes = Array(content.utf8)
    guard let open = bytes.firstIndex(of: UInt8(ascii: "{")),
      let close = bytes.lastIndex(of: UInt8(ascii: "}")), open < close
    else { throw FormError(message: "the answer holds no JSON object") }
    let node: Node
    do {
      node = try Node(json: Array(bytes[open...close]))
    } catch {
      guard let rest = Self.beforeCut(bytes[open...close]) else {
        throw FormError(message: "the answer is no JSON: \(error.message)")
      }
      node = rest
    }
    guard case .list(let items)? = node["statements"]?.content else {
      throw FormError(message: "the answer has no list `statements`")
    }
    surplus = max(0, items.count - Self.mostStatements)
    for item in items.prefix(Self.mostStatements) {
      if let statement = ModelStatement(item) {
        statements.append(statement)
      } else {
        malformed += 1
      }
    }
  }
}

extension ModelAnswer {
  /// What stands before the place at which an answer was cut off, with whole statements alone.
  private static func beforeCut(_ bytes: ArraySlice<UInt8>) -> Node? {
    var end = bytes.endIndex
    for _ in 0..<8 {
      guard let last = bytes[..<end].lastIndex(of: UInt8(ascii: "}")) else { return nil }
      if let node = try? Node(json: Array(bytes[...last]) + Array("]}".utf8)) { return node }
      end = last
    }
    return nil
  }
}

/// A statement as a language model claims it.
package struct ModelStatement: Sendable, Hashable {
  static let longestQuote = 1200
  static let longestSpeaker = 200

  package var quote: String
  package var speaker: String
  package var act: Case.Statement.Act?
  package var issue: Case.Issue.ID?
  package var summary: String

  package init(
    quote: String, speaker: String, act: Case.Statement.Act? = nil, issue: Case.Issue.ID? = nil,
    summary: String = ""
  ) {
    self.quote = quote
    self.speaker = speaker
    self.act = act
    self.issue = issue
    self.summary = summary
  }

  init?(_ node: Node) {
    guard let quote = node["quote"]?.scalar, let speaker = node["speaker"]?.scalar,
      !quote.isEmpty, !speaker.isEmpty, quote.utf8.count <= 8 * Self.longestQuote,
      speaker.utf8.count <= 8 * Self.longestSpeaker
    else { return nil }
    self.init(
      quote: quote, speaker: speaker,
      act: node["act"]?.scalar.flatMap { Case.Statement.Act(rawValue: $0) },
      issue: node["issue"]?.scalar.flatMap { Slug.isSlug($0) && $0 != "none" ? .init($0) : nil },
      summary: node["summary"]?.scalar ?? "")
  }
}
