internal import CaseModel

/// Documents become sources, unless the case has them already.
extension ProjectBuilder {
  mutating func addDocuments() {
    var members: [String: [Int]] = [:]
    for (place, passage) in project.passages.enumerated() {
      members[passage.document, default: []].append(place)
    }
    for document in project.documents {
      let own = members[document.id] ?? []
      var text = document.text
      if let given = text, given.isEmpty, own.isEmpty {
        left.add("documents without words", document.title)
        continue
      }
      if text == nil {
        guard !own.isEmpty else {
          left.add("documents without a text", document.title)
          continue
        }
        text = excerpt(own)
      }
      add(document, SourceText(text ?? ""))
    }
  }

  private mutating func add(_ document: CodedProject.Document, _ text: SourceText) {
    if let found = existing?.source(of: text) {
      already.sources += 1
      compare(document, found.source)
      note(document.note, EntryReference(.sources, found.source.id.raw))
      takenSources.insert(found.source.id.raw)
      kept[document.id] = Kept(
        id: found.source.id, text: found.text ?? text,
        lineEnds: found.isSameText
          ? nil : found.text.map { LineEndTable(from: text, to: $0) },
        isWithheld: found.text == nil)
      return
    }
    if document.text == nil {
      changed.add(
        "documents without a text, in whose place their quotations stand", document.title)
    }
    if document.hadByteOrderMark {
      changed.add("texts without the byte order mark they began with", document.title)
    }
    let title = document.title.isEmpty ? document.id : document.title
    if existing?.hasSource(titled: title) == true {
      changed.add("documents added beside one of the same title with another text", title)
    }
    let id = newID(of: document, titled: title)
    kept[document.id] = Kept(id: id, text: text)
    var source = Case.Source()
    (source.id, source.title) = (id, Names.plain(title))
    source.published = document.published
    source.language = document.language
    source.url = document.address
    if let publisher = document.publisher, !publisher.isEmpty {
      source.publisher = book.actor(publisher, .outlet)
    }
    for author in document.authors {
      let id = book.actor(author, .person)
      if !source.authors.contains(id) { source.authors.append(id) }
    }
    source.text = Case.TextRecord(file: "texts/\(id).txt", sha256: text.digest)
    sources.append(source)
    note(document.note, EntryReference(.sources, id.raw))
    texts[id] = String(decoding: text.bytes, as: UTF8.self)
  }

  /// Two documents of one title are two, and no file of the case is written over.
  private mutating func newID(
    of document: CodedProject.Document, titled title: String
  ) -> Case.Source.ID {
    var id = sourceNames.id(title)
    var number = 1
    while takenSources.contains(id) || existing?.holds("texts/\(id).txt") == true {
      let isLonger = document.id.hasPrefix(title) && document.id != title
      let longer = isLonger ? document.id : "\(title) \(document.id)"
      id = sourceNames.id(number == 1 ? longer : "\(title) \(number)")
      number += 1
    }
    takenSources.insert(id)
    return Case.Source.ID(id)
  }

  /// What a document says of itself and its source does not: the source stays as it is.
  private mutating func compare(_ document: CodedProject.Document, _ source: Case.Source) {
    guard let published = document.published, published != source.published else { return }
    let own = source.published.map { "published \($0.text)" } ?? "undated"
    differ("\(source.id): \(own) in the case, \(published.text) in the file")
  }

  /// The passages' own words, one a paragraph.
  private mutating func excerpt(_ members: [Int]) -> String {
    var text = ""
    var count = 0
    var places: [String: Range<Int>] = [:]
    for member in members {
      let words = project.passages[member].ownWords
      guard !words.isEmpty else { continue }
      if let place = places[words] {
        excerpts[member] = place
        continue
      }
      let length = words.unicodeScalars.count
      excerpts[member] = count..<count + length
      places[words] = count..<count + length
      text += words + "\n\n"
      count += length + 2
    }
    return text
  }
}
