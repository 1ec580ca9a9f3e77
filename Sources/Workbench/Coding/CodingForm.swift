internal import CaseModel
internal import CaseStore
internal import Extraction
internal import Foundations
internal import Presentation

/// The case as a coding form would have it, with the statement that the form makes or changes.
struct CodedCase {
  var theCase: Case
  var statement: Case.Statement
  /// For the history: `statement osw-12`.
  var message: String
  /// For the person who codes: `Saved: North asks for turns.`
  var said: String
  /// The same form was sent before, and nothing is to be written.
  var isThere = false
  /// The statements of other suggestions that changed with it.
  var others: [Case.Statement.ID] = []
}

/// What the coding screen's popover, or the plain form in its place, says of a statement.
struct CodingForm {
  let form: Query
  let signature: Signature
  let day: EDTFDate

  /// - Throws: ``Problem`` where the form cannot be meant of the case; ``FormError`` where the entry breaks
  ///   a rule and the form does not say to save it all the same.
  func coded(_ stored: StoredCase, checking: Bool = true) throws -> CodedCase {
    let before = stored.theCase
    var names = CodedNames(form, before, signature, on: day)
    var statement = Case.Statement()
    var place: Int?
    var suggestion: Int?
    if let id = form["id"], !id.isEmpty {
      guard let found = before.statements.firstIndex(where: { $0.id.raw == id }) else {
        throw Problem.conflict(
          "statement `\(id.shortened(to: 60))` is no longer in the case",
          hint: "load the page again", field: "id")
      }
      try checkRevision(id, stored)
      (statement, place) = (before.statements[found], found)
    } else if let key = form["candidate"], !key.isEmpty {
      let found = try Self.waiting(key, stored)
      (statement, suggestion) = (before.candidates[found].statement, found)
      names.suggested = before.candidates[found].rules.compactMap { NewEntry(rule: $0) }
    }
    statement.source = try source(before).id
    statement.quote = try quote(before, stored.texts, statement)
    try fill(&statement, &names)
    var after = signature.entered(into: names.theCase)
    if place == nil {
      statement.provenance.entered = day
      statement.provenance.by = signature.who
      if let twin = before.statements.first(where: { $0.isSame(as: statement) }) {
        return CodedCase(
          theCase: before, statement: twin, message: "statement \(twin.id)",
          said: "It is there already: “\(twin.gist.shortened(to: 100))”.", isThere: true)
      }
      if statement.id.raw.isEmpty || before.statements.contains(where: { $0.id == statement.id }) {
        statement.id = Case.Statement.ID(NewID.make(for: statement.node(), .statements, before))
      }
    }
    let proposedBy = suggestion.flatMap { before.candidates[$0].proposedBy }
    var changed: [Int] = []
    if let suggestion {
      after = after.accepting(at: suggestion, as: statement, by: signature.analyst, on: day)
      changed = after.correctSpeaker(
        of: before.candidates[suggestion], to: statement.speaker, known: before)
    } else if let place {
      after.statements[place] = statement
    } else {
      after.statements.append(statement)
    }
    for actor in after.actors.dropFirst(before.actors.count) { changed += after.recognise(actor) }
    let others = Set(changed).sorted().map { after.candidates[$0].statement.id }
    if checking { after = after.renewed(statement.source, since: before, stored.texts) }
    if checking, form["anyway"] != "yes" {
      try RuleCheck.check(statement.id, before: before, after: after, stored.texts)
    }
    let with = names.added.isEmpty ? "" : " with \(names.added.joined(separator: ", "))"
    let how = suggestion == nil ? "" : ", suggested by \(proposedBy ?? "an unnamed program")"
    let more =
      with
      + (others.isEmpty ? "" : ", with its speaker in \(others.count.counted("other suggestion"))")
    let note = CodingWords.uncountedNote(
      statement, CaseIndex(after), isForNoParty: form["speaksFor"] == "none")
    return CodedCase(
      theCase: after, statement: statement, message: "statement \(statement.id)\(how)\(more)",
      said: "Saved: “\(statement.gist.shortened(to: 100))”\(with).\(note)", others: others)
  }

