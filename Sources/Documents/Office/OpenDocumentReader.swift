internal import CaseModel

/// OpenDocument texts (ISO/IEC 26300): text, tables, numbering, notes, tracked changes.
enum OpenDocumentReader {
  static func read(_ bytes: [UInt8], _ options: ReadingOptions) throws(DocumentError) -> Reading {
    var archive = try OfficeArchive(bytes, .odt, options)
    let manifest = PropertyVisitor()
    try archive.walk("META-INF/manifest.xml", manifest)
    if manifest.elements.contains("manifest:encryption-data") { throw .passwordProtected(.odt) }
    let styles = OpenDocumentStyles()
    try archive.walk("styles.xml", styles)
    try archive.walk("content.xml", styles)
    let body = OpenDocumentBody(styles, options.trackedChanges)
    try archive.walk("content.xml", body)
    var result = body.body
    for note in body.notes { result.add(.footnote, "[\(note.label)] \(note.text)") }
    for comment in body.comments { result.add(.comment, comment, cut: .comment) }
    let heads = OpenDocumentBody(styles, options.trackedChanges, element: "style:master-page")
    try archive.walk("styles.xml", heads)
    for part in heads.body.parts { result.add(.paragraph, part.text, cut: .runningHead) }

    var reading = Reading(.odt)
    reading.parts = result.parts
    reading.notes = result.notes(options.trackedChanges)
    let properties = PropertyVisitor()
    try archive.walk("meta.xml", properties)
    var list = OfferList()
    list.add(.title, properties.first("dc:title"), "document properties")
    list.addTitle(result.parts)
    list.addHead(result.parts)
    list.addDate(
      .published, properties.first("meta:creation-date"), "date of the file's creation")
    list.addDate(.modified, properties.first("dc:date"), "date of the file's last change")
    list.add(.author, properties.first("meta:initial-creator"), "document properties")
    list.add(.author, properties.first("dc:creator"), "document properties")
    list.add(.language, properties.first("dc:language")?.languageTag, "document properties")
    reading.offers = list.offers
    return reading
  }
}
