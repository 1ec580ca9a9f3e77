internal import CaseModel

/// Proves that a text is the one a source was coded from.
enum Attachment {
  /// - Throws: ``CaseFileError`` naming the first difference.
  static func prove(
    _ bytes: [UInt8], of source: Case.Source, in theCase: Case
  ) throws(CaseFileError) {
    guard source.text.withheld else {
      throw CaseFileError(
        "the text of `\(source.id)` is attached already", hint: "see `dragoman sources`")
    }
    guard SHA256Digest(of: bytes) == source.text.sha256 else {
      throw try difference(bytes, source, theCase)
    }
    let text = try text(bytes)
    for statement in theCase.statements where statement.source == source.id {
      for span in statement.quote.spans where span.status(in: text) != .ok {
        throw CaseFileError(
          "the text is the right one, but the quote of `\(statement.id)`"
            + (span.isPlaced ? " at \(span.start)–\(span.end)" : "") + " does not match it",
          hint:
            "the quote's offsets were entered wrongly; `dragoman check` cannot see it without the text"
        )
      }
    }
  }

  private static func text(_ bytes: [UInt8]) throws(CaseFileError) -> SourceText {
    do {
      return try SourceText(utf8: bytes)
    } catch {
      throw CaseFileError("the text is not UTF-8 at byte \(error.offset)")
    }
  }

  private static func difference(
    _ bytes: [UInt8], _ source: Case.Source, _ theCase: Case
  ) throws(CaseFileError) -> CaseFileError {
    if let unfit = UnfitTextError.of(bytes) {
      throw CaseFileError(
        "this is not the text of `\(source.id)`: the file is \(unfit.words)", hint: unfit.advice)
    }
    var message = "this is not the text of `\(source.id)`"
    if let length = source.text.length, length != bytes.count {
      message += ": it has \(bytes.count) bytes, the record says \(length)"
    } else {
      message += ": the length is right, the SHA-256 is not"
    }
    var hint = "the record has no quote from it by which to find the first difference"
    if let recorded = source.text.sha256,
      let difference = TextDifference.between(bytes, recorded: recorded)
    {
      hint = "the texts are equal except for this: \(difference.words); \(difference.advice)"
    } else if let text = try? SourceText(utf8: bytes) {
      let spans = theCase.statements.lazy.filter { $0.source == source.id }
        .flatMap { statement in statement.quote.spans.map { (statement.id, $0) } }
        .sorted { ($0.1.start, $0.0) < ($1.1.start, $1.0) }
      if let (id, span) = spans.first(where: { $0.1.status(in: text) != .ok }) {
        hint = "first difference: the quote of `\(id)` at \(span.start)–\(span.end) "
        switch span.status(in: text) {
        case .drifted(let start, let end): hint += "is at \(start)–\(end) here"
        case .undecided: hint += "is not between the words that surrounded it"
        case .orphan, .ok, .unproven: hint += "is not here"
        }
      } else if !spans.isEmpty {
        hint = "every quote is where it should be; the text differs between or after them"
      }
    }
    return CaseFileError(message, hint: hint)
  }
}
