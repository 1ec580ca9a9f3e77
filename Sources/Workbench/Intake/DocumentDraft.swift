internal import CaseModel
internal import CaseStore
internal import Documents
internal import Foundations
internal import Interchange
internal import Presentation

/// What a form says of one document, as it was typed.
struct DocumentDraft: Sendable {
  var title: String
  var publisher: String
  var date: String
  var language: String
  var url: String
  var kind: String
  var grade: String
  /// Numbers of paragraphs, from 1.
  var first: String
  var last: String
  /// Also what lies between them and is not the readable text.
  var isWhole: Bool
  /// Not to be brought in.
  var isLeftOut: Bool

  static let longest = 500

  /// As the document itself has it: all of it offers, which a person sees to.
  init(_ document: IncomingDocument) {
    title = document.statedTitle?.words ?? document.name ?? ""
    publisher = document.offers(.site).first?.value ?? ""
    let offered = document.offers(.published).first?.value
    date = offered.map { (try? LensValue.date($0))?.words ?? $0 } ?? ""
    language = document.offers(.language).first?.value ?? ""
    url = document.offers(.link).first?.value ?? ""
    kind = Case.Source.Kind.report.rawValue
    grade = ""
    let range = document.readable
    (first, last) = ("\(range.lowerBound)", "\(range.upperBound)")
    (isWhole, isLeftOut) = (false, false)
  }

  /// As a form has it that was made for `document`.
  init(_ form: Query, _ prefix: String, _ document: IncomingDocument) {
    self.init(document)
    guard let title = form[prefix + "title"] else { return }
    self.title = title
    publisher = form[prefix + "publisher"] ?? ""
    date = form[prefix + "date"] ?? ""
    language = form[prefix + "language"] ?? ""
    url = form[prefix + "url"] ?? ""
    kind = form[prefix + "kind"] ?? ""
    grade = form[prefix + "grade"] ?? ""
    first = form[prefix + "first"] ?? first
    last = form[prefix + "last"] ?? last
    isWhole = form[prefix + "whole"] == "yes"
    isLeftOut = form[prefix + "out"] == "yes"
  }

  /// What is to be added.
  struct Entry: Sendable {
    var title: String
    var publisher: String?
    var published: EDTFDate?
    var language: String?
    var url: String?
    var kind: Case.Source.Kind
    var reliability: Case.Source.Reliability?
    var text: SourceText
    var isMarkdown: Bool
    /// Of the file, for the id.
    var stem: String?
    /// What it was taken from.
    var original: CaseUpdate.Original
  }

  /// - Throws: ``Problem`` that names the field.
  func entry(_ document: IncomingDocument, _ prefix: String) throws -> Entry {
    guard let read = document.document else {
      throw Problem.badRequest("“\(document.label)” cannot be read", field: prefix + "title")
    }
    let title = try words(self.title, "title", prefix)
    guard let title else {
      throw Problem.badRequest(
        "“\(document.label)” has no title", hint: "write what it is called", field: prefix + "title"
      )
    }
    var published: EDTFDate?
    if let date = try words(date, "date", prefix) {
      do { published = try LensValue.date(date) } catch {
        throw Problem.badRequest(error.message, hint: error.hint, field: prefix + "date")
      }
    }
    guard let kind = Case.Source.Kind(rawValue: kind) else {
      throw Problem.badRequest("this is no kind of document", field: prefix + "kind")
    }
    let chosen = try chosen(of: read, prefix)
    return Entry(
      title: title, publisher: try words(publisher, "publisher", prefix), published: published,
      language: try words(language, "language", prefix), url: try words(url, "url", prefix),
      kind: kind, reliability: Case.Source.Reliability(rawValue: grade),
      text: read.text(of: chosen).text, isMarkdown: read.kind == .markdown,
      stem: document.name.map { String($0.prefix { $0 != "." }) },
      original: CaseUpdate.Original(
        name: document.name, bytes: document.bytes, parts: chosen.map { $0 + 1 },
        encoding: document.encoding))
  }

  private func words(_ text: String, _ name: String, _ prefix: String) throws -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.unicodeScalars.count <= Self.longest else {
      throw Problem.badRequest(
        "this is longer than \(Self.longest) characters", hint: "shorten it", field: prefix + name)
    }
    return words.isEmpty ? nil : words
  }

  /// The indices of the parts that become the text.
  /// - Throws: ``Problem`` where they are none, or have no words.
  func chosen(of read: ReadDocument, _ prefix: String) throws -> Set<Int> {
    let count = read.parts.count
    guard let first = Int(first), let last = Int(last), first >= 1, last <= count, first <= last
    else {
      throw Problem.badRequest(
        "the first and the last paragraph are numbers from 1 to \(count), the first no later than the last",
        hint: "the numbers stand before the paragraphs", field: prefix + "first")
    }
    let chosen = Set((first - 1...last - 1).filter { isWhole || read.parts[$0].cut == nil })
    let text = read.text(of: chosen).text
    guard text.bytes.contains(where: { $0 > 0x20 }) else {
      throw Problem.badRequest(
        "there are no words between these paragraphs",
        hint: "choose others, or take what was left out, too", field: prefix + "first")
    }
    return chosen
  }
}

extension DocumentDraft.Entry {
  /// The case with this document, its publisher where that is new, and the text it brings.
  ///
  /// - Returns: the document's id.
  func add(
    to theCase: inout Case, _ texts: inout [String: [UInt8]]
  ) throws -> Case.Source.ID {
    // A title of many words makes an id no one can remember.
    let short = title.split(separator: " ").prefix(4).joined(separator: " ")
    let id = NewID.make(named: stem.flatMap { NewID.stem($0) } ?? short, .sources, theCase)
    var source = Case.Source(
      id: Case.Source.ID(id), title: title,
      text: Case.TextRecord(
        file: "\(TextPath.folder)/\(id).\(isMarkdown ? "md" : "txt")", sha256: text.digest))
    source.publisher = publisher.map { Self.actor($0, in: &theCase) }
    (source.published, source.language, source.url) = (published, language, url)
    (source.kind, source.reliability) = (kind, reliability)
    let change = try theCase.adding(source, text: text.bytes)
    theCase = change.theCase
    for (file, bytes) in change.texts { texts[file] = bytes }
    return source.id
  }

  /// The actor of that name, whatever its spelling in capitals; a new one where there is none.
  private static func actor(_ name: String, in theCase: inout Case) -> Case.Actor.ID {
    let wanted = name.lowercased()
    let known = theCase.actors.first { actor in
      actor.id.raw == wanted
        || ([actor.name] + actor.aliases).contains { $0.lowercased() == wanted }
    }
    if let known { return known.id }
    let id = Case.Actor.ID(NewID.make(named: name, .actors, theCase))
    theCase.actors.append(Case.Actor(id: id, name: name, kind: .outlet))
    return id
  }
}
