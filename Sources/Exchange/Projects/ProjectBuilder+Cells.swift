internal import CaseModel

/// A table of issues by actors has no words of its own: a cell that repeats what a statement of the case
/// says is that statement.
extension ProjectBuilder {
  mutating func dropRepeatedCells() {
    guard let existing, project.passages.contains(where: \.isCell) else { return }
    let said = SaidPositions(existing)
    var repeated: Set<Int> = []
    for (place, passage) in project.passages.enumerated() where passage.isCell {
      if isOfMatrix(passage) {
        already.cells += 1
        repeated.insert(place)
        continue
      }
      // Only what is kept is reported.
      let (left, changed) = (self.left, self.changed)
      book.remember()
      let reading = self.reading(of: passage, "", nil)
      let places = said.places(of: reading)
      book.takeBack()
      (self.left, self.changed) = (left, changed)
      guard let places, !reading.hasClassified else { continue }
      already.statements.formUnion(places)
      repeated.insert(place)
    }
    let documents = drop(repeated)
    project.documents.removeAll { $0.isUntitled && documents.contains($0.id) }
  }

  /// Whether the table in which this program writes the case's positions has the cell.
  private func isOfMatrix(_ passage: CodedProject.Passage) -> Bool {
    func value(_ column: ExchangeMapping.Column) -> String {
      passage.fields.first { mapping.columns[$0.name] == column }?.value ?? ""
    }
    guard let cell = passage.fields.last else { return false }
    return existing?.holds(cell: cell, of: value(.issue), value(.answer)) == true
  }

  /// Passages of a document whose text neither the file nor the case has: those that the case has at the
  /// same place are there, and there is no need of the words.
  mutating func settleWithheld() {
    guard let existing else { return }
    var sources: [String: Case.Source] = [:]
    for document in project.documents {
      sources[document.id] = existing.withheldSource(document)
    }
    guard !sources.isEmpty else { return }
    var known: Set<Int> = []
    for (place, passage) in project.passages.enumerated() {
      guard let source = sources[passage.document], passage.exact?.isEmpty != false,
        let range = passage.place ?? passage.counted
      else { continue }
      let (left, changed) = (self.left, self.changed)
      book.remember()
      let who = passage.coder.map { book.analyst($0) }
      let reading = self.reading(of: passage, passage.id ?? "", who)
      var statement = Case.Statement()
      statement.source = source.id
      statement.quote = Quote([QuoteAnchor(start: range.lowerBound, end: range.upperBound)])
      (statement.speaker, statement.to, statement.via) = (reading.speakers, reading.to, reading.via)
      statement.provenance.by = who
      var places: Set<Int> = []
      var isWhole = true
      for part in reading.subjects.isEmpty ? [nil] : reading.subjects.map(\.subject) {
        statement.about = part
        let own = existing.place(
          of: statement, called: reading.id ?? passage.id, isPlaced: true)
        isWhole = isWhole && own != nil
        guard let own else { continue }
        places.insert(own)
        _ = settle(own, statement, reading)
      }
      if isWhole {
        already.statements.formUnion(places)
        known.insert(place)
      } else {
        (self.left, self.changed) = (left, changed)
      }
      if !reading.hasClassified || !isWhole { book.takeBack() }
    }
    let documents = drop(known)
    already.sources += documents.count
    project.documents.removeAll { documents.contains($0.id) }
  }

  /// Takes passages away.
  /// - Returns: the documents that have none left.
  private mutating func drop(_ places: Set<Int>) -> Set<String> {
    guard !places.isEmpty else { return [] }
    let before = Set(project.passages.map(\.document))
    project.passages = project.passages.enumerated().filter { !places.contains($0.offset) }
      .map(\.element)
    return before.subtracting(project.passages.map(\.document))
  }
}

/// Who says what of which answer in a case, and in which statement first.
private struct SaidPositions {
  private struct Position: Hashable {
    let actor: Case.Actor.ID
    let issue: Case.Issue.ID
    /// One option, or the value; nil for none.
    let answer: String?
    let stance: String
  }

  private var places: [Position: Int] = [:]

  init(_ existing: ExistingCase) {
    let index = existing.index
    for (place, statement) in existing.theCase.statements.enumerated() {
      let stance = statement.stance ?? statement.act.plainStance
      var words = stance.map { [$0.rawValue] } ?? []
      if !statement.requires.isEmpty || statement.act == .condition {
        words.append(ExchangeMapping.forIf)
      }
      guard !words.isEmpty else { continue }
      let said = index.said(statement)
      let voices = statement.speaker.flatMap { [$0] + index.spokenFor(by: $0, on: said) }
      for part in statement.about?.parts ?? [] {
        guard case .issue(let issue, let answer) = part else { continue }
        for key in Self.keys(answer) {
          for voice in voices {
            for word in words {
              let position = Position(actor: voice, issue: issue, answer: key, stance: word)
              if places[position] == nil { places[position] = place }
            }
          }
        }
      }
    }
  }

  /// The statements that say the same; nil where something is said by none.
  func places(of reading: PassageReading) -> Set<Int>? {
    let isCondition = reading.act == .condition
    guard !reading.hasUnread, !reading.subjects.isEmpty, !reading.speakers.isEmpty,
      let word = isCondition ? ExchangeMapping.forIf : reading.stance?.rawValue
    else { return nil }
    var found: Set<Int> = []
    for speaker in reading.speakers {
      for part in reading.subjects {
        guard case .issue(let issue, let answer) = part.subject else { return nil }
        for key in Self.keys(answer) {
          guard
            let place = places[
              Position(actor: speaker, issue: issue, answer: key, stance: word)]
          else { return nil }
          found.insert(place)
        }
      }
    }
    return found
  }

  private static func keys(_ answer: Answer) -> [String?] {
    switch answer {
    case .none: [nil]
    case .any: ["any"]
    case .options(let options): options.map { "option \($0)" }
    case .value(let value): ["value \(value.key)"]
    }
  }
}
