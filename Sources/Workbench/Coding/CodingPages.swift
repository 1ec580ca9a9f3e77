internal import CaseModel
internal import CaseStore
internal import Extraction
internal import Presentation
internal import StateOfPlay

/// What the coding screen asks while a person works: data alone, each a pure function of the case and
/// the question.
extension Page {
  static let codingPages: [Page] = [
    codingBook, codingUnits, codingChoices, codingEntry, codingReread, codingReading, codingSums,
    codingNotes, statements,
    merge, scenarioNumbers, conflict,
  ]

  static let codingBook = data("book", own: []) { request in
    CodingBook(request.lensed.theCase)
  }

  static let codingUnits = data("units", own: ["source"]) { request in
    let (text, _) = try request.codedText()
    let units = request.lensed.snapshot.coding.units(of: text)
    return CodingUnits(
      sentences: units.sentences.flatMap { [$0.lowerBound, $0.upperBound] },
      quotations: units.quotations.flatMap { [$0.lowerBound, $0.upperBound] })
  }

  static let codingChoices = data(
    "choices", own: ["source", "start", "end", "speaker", "act"]
  ) { request in
    let (text, source) = try request.codedText()
    let start = try request.number("start", 0...text.count) ?? 0
    let end = try request.number("end", 0...text.count) ?? 0
    guard start < end else { throw Problem.badRequest("the passage is empty", field: "end") }
    return CodingChoices(
      request.lensed.theCase, request.lensed.texts, request.lensed.snapshot.coding, text, source,
      start..<end, speaker: request.address.own.all("speaker").map { Case.Actor.ID($0) },
      act: request.address.own["act"].flatMap { Case.Statement.Act(rawValue: $0) },
      suggestions: request.suggestions(of: source).map(\.candidate))
  }

  static let codingEntry = data("entry", own: ["statement", "candidate"]) { request in
    guard let stored = request.lensed.snapshot.stored else { throw Self.onlyRead }
    if let key = request.address.own["candidate"] {
      let place = try CodingForm.waiting(key, stored)
      let candidate = stored.theCase.candidates[place]
      var fields = CodedFields(candidate.statement, request.index)
      fields.name(candidate.rules.compactMap { NewEntry(rule: $0) }, request.index)
      fields.candidate = key
      fields.id = nil
      fields.proposedBy = candidate.proposedBy
      return fields
    }
    let id = request.address.own["statement"] ?? ""
    guard let statement = request.index.statement(Case.Statement.ID(id)) else {
      throw Problem.notFound("the case holds no statement `\(id.shortened(to: 60))`")
    }
    var fields = CodedFields(statement, request.index)
    fields.expected = stored.revision(of: .statements, id: id)
    return fields
  }

  static let codingReread = data("reread", own: ["source", "start", "end"]) { request in
    let (text, source) = try request.codedText()
    let start = try request.number("start", 0...text.count) ?? 0
    let end = try request.number("end", 0...text.count) ?? 0
    guard start < end else { throw Problem.badRequest("the passage is empty", field: "end") }
    return PassageReading(
      request.lensed.theCase, request.lensed.texts, text, source, start..<end)
  }

  /// What a party's weights sum to as they are typed.
  static let codingSums = data("sums", own: ["scenario", "party", "weight"]) { request in
    let own = request.address.own
    guard
      let scenario = request.lensed.theCase.scenarios.first(where: { $0.id.raw == own["scenario"] }
      ),
      let party = scenario.parties.first(where: { $0.id.raw == own["party"] })
    else { throw Problem.notFound("the case holds no such scenario or party") }
    return WeightSum.typed(own.all("weight"), for: party, of: scenario)
  }

  /// Words as someone typed them, and what they were read as.
  static let codingReading = data("reading", own: ["kind", "issue", "source", "text", "ahead"]) {
    request in
    let own = request.address.own
    let source = request.lensed.theCase.sources.first { $0.id.raw == own["source"] }
    let context = DateContext(published: source?.published)
    let typed = own["text"] ?? ""
    if own["kind"] == "actor" {
      let reading = NewActorReading(typed, request.lensed.theCase)
      return CodingReading(
        words: reading.kind.rawValue, fault: nil, hint: nil, sides: reading.sides.map(\.raw))
    }
    do {
      if own["kind"] == "written" {
        return CodingReading(written: typed, isLimit: own["ahead"] == "yes")
      }
      if own["kind"] == "date" {
        let dating = try Dating(typed: typed, context, isAhead: own["ahead"] == "yes")
        let read = dating.map { ReadDate($0.value, rule: $0.rule) }
        return CodingReading(
          words: read?.words, notation: read?.notation, fault: nil, hint: nil)
      }
      guard let issue = request.index.issue(Case.Issue.ID(own["issue"] ?? "")) else {
        throw Problem.notFound("the case holds no such issue")
      }
      let value = try AnswerValue(
        typed: typed, for: issue, actors: request.lensed.theCase.actors, context: context)
      return CodingReading(
        words: value.title(in: issue, request.index), fault: nil, hint: nil)
    } catch let fault as TypedValueError {
      return CodingReading(
        words: nil, fault: fault.reason, hint: fault.hint,
        readings: fault.readings.map { ReadDate($0) })
    }
  }

  private static var onlyRead: Problem { Problem.forbidden("the case is read-only here") }

  /// A page that is data: read as a page it shows the same.
  static func data(
    _ name: String, own: [String], _ make: @escaping @Sendable (PageRequest) throws -> any Encodable
  ) -> Page {
    let json: @Sendable (PageRequest) throws -> String = { request in
      try request.frame.json(AnyAnswer(answer: try make(request)))
    }
    return Page(
      name: "coding-\(name)", path: "/coding/\(name)", own: own, lens: [],
      content: { request in
        Content(
          title: "Coding: \(name)",
          main: """
            <article class="dragoman"><header><h1>Coding: \(name)</h1></header>
            <pre>\(try json(request))</pre></article>

            """, place: "documents")
      }, json: json)
  }
}

/// Whatever a question is answered with.
private struct AnyAnswer: Encodable {
  var answer: any Encodable

  func encode(to encoder: any Encoder) throws { try answer.encode(to: encoder) }
}

private struct CodingUnits: Encodable {
  /// Starts and ends, one after the other.
  var sentences: [Int]
  var quotations: [Int]
}

private struct CodingReading: Encodable {
  var words: String?
  /// Of a date, as the record keeps it.
  var notation: String?
  var fault: String?
  var hint: String?
  /// Of a name, on whose side its bearer is.
  var sides: [String] = []
  /// Of a date that can be read in two ways, both.
  var readings: [ReadDate] = []
}

extension CodingReading {
  /// Of a date in a form that counts from no day.
  fileprivate init(written: String, isLimit: Bool) {
    do {
      let date = ReadDate(try WrittenDate.read(written, isLimit: isLimit))
      self.init(words: date.words, notation: date.notation, fault: nil, hint: nil)
    } catch {
      self.init(
        words: nil, fault: error.reason, hint: FormWords.dateHint,
        readings: error.readings.map { ReadDate($0) })
    }
  }
}

extension PageRequest {
  /// The document that the address names, with its text.
  fileprivate func codedText() throws -> (SourceText, Case.Source) {
    let id = address.own["source"] ?? ""
    guard let source = index.source(Case.Source.ID(id)) else {
      throw Problem.notFound("the case holds no document `\(id.shortened(to: 60))`")
    }
    guard let text = lensed.texts[source.id].text else {
      throw Problem.notFound("the text of document `\(id)` is not in the case")
    }
    return (text, source)
  }
}
