package import CaseModel
internal import Foundations

/// What adding, attaching or detaching a text makes of a case, whatever form its file has.
package struct SourceChange: Sendable {
  /// The case as it becomes.
  package var theCase: Case
  /// The sources whose text record changes, by position.
  package var sources: [Int] = []
  /// The statements whose quotes change, by position.
  package var statements: [Int] = []
  /// Texts that come into the case's folder, by file.
  package var texts: [(file: String, bytes: [UInt8])] = []

  init(_ theCase: Case) { self.theCase = theCase }
}

extension Case {
  /// The case with another source, whose text is kept in the file that it names.
  /// - Throws: ``CaseFileError`` where the id is taken or the source names no file.
  package func adding(_ source: Source, text: [UInt8]) throws(CaseFileError) -> SourceChange {
    guard !sources.contains(where: { $0.id == source.id }) else {
      throw CaseFileError(
        "the case already has a source `\(source.id)`", remedy: .chooseID)
    }
    guard let file = source.text.file else { throw CaseFileError("the source names no text file") }
    var change = SourceChange(self)
    change.theCase.sources.append(source)
    change.texts = [(file, text)]
    return change
  }

  /// The case with withheld texts put back, each proved to be the same text.
  /// - Throws: ``CaseFileError`` that names the first difference.
  package func attaching(
    _ texts: [(source: Source.ID, bytes: [UInt8])]
  ) throws(CaseFileError) -> SourceChange {
    var change = SourceChange(self)
    for (id, bytes) in texts {
      let position = try position(of: id)
      let source = sources[position]
      try Attachment.prove(bytes, of: source, in: self)
      var record = TextRecord()
      record.file = "texts/\(id).txt"
      record.sha256 = source.text.sha256
      change.theCase.sources[position].text = record
      change.sources.append(position)
      change.texts.append(("texts/\(id).txt", bytes))
    }
    return change
  }

  /// The case with a source's text withheld: the record keeps digest and length, the quotes their
  /// places and digests.
  /// - Throws: ``CaseFileError`` where the text is not at hand, or not the one coded from.
  package func detaching(_ id: Source.ID, texts: CaseTexts) throws(CaseFileError) -> SourceChange {
    let position = try position(of: id)
    let source = sources[position]
    guard !source.text.withheld else {
      throw CaseFileError("the text of `\(id)` is withheld already")
    }
    guard let text = texts[id].text else {
      throw CaseFileError(
        "the text of `\(id)` cannot be read, so its quotes could not be verified later",
        hint: "`dragoman check` shows what is wrong with it")
    }
    guard text.digest == source.text.sha256 else {
      throw CaseFileError(
        "the text of `\(id)` is not the one the case was coded from",
        hint: "`dragoman check` gives details")
    }
    var change = SourceChange(self)
    change.sources = [position]
    change.theCase.sources[position].text = TextRecord(
      withheld: text.digest, length: text.bytes.count)
    for index in statements.indices where statements[index].source == id {
      let quote = statements[index].quote
      var spans: [QuoteAnchor] = []
      for span in quote.spans {
        spans.append(try withheld(span, of: statements[index].id, in: text))
      }
      let withheld = Quote(spans)
      if withheld != quote {
        change.theCase.statements[index].quote = withheld
        change.statements.append(index)
      }
    }
    return change
  }

  /// The span by place and digest, both of the words as the text has them.
  private func withheld(
    _ span: QuoteAnchor, of statement: Statement.ID, in text: SourceText
  ) throws(CaseFileError) -> QuoteAnchor {
    let isBare = span.sha256 == nil && span.exact == nil
    let place = isBare ? span.start..<max(span.start, span.end) : span.place(in: text)
    if let place,
      let found = QuoteAnchor(place.lowerBound, place.upperBound, in: text)?.withheld
    {
      return found
    }
    guard span.isPlaced else {
      throw CaseFileError(
        "the quote of `\(statement)` has no position, and none can be found for it in the text",
        hint: "`dragoman check` shows why; without the text it could not be found later")
    }
    return span.withheld
  }

  private func position(of id: Source.ID) throws(CaseFileError) -> Int {
    if let position = sources.firstIndex(where: { $0.id == id }) { return position }
    let ids = sources.map(\.id.raw)
    throw CaseFileError(
      "unknown source `\(id)`",
      hint: suggestion(for: id.raw, among: ids)
        ?? (ids.isEmpty ? "the case has no sources yet" : "the case has \(ids.alternatives)"))
  }
}
