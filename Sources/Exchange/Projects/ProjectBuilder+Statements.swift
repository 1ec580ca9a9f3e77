internal import CaseModel

/// One passage becomes a statement for each issue it is about, or one where it is about none.
extension ProjectBuilder {
  /// What a passage was coded with, by what it means.
  private struct Reading {
    var speakers: [Case.Actor.ID] = []
    var to: [Case.Actor.ID] = []
    var via: [Case.Actor.ID] = []
    var subjects: [(issue: Case.Issue.ID, answers: [Slug])] = []
    var act: Case.Statement.Act?
    var stance: Case.Statement.Stance?
    var date: EDTFDate?
    var credibility: Credibility?
    var gist: String?
    var notes: [String] = []
    var id: String?

    mutating func add(_ issue: Case.Issue.ID, _ answer: Slug?) {
      if let place = subjects.firstIndex(where: { $0.issue == issue }) {
        if let answer, !subjects[place].answers.contains(answer) {
          subjects[place].answers.append(answer)
        }
      } else {
        subjects.append((issue, answer.map { [$0] } ?? []))
      }
    }
  }

  mutating func add(_ place: Int) {
    let passage = project.passages[place]
    let name = passage.id ?? passage.exact.map { String($0.prefix(40)) } ?? "\(place + 1)"
    guard let (source, text) = kept[passage.document] else {
      return left.add("passages of a document that is not there", name)
    }
    guard let span = span(place, passage, in: text) else {
      return left.add("passages whose place in the text cannot be found", name)
    }
    let who = passage.coder.map { analyst($0) }
    var reading = Reading()
    for field in passage.fields { read(field, into: &reading, name) }
    readBodies(passage, &reading, who)
    for id in passage.codes { read(code: id, into: &reading, name) }
    if reading.speakers.isEmpty {
      reading.speakers = [actor(Self.unnamed, .unnamed)]
      changed.add("statements without a speaker, with “\(Self.unnamed)” in its place", "")
    }
    if let note = passage.note, !note.isEmpty {
      if reading.gist == nil, !note.contains(where: \.isNewline), note.count <= 200 {
        reading.gist = note
      } else {
        reading.notes.append(note)
      }
    }
    let subjects: [Subject?] =
      reading.subjects.isEmpty
      ? [nil]
      : reading.subjects.map { .issue($0.issue, $0.answers.isEmpty ? .none : .options($0.answers)) }
    for (number, subject) in subjects.enumerated() {
      var statement = Case.Statement()
      statement.id = Case.Statement.ID(
        id(reading.id ?? passage.id, number: subjects.count > 1 ? number + 1 : nil))
      statement.source = source
      statement.quote = Quote([span])
      (statement.speaker, statement.to, statement.via) = (reading.speakers, reading.to, reading.via)
      (statement.act, statement.stance) = (reading.act ?? .state, reading.stance)
      statement.date = reading.date.map { Dating($0) }
      statement.credibility = reading.credibility
      statement.about = subject
      statement.gist = reading.gist ?? gist(reading, subject)
      statement.provenance.by = who
      statement.provenance.entered = passage.created.flatMap {
        try? EDTFDate(String($0.prefix(10)))
      }
      for note in reading.notes where number == 0 { add(note, to: statement.id, who) }
      statements.append(statement)
    }
  }

