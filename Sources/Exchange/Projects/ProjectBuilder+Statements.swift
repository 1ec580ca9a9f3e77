internal import CaseModel

/// One passage becomes a statement for each issue it is about, or one where it is about none.
extension ProjectBuilder {
  mutating func add(_ place: Int) {
    let passage = project.passages[place]
    let name = passage.id ?? passage.exact.map { String($0.prefix(40)) } ?? "\(place + 1)"
    guard let kept = kept[passage.document] else {
      return left.add("passages of a document that is not there", name)
    }
    guard let span = span(place, passage, in: kept) else {
      return left.add("passages whose place in the text cannot be found", name)
    }
    // Where the case has all of it, names that the file alone uses are not added either.
    book.remember()
    let who = passage.coder.map { book.analyst($0) }
    var reading = self.reading(of: passage, name, who)
    if passage.isCell, reading.hasUnread { return book.takeBack() }
    var hasNew = existing == nil || reading.hasClassified
    let isUnnamed = reading.speakers.isEmpty
    let subjects: [Subject?] =
      reading.subjects.isEmpty ? [nil] : reading.subjects.map(\.subject)
    for (number, subject) in subjects.enumerated() {
      var statement = Case.Statement()
      statement.source = kept.id
      statement.quote = Quote([span])
      (statement.speaker, statement.to, statement.via) = (reading.speakers, reading.to, reading.via)
      (statement.act, statement.stance) = (reading.act ?? .state, reading.stance)
      statement.date = reading.date.map { Dating($0) }
      statement.credibility = reading.credibility
      statement.about = subject
      statement.provenance.by = who
      let wish = reading.id ?? passage.id
      if let own = placeInCase(of: statement, called: wish, passage) {
        already.statements.insert(own)
        hasNew = settle(own, statement, reading) || hasNew
        if number == 0 { addNotes(reading.notes, to: statements[own].id, who) }
        continue
      }
      hasNew = true
      if isUnnamed {
        reading.speakers = [book.actor(Self.unnamed, .unnamed)]
        statement.speaker = reading.speakers
        changed.add("statements without a speaker, with “\(Self.unnamed)” in its place", "")
      }
      statement.id = Case.Statement.ID(
        id(wish, number: subjects.count > 1 ? number + 1 : nil))
      statement.gist = reading.gist ?? gist(reading, subject)
      statement.provenance.entered = passage.created.flatMap {
        try? EDTFDate(String($0.prefix(10)))
      }
      if number == 0 { addNotes(reading.notes, to: statement.id, who) }
      statements.append(statement)
    }
    if !hasNew { book.takeBack() }
  }

  /// The place of the statement of the case that it is.
  private func placeInCase(
    of statement: Case.Statement, called wish: String?, _ passage: CodedProject.Passage
  ) -> Int? {
    guard let existing else { return nil }
    var statement = statement
    let isPlaced = passage.place != nil
    let found = existing.place(
      of: statement, called: wish, isPlaced: isPlaced, isPart: project.splitsStatements)
    guard found == nil, statement.speaker.isEmpty, let unnamed = book.knownActor(Self.unnamed)
    else { return found }
    // It was without a speaker when it came before.
    statement.speaker = [unnamed]
    return existing.place(of: statement, called: wish, isPlaced: isPlaced)
  }

  private mutating func addNotes(_ texts: [String], to statement: Case.Statement.ID, _ who: Who?) {
    for text in texts where existing?.hasNote(text, at: statement.raw) != true {
      var note = Case.Note()
      note.to = EntryReference(.statements, statement.raw)
      (note.text, note.by) = (text, who)
      notes.append(note)
    }
  }

  private mutating func id(_ wish: String?, number: Int?) -> String {
    let base = wish.flatMap { Slug.isSlug($0) ? $0 : nil } ?? "s\(statements.count + 1)"
    var id = number.map { "\(base)-\($0)" } ?? base
    var next = 2
    while !usedIDs.insert(id).inserted {
      id = "\(base)-\(next)"
      next += 1
    }
    return id
  }

  // MARK: What it was coded with

  mutating func read(
    _ field: CodedProject.Field, as column: ExchangeMapping.Column,
    into reading: inout PassageReading
  ) {
    let value = Names.plain(field.value)
    guard !value.isEmpty else { return }
    switch column {
    case .speaker:
      for part in Self.several(value) { reading.speakers.append(book.actor(part, .person)) }
    case .speaksFor, .issue, .answer: break
    case .to: for part in Self.several(value) { reading.to.append(book.actor(part, .organisation)) }
    case .via:
      for part in Self.several(value) { reading.via.append(book.actor(part, .organisation)) }
    case .act:
      if let act = mapping.acts[field.value].flatMap({ Case.Statement.Act(rawValue: $0) }) {
        reading.take(act)
      } else {
        left.add("values of the act that are no act", value)
      }
    case .stance:
      if let stance = stance(field.value) { reading.take(stance) }
    case .date:
      reading.date = ForeignDate.read(value, mapping.dates[field.name])
      if reading.date == nil { left.add("dates that cannot be read", value) }
    case .gist: reading.gist = value
    case .note: reading.notes.append(field.value)
    case .id: reading.id = value
    case .credibility:
      reading.credibility = Int(value).flatMap { Credibility(rawValue: $0) }
      if reading.credibility == nil { left.add("grades that cannot be read", value) }
    case .source, .published, .publisher, .author, .address, .language, .quote, .start, .end,
      .category, .ucdp, .stage, .kind, .alias, .sourceID, .sourceNote:
      break
    case .stanceOf:
      reading.speakers.append(book.actor(mapping.actors[field.name] ?? field.name, .organisation))
      if let act = mapping.acts[field.value].flatMap({ Case.Statement.Act(rawValue: $0) }) {
        reading.take(act)
      } else if let stance = stance(field.value) {
        reading.take(stance)
      }
    case .issueOf:
      let issue = book.issue(mapping.issues[field.name] ?? field.name)
      // That a text is about something is no stance on it, unless a person says so of the value.
      if let stance = mapping.stances[field.value].flatMap({ Case.Statement.Stance(rawValue: $0) })
      {
        reading.take(stance)
      }
      reading.add(issue, reading.stance == nil ? nil : book.impliedAnswer(of: issue))
      let family = IssueFamily.counted(by: field.name).map { [$0.words] } ?? []
      reading.hasClassified = classify(issue, family, []) || reading.hasClassified
    case .ignore: left.add("values of columns that are not taken over", field.name)
    }
  }