  /// The place of a suggestion that still waits.
  /// - Throws: ``Problem`` where it does not.
  static func waiting(_ key: String, _ stored: StoredCase) throws -> Int {
    let name = RecordName.entry(.candidates, "#" + key.drop { $0 == "#" })
    guard
      let place = stored.theCase.candidates.indices.first(where: {
        stored.name(of: .candidates, at: $0) == name
      }), stored.theCase.candidates[place].status == .waiting
    else {
      throw Problem.conflict(
        "this suggestion waits no longer", hint: "someone has accepted or rejected it")
    }
    return place
  }

  private func checkRevision(_ id: String, _ stored: StoredCase) throws {
    guard let expected = form["expected"].flatMap({ Int($0) }) else { return }
    try stored.checkUnchanged(
      .statements, "statement", id, since: expected,
      hint: "close this, look at it again, and make your change on the newer version",
      field: "expected")
  }

  private func source(_ theCase: Case) throws -> Case.Source {
    let id = form["source"] ?? ""
    guard let source = theCase.sources.first(where: { $0.id.raw == id }) else {
      throw CodedNames.unknown("document", id, "source", theCase.sources.map(\.id.raw))
    }
    return source
  }

  /// The words where the form says they stand, as they were seen there; words alone where they stand once.
  /// - Throws: ``Problem`` where the text has others.
  private func quote(
    _ theCase: Case, _ texts: CaseTexts, _ known: Case.Statement
  ) throws -> Quote {
    let seen = form.items.filter { $0.name == "exact" }.map(\.value)
    let spans = form.all("span")
    if spans.isEmpty, seen.allSatisfy(\.isEmpty), !known.quote.spans.isEmpty { return known.quote }
    guard let text = texts[Case.Source.ID(form["source"] ?? "")].text else {
      throw Problem.badRequest(
        "the text of this document is not in the case, so that no quote can be placed in it",
        hint: "put the text back first", field: "exact")
    }
    if spans.isEmpty {
      let words = (seen.first ?? "").replacing("\r\n", with: "\n")
      var anchor = QuoteAnchor()
      anchor.exact = words
      anchor.nth = form["nth"].flatMap { Int($0) }
      guard !words.allSatisfy(\.isWhitespace) else {
        throw Problem.badRequest(
          "no words are quoted", hint: "select or paste them", field: "exact")
      }
      return Quote([try Self.placed(anchor, text)])
    }
    guard seen.count == spans.count, spans.count <= 50 else {
      throw Problem.badRequest(
        "the quoted words and their places do not go together", field: "exact")
    }
    return Quote(try zip(spans, seen).map { try Self.anchor($0, $1, text) })
  }

  private static func placed(_ anchor: QuoteAnchor, _ text: SourceText) throws -> QuoteAnchor {
    func problem(_ message: String, _ hint: String) -> Problem {
      Problem.badRequest(message, hint: hint, field: "exact")
    }
    switch anchor.reading(in: text) {
    case .stands(let place), .moved(let place):
      if let anchor = QuoteAnchor(place.range.lowerBound, place.range.upperBound, in: text) {
        return anchor
      }
      throw problem("no words are quoted", "paste them from the text")
    case .several(let places):
      throw problem(
        "these words stand \(places.count) times in the text",
        "quote more of them, or say which occurrence is meant")
    case .tooFew(let count):
      throw problem("these words stand only \(count) times in the text", "count from 1")
    case .otherSurroundings, .absent, .unproven:
      throw problem("these words do not stand in the text", "copy them from it, letter for letter")
    }
  }