  private mutating func add(_ text: String, to statement: Case.Statement.ID, _ who: Who?) {
    var note = Case.Note()
    note.to = EntryReference(.statements, statement.raw)
    (note.text, note.by) = (text, who)
    notes.append(note)
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

  /// By its place, else by its words, which must stand in the text.
  private mutating func span(
    _ place: Int, _ passage: CodedProject.Passage, in text: SourceText
  ) -> QuoteAnchor? {
    if let range = excerpts[place] {
      return QuoteAnchor(range.lowerBound, range.upperBound, in: text)
    }
    if let range = passage.place {
      let anchor = QuoteAnchor(range.lowerBound, range.upperBound, in: text)
      guard let exact = passage.exact, !exact.isEmpty, anchor?.exact != exact else { return anchor }
      if let found = found(exact, passage, in: text) {
        changed.add("passages moved to where their words stand", passage.id ?? "")
        return found
      }
      return anchor
    }
    return passage.exact.flatMap { found($0, passage, in: text) }
  }

  /// Where the words stand; of several places the one with the surroundings given.
  private func found(
    _ exact: String, _ passage: CodedProject.Passage, in text: SourceText
  ) -> QuoteAnchor? {
    let length = exact.unicodeScalars.count
    let places = text.occurrences(of: Array(exact.utf8))
    func fits(_ start: Int) -> Int {
      var points = 0
      if let prefix = passage.prefix, !prefix.isEmpty,
        text.text(start - prefix.unicodeScalars.count, start) == prefix
      {
        points += 2
      }
      if let suffix = passage.suffix, !suffix.isEmpty,
        text.text(start + length, start + length + suffix.unicodeScalars.count) == suffix
      {
        points += 2
      }
      if passage.place?.lowerBound == start { points += 1 }
      return points
    }
    guard let best = places.max(by: { (fits($0), -$0) < (fits($1), -$1) }) else { return nil }
    return QuoteAnchor(best, best + length, in: text)
  }

  // MARK: What it was coded with

  private mutating func read(
    _ field: CodedProject.Field, into reading: inout Reading, _ name: String
  ) {
    let value = Names.plain(field.value)
    guard !value.isEmpty, let column = mapping.columns[field.name] else { return }
    switch column {
    case .speaker:
      for part in Self.several(value) { reading.speakers.append(actor(part, .person)) }
    case .speaksFor, .issue, .answer: break
    case .to: for part in Self.several(value) { reading.to.append(actor(part, .organisation)) }
    case .via: for part in Self.several(value) { reading.via.append(actor(part, .organisation)) }
    case .act:
      reading.act = mapping.acts[field.value].flatMap { Case.Statement.Act(rawValue: $0) }
      if reading.act == nil {
        left.add("values of the act that are no act", value)
      }
    case .stance:
      reading.stance = mapping.stances[field.value].flatMap {
        Case.Statement.Stance(rawValue: $0)
      }
      if reading.stance == nil { left.add("values of the stance that are no stance", value) }
    case .date:
      reading.date = ForeignDate.read(value)
      if reading.date == nil { left.add("dates that cannot be read", value) }
    case .gist: reading.gist = value
    case .note: reading.notes.append(field.value)
    case .id: reading.id = value
    case .credibility:
      reading.credibility = Int(value).flatMap { Credibility(rawValue: $0) }
      if reading.credibility == nil { left.add("grades that cannot be read", value) }
    case .source, .published, .publisher, .author, .address, .language, .quote, .start, .end: break
    case .ignore: left.add("values of columns that are not taken over", field.name)
    }
  }

  /// `A; B` names two.
  private static func several(_ value: String) -> [String] {
    value.split(separator: ";").map { Names.plain(String($0)) }.filter { !$0.isEmpty }
  }

  /// What one field alone does not say: for whom the speakers speak, and which issue has the answer.
  private mutating func readBodies(
    _ passage: CodedProject.Passage, _ reading: inout Reading, _ who: Who?
  ) {
    func values(_ column: ExchangeMapping.Column) -> [String] {
      passage.fields.filter { mapping.columns[$0.name] == column }
        .map { Names.plain($0.value) }.filter { !$0.isEmpty }
    }
    for value in values(.speaksFor) {
      let body = actor(value, .organisation)
      if reading.speakers.isEmpty {
        reading.speakers = [body]
      } else {
        for speaker in reading.speakers { speaks(speaker, for: body, by: who) }
      }
    }
    let answers = values(.answer)
    for value in values(.issue) {
      let id = issue(value)
      if answers.isEmpty {
        // A concept that one is for or against is an issue with one answer.
        reading.add(id, reading.stance == nil ? nil : answer("Yes", of: id))
      }
      for name in answers { reading.add(id, answer(name, of: id)) }
    }
  }

  private mutating func read(code id: String, into reading: inout Reading, _ name: String) {
    guard let code = codesByID[id] else {
      return left.add("codings with a code that is not there", name)
    }
    let own = code.path.last ?? code.name
    switch mapping.codes[code.name].flatMap({ CodeMeaning($0) }) {
    case .actor?: reading.speakers.append(actor(own, .organisation))
    case .issue?: reading.add(issue(own), nil)
    case .answer?:
      if let above = issueAbove(code) {
        let id = issue(above)
        reading.add(id, answer(answerName(code), of: id))
      } else {
        reading.add(issue(own), nil)
      }
    case .act(let act)?: reading.act = act
    case .stance(let stance)?: reading.stance = stance
    case .note?, .group?: reading.notes.append("Code: \(code.name)")
    case .ignore?, nil: left.add("codings with a code that is not taken over", code.name)
    }
  }

  /// In words of our own, never those of the text.
  private func gist(_ reading: Reading, _ subject: Subject?) -> String {
    let speakers = reading.speakers.map { id in actors.first { $0.id == id }?.name ?? id.raw }
      .joined(separator: " and ")
    var words = reading.act.map { "\(speakers): \($0.rawValue)" } ?? speakers
    if let stance = reading.stance { words += reading.act == nil ? ": \(stance)" : ", \(stance)" }
    guard case .issue(let id, let answer)? = subject,
      let issue = issues.first(where: { $0.id == id })
    else { return words == speakers ? "\(words): coded passage" : words }
    words += reading.stance == nil && reading.act == nil ? ": " : " – "
    words += issue.title
    if case .options(let options) = answer {
      let titles = options.map { option in
        issue.options.first { $0.id == option }?.title ?? option.raw
      }
      words += ": \(titles.joined(separator: ", "))"
    }
    return words
  }
}
