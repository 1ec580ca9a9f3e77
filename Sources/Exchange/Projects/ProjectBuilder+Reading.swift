internal import CaseModel

/// What a passage was coded with, and what names in it stand for.
extension ProjectBuilder {
  /// What a passage was coded with.
  mutating func reading(
    of passage: CodedProject.Passage, _ name: String, _ who: Who?
  ) -> PassageReading {
    var reading = PassageReading()
    let row = mapping.columns(of: passage.fields)
    for (column, field) in row { read(field, as: column, into: &reading) }
    for id in passage.codes { read(code: id, into: &reading, name) }
    readBodies(row, &reading, who)
    for other in reading.otherStances {
      left.add(
        "stances of passages that have another, which counts",
        "\(name): \(other.rawValue) beside \(reading.stance?.rawValue ?? "")")
    }
    for other in reading.otherActs {
      left.add(
        "acts of passages that have another, which counts",
        "\(name): \(other.rawValue) beside \(reading.act?.rawValue ?? "")")
    }
    // What one is for or against is not known.
    if reading.hasUnread { reading.dropStance() }
    if let note = passage.note, !note.isEmpty {
      if reading.gist == nil, !note.contains(where: \.isNewline), note.count <= 200 {
        reading.gist = note
      } else {
        reading.notes.append(note)
      }
    }
    return reading
  }

  /// What a name of an answer stands for; of an issue of the case whose answers are numbers, dates or
  /// sets, what is none is left out.
  mutating func answer(_ name: String, of issue: Case.Issue.ID) -> EntryBook.Answered {
    let found = book.answer(name, of: issue)
    if found == .unread, let own = book.issue(issue) {
      let kind =
        switch own.value {
        case .quantity: "number\(own.unit.map { " of the unit \($0)" } ?? "")"
        case .date: "date"
        case .set: "set of the issue's members"
        case .option: "answer"
        }
      left.add(
        "answers that cannot be read as a \(kind), with the stance on them",
        "\(own.title): \(Names.plain(name).shortened(to: 60))")
    }
    return found
  }

  /// The names in a cell. This program puts several into one, and no semicolon into a name.
  func names(_ cell: String) -> [String] {
    guard project.isOwnTable else { return [cell] }
    return cell.split(separator: ";").map { Names.plain(TableWriter.unescaped(String($0))) }
      .filter { !$0.isEmpty }
  }
}