  private static func anchor(
    _ span: String, _ seen: String, _ text: SourceText
  ) throws -> QuoteAnchor {
    let ends = span.split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2, let anchor = QuoteAnchor(ends[0], ends[1], in: text) else {
      throw Problem.badRequest("the text has no place \(span.shortened(to: 40))", field: "exact")
    }
    // A browser shows a mark for what no page may hold.
    let shown = HTML.readBack(anchor.exact ?? "")
    guard seen.utf8.elementsEqual(shown.utf8) else {
      throw Problem.conflict(
        "the text has other words at \(ends[0])–\(ends[1]) than those you saw, and nothing was written",
        hint: "load the page again: the document may have changed")
    }
    return anchor
  }

  // MARK: Fields

  private func fill(_ statement: inout Case.Statement, _ names: inout CodedNames) throws {
    statement.speaker = try names.actors("speaker")
    guard !statement.speaker.isEmpty else {
      throw Problem.badRequest(
        "no one is named who speaks", hint: "choose a speaker", field: "speaker")
    }
    try names.link(statement.speaker)
    guard let act = form["act"].flatMap({ Case.Statement.Act(rawValue: $0) }) else {
      throw Problem.badRequest(
        "the act is not named", hint: "choose what the words do", field: "act")
    }
    statement.act = act
    if form["about"] != "keep" { statement.about = try names.subject() }
    if let stance = form["stance"], !stance.isEmpty {
      guard let stance = Case.Statement.Stance(rawValue: stance) else {
        throw Problem.badRequest("the stance is none of the list", field: "stance")
      }
      statement.stance = stance
    } else {
      statement.stance = nil
    }
    statement.gist = form["gist"].map(Self.line) ?? ""
    guard !statement.gist.isEmpty else {
      throw Problem.badRequest(
        "the reading in one line is missing", hint: "say in your own words what is said",
        field: "gist")
    }
    statement.to = try names.actors("to")
    statement.via = try names.actors("via")
    statement.of = try names.actors("of")
    if form["date"] != "keep" { statement.date = try names.date("date") }
    if form["due"] != "keep" { statement.due = try names.date("due") }
    if form["until"] != "keep" { statement.until = try names.date("until") }
    statement.hedge = form["hedge"].map(Self.line).flatMap { $0.isEmpty ? nil : $0 }
    statement.redLine = form["redLine"] == "yes"
    statement.verbatim = form["verbatim"] == "yes"
    if form["confidential"] != nil {
      statement.provenance.confidential = form["confidential"] == "yes"
    }
    try fillConditions(&statement, &names)
  }

  /// Conditions kept are named by their number, new ones by their fields.
  private func fillConditions(
    _ statement: inout Case.Statement, _ names: inout CodedNames
  ) throws {
    let known = statement.requires
    var kept: [Requirement] = form.all("requires.keep").compactMap { number in
      guard let place = Int(number), known.indices.contains(place) else { return nil }
      var requirement = known[place]
      if let kind = form["requires.keep.\(place).kind"].flatMap({ Requirement.Kind(rawValue: $0) })
      {
        requirement.kind = kind
      }
      return requirement
    }
    for number in 0..<9 {
      let prefix = "requires.\(number)."
      guard let subject = try names.subject(prefix) else { continue }
      guard let step = Step(subject) else {
        throw Problem.badRequest(
          "nothing can wait for this", field: prefix + "about")
      }
      let kind = form[prefix + "kind"].flatMap { Requirement.Kind(rawValue: $0) } ?? .before
      kept.append(Requirement(step, kind))
    }
    statement.requires = kept
    if !kept.isEmpty { statement.requiresNone = false }
  }

  /// On one line, without blanks round it.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Case.Statement {
  /// The same reading of the same words by the same person on the same day, whatever its id.
  fileprivate func isSame(as other: Case.Statement) -> Bool {
    guard source == other.source, quote.spans.map(\.start) == other.quote.spans.map(\.start) else {
      return false
    }
    var twin = other
    twin.id = id
    return self == twin
  }
}
