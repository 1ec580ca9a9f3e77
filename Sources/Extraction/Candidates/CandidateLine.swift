import CaseModel

/// The candidates of one document as a line of JSON:
/// `{"id": "…", "candidates": [{"source": [[a, b]], "cue": [[a, b]], "content": [[a, b]], …}]}`.
///
/// Places are code points from the beginning of the text, ends exclusive; a part of several spans has
/// several pairs. Whatever else a candidate has follows under its own name; readers may leave it
/// away, and lines without it, such as marked-up corpora, can be read.
package struct CandidateLine: Sendable, Hashable {
  /// Of the document, as its line of input names it.
  package var id: String
  package var candidates: [Entry]

  /// A candidate by its places alone.
  package struct Entry: Sendable, Hashable {
    package var source: [Range<Int>]
    package var cue: [Range<Int>]
    package var content: [Range<Int>]
    package var sentence: Range<Int>?
    package var manner: Candidate.Manner?
    package var lemma: String?
    package var isThought = false
    package var isNegated = false
    package var isAuthor = false
    /// Place in the line of the candidate within whose content it stands.
    package var through: Int?
    package var rules: [Candidate.Rule] = []
    /// From 0 to 1, in steps of a hundredth.
    package var confidence: Double?

    package init(source: [Range<Int>], cue: [Range<Int>], content: [Range<Int>]) {
      self.source = source
      self.cue = cue
      self.content = content
    }

    package init(_ candidate: Candidate) {
      self.init(
        source: candidate.source.map { $0.start..<$0.end },
        cue: candidate.cue.map { $0.start..<$0.end },
        content: candidate.content.map { $0.start..<$0.end })
      sentence = candidate.sentence.start..<candidate.sentence.end
      manner = candidate.manner
      lemma = candidate.lemma
      isThought = candidate.isThought
      isNegated = candidate.isNegated
      isAuthor = candidate.isAuthor
      through = candidate.through
      rules = candidate.rules
      confidence = candidate.confidence
    }
  }

  /// Why a line is no line of candidates.
  package struct LineError: Error, Sendable, Hashable {
    /// What is wrong, and where, for a person.
    package let message: String
  }

  package init(id: String, candidates: [Entry]) {
    self.id = id
    self.candidates = candidates
  }

  package init(id: String, _ candidates: [Candidate]) {
    self.init(id: id, candidates: candidates.map { Entry($0) })
  }

  /// The line without its line end. The same candidates always give the same bytes.
  package var json: String {
    Node.map([.init("id", .text(id)), .init("candidates", .list(candidates.map(\.node)))]).json
  }

  /// Reads a line back. Fields that it does not know are left away.
  package init(json: [UInt8]) throws(LineError) {
    let node: Node
    do {
      node = try Node(json: json)
    } catch {
      throw LineError(message: "the line is no JSON: \(error.message)")
    }
    guard let id = node["id"]?.scalar else { throw LineError(message: "the line has no `id`") }
    guard case .list(let items)? = node["candidates"]?.content else {
      throw LineError(message: "`candidates` of `\(id.shortened(to: 40))` is no list")
    }
    self.init(id: id, candidates: [])
    for (place, item) in items.enumerated() {
      var entry = try Entry(item, place: place)
      if let through = entry.through, !items.indices.contains(through) { entry.through = nil }
      candidates.append(entry)
    }
  }
}

extension CandidateLine.Entry {
  fileprivate var node: Node {
    var pairs: [Node.Pair] = [
      .init("source", Self.node(source)), .init("cue", Self.node(cue)),
      .init("content", Self.node(content)),
    ]
    if let sentence { pairs.append(.init("sentence", Self.node(sentence))) }
    if let manner { pairs.append(.init("manner", .text(manner.rawValue))) }
    if let lemma { pairs.append(.init("lemma", .text(lemma))) }
    for (name, holds) in [("thought", isThought), ("negated", isNegated), ("author", isAuthor)]
    where holds {
      pairs.append(.init(name, .literal("true")))
    }
    if let through { pairs.append(.init("through", .literal(String(through)))) }
    if !rules.isEmpty { pairs.append(.init("rules", .list(rules.map { .text($0.rawValue) }))) }
    if let confidence {
      // Hundredths, so that no rounding of binary fractions shows.
      let hundredths = Int((min(max(confidence, 0), 1) * 100).rounded())
      let digits = hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
      pairs.append(.init("confidence", .literal(hundredths == 100 ? "1.00" : "0.\(digits)")))
    }
    return .map(pairs)
  }

  private static func node(_ span: Range<Int>) -> Node {
    .list([.literal(String(span.lowerBound)), .literal(String(span.upperBound))])
  }

  private static func node(_ spans: [Range<Int>]) -> Node { .list(spans.map { node($0) }) }

  fileprivate init(_ node: Node, place: Int) throws(CandidateLine.LineError) {
    func spans(_ name: String) throws(CandidateLine.LineError) -> [Range<Int>] {
      guard let value = node[name] else { return [] }
      guard case .list(let items) = value.content else {
        throw CandidateLine.LineError(
          message: "`\(name)` of candidate \(place + 1) is no list of places")
      }
      var spans: [Range<Int>] = []
      for item in items {
        guard let span = Self.span(item) else {
          throw CandidateLine.LineError(
            message: "`\(name)` of candidate \(place + 1) is not made of pairs like [12, 40]")
        }
        spans.append(span)
      }
      return spans
    }
    self.init(
      source: try spans("source"), cue: try spans("cue"), content: try spans("content"))
    sentence = node["sentence"].flatMap { Self.span($0) }
    manner = node["manner"]?.scalar.flatMap { Candidate.Manner(rawValue: $0) }
    lemma = node["lemma"]?.scalar
    isThought = node["thought"]?.scalar == "true"
    isNegated = node["negated"]?.scalar == "true"
    isAuthor = node["author"]?.scalar == "true"
    through = node["through"]?.scalar.flatMap { Int($0) }
    if case .list(let names)? = node["rules"]?.content {
      rules = names.compactMap { $0.scalar.flatMap { Candidate.Rule(rawValue: $0) } }
    }
    confidence = node["confidence"]?.scalar.flatMap { Double($0) }.flatMap {
      $0 >= 0 && $0 <= 1 ? $0 : nil
    }
  }

  private static func span(_ node: Node) -> Range<Int>? {
    guard case .list(let ends) = node.content, ends.count == 2,
      let start = ends[0].scalar.flatMap({ Int($0) }),
      let end = ends[1].scalar.flatMap({ Int($0) }),
      start >= 0, start <= end
    else { return nil }
    return start..<end
  }
}
