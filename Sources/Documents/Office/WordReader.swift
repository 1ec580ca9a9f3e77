internal import CaseModel

/// Word documents (Office Open XML, ECMA-376): text, tables, numbering, notes, tracked changes.
enum WordReader {
  static func read(_ bytes: [UInt8], _ options: ReadingOptions) throws(DocumentError) -> Reading {
    var archive = try OfficeArchive(bytes, .docx, options)
    let styles = WordStyles()
    let numbering = WordNumbering()
    try archive.walk("word/styles.xml", styles)
    try archive.walk("word/numbering.xml", numbering)
    let body = WordBody(styles, numbering, options.trackedChanges)
    try archive.walk("word/document.xml", body)
    var result = body.body

    let notes = WordBody(styles, numbering, options.trackedChanges)
    try archive.walk("word/footnotes.xml", notes)
    let endnotes = WordBody(styles, numbering, options.trackedChanges)
    try archive.walk("word/endnotes.xml", endnotes)
    for (index, id) in body.footnoteOrder.enumerated() {
      result.add(.footnote, "[\(index + 1)] \(notes.notes[id] ?? "")")
    }
    for (index, id) in body.endnoteOrder.enumerated() {
      let label = NumberStyle.lowerRoman.words(index + 1)
      result.add(.footnote, "[\(label)] \(endnotes.notes[id] ?? "")")
    }
    result.merge(notes.body)
    result.merge(endnotes.body)

    let comments = WordBody(styles, numbering, options.trackedChanges)
    try archive.walk("word/comments.xml", comments)
    for comment in comments.comments {
      let by = [comment.author, String(comment.date.prefix(10))].filter { !$0.isEmpty }
      result.add(.comment, "\(by.joined(separator: ", ")): \(comment.text)", cut: .comment)
    }
    for name in archive.names.sorted() where isRunningHead(name) {
      let head = WordBody(styles, numbering, options.trackedChanges)
      try archive.walk(name, head)
      for part in head.body.parts { result.add(.paragraph, part.text, cut: .runningHead) }
    }

    var reading = Reading(.docx)
    reading.parts = result.parts
    reading.notes = result.notes(options.trackedChanges)
    let properties = PropertyVisitor()
    try archive.walk("docProps/core.xml", properties)
    reading.offers = offers(properties, result.parts)
    return reading
  }

  private static func isRunningHead(_ name: String) -> Bool {
    (name.hasPrefix("word/header") || name.hasPrefix("word/footer")) && name.hasSuffix(".xml")
  }

  private static func offers(
    _ properties: PropertyVisitor, _ parts: [ReadDocument.Part]
  ) -> [ReadDocument.Offer] {
    var list = OfferList()
    list.add(.title, properties.first("dc:title"), "document properties")
    list.addTitle(parts)
    list.addHead(parts)
    // When a file was made is not when its text was published, which is why the origin says so.
    list.addDate(.published, properties.first("dcterms:created"), "date of the file's creation")
    list.addDate(.modified, properties.first("dcterms:modified"), "date of the file's last change")
    list.add(.author, properties.first("dc:creator"), "document properties")
    list.add(.language, properties.first("dc:language")?.languageTag, "document properties")
    return list.offers
  }
}

extension OfficeBody {
  /// Adds the counts of another part of the same document.
  mutating func merge(_ other: OfficeBody) {
    insertions += other.insertions
    deletions += other.deletions
    for reviser in other.revisers { note(reviser: reviser) }
    hasHiddenText = hasHiddenText || other.hasHiddenText
  }
}

extension OfferList {
  /// The first heading, else the first line.
  mutating func addTitle(_ parts: [ReadDocument.Part]) {
    let kept = parts.lazy.filter { $0.cut == nil }
    let heading = kept.first { part in
      if case .heading = part.kind { return true }
      return false
    }
    add(.title, heading?.text, "first heading")
    let line = kept.first?.text.split(separator: "\n").first.map { String($0.prefix(200)) }
    add(.title, line, "first line")
  }
}