  private mutating func stance(_ value: String) -> Case.Statement.Stance? {
    let stance = mapping.stances[value].flatMap { Case.Statement.Stance(rawValue: $0) }
    if stance == nil { left.add("values of the stance that are no stance", Names.plain(value)) }
    return stance
  }

  /// `A; B` names two.
  static func several(_ value: String) -> [String] {
    value.split(separator: ";").map { Names.plain(TableWriter.unescaped(String($0))) }.filter {
      !$0.isEmpty
    }
  }

  /// What one field alone does not say: for whom the speakers speak, and which issue has the answer.
  mutating func readBodies(
    _ row: [(column: ExchangeMapping.Column, field: CodedProject.Field)],
    _ reading: inout PassageReading, _ who: Who?
  ) {
    func values(_ column: ExchangeMapping.Column) -> [String] {
      row.compactMap { $0.column == column ? Names.plain($0.field.value) : nil }
        .filter { !$0.isEmpty }
    }
    let bodies = values(.speaksFor).flatMap(Self.several).map { book.actor($0, .organisation) }
    let speakers = reading.speakers
    let isOne = speakers.count == 1 || bodies.count == 1
    if !speakers.isEmpty, !isOne, speakers.count != bodies.count, !bodies.isEmpty {
      left.add(
        "bodies for whom it is unclear who speaks", values(.speaksFor).joined(separator: "; "))
    }
    // Of as many bodies as speakers, each is that of the speaker in its place.
    let pairs =
      isOne
      ? speakers.flatMap { speaker in bodies.map { (speaker, $0) } }
      : speakers.count == bodies.count ? Array(zip(speakers, bodies)) : []
    for (speaker, body) in pairs where book.speaks(speaker, for: body, by: who) {
      changed.add(
        "actors of the case that now speak for another",
        "\(book.name(speaker)) for \(book.name(body))")
    }
    if speakers.isEmpty { reading.speakers = bodies }
    let given = values(.answer).flatMap(names)
    for value in values(.issue).flatMap(names) {
      let known = given.isEmpty ? book.concept(value) : nil
      let id = book.issue(known?.issue ?? value)
      let answers = known.map { [$0.answer] } ?? given
      if answers.isEmpty {
        reading.add(id, reading.stance == nil ? nil : book.impliedAnswer(of: id))
      }
      for name in answers { reading.add(id, answer(name, of: id)) }
      let isNew = classify(id, values(.category) + families(values(.ucdp)), values(.stage))
      reading.hasClassified = reading.hasClassified || isNew
    }
  }

  mutating func read(code id: String, into reading: inout PassageReading, _ name: String) {
    guard let code = codesByID[id] else {
      return left.add("codings with a code that is not there", name)
    }
    let own = code.path.last ?? code.name
    switch mapping.codes[code.name].flatMap({ CodeMeaning($0) }) {
    case .actor?: reading.speakers.append(book.actor(own, .organisation))
    case .issue?: reading.add(book.issue(own), nil)
    case .answer?:
      if let above = issueAbove(code) {
        let id = book.issue(above)
        reading.add(id, answer(answerName(code), of: id))
      } else {
        reading.add(book.issue(own), nil)
      }
    case .act(let act)?: reading.take(act)
    case .stance(let stance)?: reading.take(stance)
    case .note?, .group?: reading.notes.append("Code: \(code.name)")
    case .ignore?, nil: left.add("codings with a code that is not taken over", code.name)
    }
  }

  /// In words of our own, never those of the text.
  private func gist(_ reading: PassageReading, _ subject: Subject?) -> String {
    let speakers = reading.speakers.map { book.name($0) }.joined(separator: " and ")
    var words = reading.act.map { "\(speakers): \($0.rawValue)" } ?? speakers
    if let stance = reading.stance { words += reading.act == nil ? ": \(stance)" : ", \(stance)" }
    guard case .issue(let id, let answer)? = subject,
      let issue = book.issue(id)
    else { return words == speakers ? "\(words): coded passage" : words }
    words += reading.stance == nil && reading.act == nil ? ": " : " – "
    words += issue.title
    switch answer {
    case .options(let options):
      let titles = options.map { option in
        issue.options.first { $0.id == option }?.title ?? option.raw
      }
      words += ": \(titles.joined(separator: ", "))"
    case .value(let value): words += ": \(value.words)"
    case .none, .any: break
    }
    return words
  }
}
