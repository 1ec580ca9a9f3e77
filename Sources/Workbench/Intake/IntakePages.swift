internal import CaseModel
internal import Documents
internal import Foundations
internal import Presentation

extension Page {
  /// Where documents are brought in: pasted, dropped or chosen.
  static let newDocument = Page(
    name: "new-document", path: "/documents/new", lens: [],
    content: { request in
      Content(
        title: "Bring in documents", main: IntakeForms(request).sending(), place: "documents")
    })
}

/// The two forms by which documents come into a case: the one that sends them, and the one that asks
/// what each is.
struct IntakeForms {
  let request: PageRequest

  init(_ request: PageRequest) { self.request = request }

  /// What was wrong with what was typed, at its field or over the form.
  typealias Problems = [Problem]

  /// - Parameter problem: why what was sent could not be taken.
  func sending(_ problem: Problem? = nil) -> HTML {
    """
    <article class="dragoman"><header>
    <p class="kicker"><a href="\(request.link("/documents"))">Documents</a></p>
    <h1>Bring in documents</h1>
    <p>Text, Markdown, web pages (HTML), PDF, Word (DOCX) and OpenDocument (ODT). Nothing leaves this \
    computer, and nothing is saved yet.</p></header>
    \(over(problem))\
    \(request.mode.writing == .allowed ? sendingForm : request.refusalRemark)</article>

    """
  }

  private var sendingForm: HTML {
    """
    <form class="intake" method="post" enctype="multipart/form-data" action="/documents/new" \
    data-most="\(Upload.largest)">\
    \(PageFrame.token)
    <div class="drop">
    <p class="drop-words">Choose files, or a whole folder.</p>
    <div class="choices">
    <label>Files <input type="file" name="file" multiple></label>
    <label>A folder <input type="file" name="file" webkitdirectory multiple></label>
    </div>
    <ul class="chosen" aria-live="polite"></ul>
    </div>
    <p class="paste"><label for="pasted">Or paste a text</label>
    <textarea id="pasted" name="text" rows="8" dir="auto"></textarea></p>
    <p class="row"><button type="submit">Continue</button></p>
    </form>

    """
  }

  private func over(_ problem: Problem?) -> HTML {
    guard let problem else { return HTML() }
    return """
      <p class="warning" role="alert" dir="auto">\(problem.message.capitalisedFirst). \
      \(problem.hint.map { "\($0.capitalisedFirst)." } ?? "")</p>

      """
  }

  // MARK: What each is

  /// - Parameters:
  ///   - drafts: what stands in the form, for each document.
  ///   - problem: what was wrong with it.
  ///   - proposes: whether statements are to be proposed; nil where no one has said.
  func asking(
    _ upload: Upload, _ drafts: [DocumentDraft], _ problem: Problem? = nil, proposes: Bool? = nil
  ) -> HTML {
    let readable = upload.documents.count { $0.document != nil }
    let title =
      readable == 0
      ? "Nothing could be read"
      : upload.documents.count == 1 ? "What is this document?" : "What are these documents?"
    let remark: HTML =
      readable == 0
      ? HTML()
      : """
      <p>What a document states about itself is filled in already, marked ◇: see whether it is \
      right. Nothing is saved before you press the button at the end.</p>
      """
    return """
      <article class="dragoman wide"><header>
      <p class="kicker"><a href="\(request.link("/documents"))">Documents</a> · \
      <a href="/documents/new">Bring in others</a></p>
      <h1>\(title)</h1>
      \(remark)</header>
      \(problem?.field == nil ? over(problem) : problemAbove(problem))\
      <form class="intake" method="post" action="/documents/intake">
      <input type="hidden" name="upload" value="\(upload.id)">\(PageFrame.token)
      \(readable == 0 ? HTML() : "<button class=\"only-read\" type=\"submit\" name=\"do\" value=\"save\" tabindex=\"-1\" aria-hidden=\"true\">\(saving(upload))</button>")
      \(zip(upload.documents, drafts).enumerated().html { index, pair in
        part(pair.0, pair.1, index, isOne: upload.documents.count == 1, problem)
      })\
      \(actors)\
      \(readable == 0 ? "<p><a class=\"button\" href=\"/documents/new\">Back</a></p>\n" : finish(upload, proposes))\
      </form></article>

      """
  }

  private func problemAbove(_ problem: Problem?) -> HTML {
    guard let problem, let field = problem.field else { return HTML() }
    return """
      <p class="warning" role="alert" dir="auto"><a href="#\(field)">\(problem.message.capitalisedFirst)</a></p>

      """
  }

  private func saving(_ upload: Upload) -> String {
    let count = upload.documents.count { $0.document != nil }
    return count == 1 ? "Add to the case" : "Add \(count) documents to the case"
  }

  private func finish(_ upload: Upload, _ proposes: Bool?) -> HTML {
    """
    \(proposing(upload, proposes))<p class="finish">\(request.writeFields(back: "/documents"))
    <button type="submit" name="do" value="save">\(saving(upload))</button>
    <button type="submit" class="second" name="do" value="discard" formnovalidate>Discard</button></p>

    """
  }

  /// Whether the texts are read for statements at once: usual where the case has names to find in them.
  private func proposing(_ upload: Upload, _ proposes: Bool?) -> HTML {
    let new = upload.documents.count { $0.document != nil && $0.restores == nil }
    guard new > 0 else { return HTML() }
    let theCase = request.lensed.theCase
    let isOn = proposes ?? !(theCase.actors.isEmpty && theCase.issues.isEmpty)
    return """
      <p class="proposing"><label class="tick"><input type="checkbox" name="propose" value="yes"\
      \(" checked", when: isOn) aria-describedby="proposing"> Propose the statements in \
      \(new == 1 ? "it" : "them")</label> <span class="help" id="proposing">They wait beside the text \
      until you accept or reject each one.</span></p>

      """
  }

  private var actors: HTML {
    """
    <datalist id="actors">\(request.lensed.theCase.actors.filter { $0.kind != .person }.html {
      "<option value=\"\($0.name)\"></option>"
    })</datalist>

    """
  }

  private func part(
    _ document: IncomingDocument, _ draft: DocumentDraft, _ index: Int, isOne: Bool,
    _ problem: Problem?
  ) -> HTML {
    let prefix = Self.prefix(index)
    guard let read = document.document else { return unreadable(document, prefix) }
    if let restored = document.restores {
      let title =
        request.index.source(restored.source)?.title ?? restored.source.raw
      return """
        <fieldset class="document"><legend dir="auto">\(document.label)</legend>
        <p class="double">This is the text of <a href="/documents/\(restored.source)" dir="auto">\(title)</a>, \
        which the case does not hold at present. Adding it puts it back, and every quotation in it is \
        proved against it.</p></fieldset>

        """
    }
    return """
      <fieldset class="document"><legend dir="auto">\(document.label)</legend>
      \(doubles(document))\
      <div class="sides"><div>
      \(IntakeFields(document: document, draft: draft, prefix: prefix, problem: problem).html)\
      \(isOne ? HTML() : out(draft, prefix))</div>
      <div>\(says(read, document))\(encoding(read, document, prefix))\
      \(IntakeParts(read: read, draft: draft, prefix: prefix, problem: problem).html)</div>
      </div></fieldset>

      """
  }

  private func out(_ draft: DocumentDraft, _ prefix: String) -> HTML {
    """
    <p class="field"><label class="tick"><input type="checkbox" name="\(prefix)out" value="yes"\
    \(" checked", when: draft.isLeftOut)> Leave this one out</label></p>
    """
  }

  private func unreadable(_ document: IncomingDocument, _ prefix: String) -> HTML {
    guard case .failure(let fault) = document.read else { return HTML() }
    let choice: HTML =
      switch fault {
      case .unknownEncoding, .wrongEncoding:
        encodingChoice(document, prefix, chosen: document.encoding)
      default: HTML()
      }
    // What a reading tool reports of the damage says nothing to a person.
    let words =
      if case .damaged(let kind, _) = fault {
        "is \(kind.words) that is damaged, or a part of one"
      } else {
        fault.words
      }
    return """
      <fieldset class="document"><legend dir="auto">\(document.label)</legend>
      <p class="warning" dir="auto">This \(words). \(fault.advice.capitalisedFirst).</p>\(choice)
      </fieldset>

      """
  }

  private func doubles(_ document: IncomingDocument) -> HTML {
    guard !document.doubles.isEmpty else { return HTML() }
    return """
      <div class="double">\(document.doubles.html { double in
        let words = double.words.capitalisedFirst
        return double.source.map { id in
          "<p dir=\"auto\">Already here? \(words). <a href=\"/documents/\(id)\">Look at it</a></p>" as HTML
        } ?? "<p dir=\"auto\">Twice in this upload? \(words).</p>"
      })</div>

      """
  }

  private func says(_ read: ReadDocument, _ document: IncomingDocument) -> HTML {
    guard !read.notes.isEmpty || read.tool != nil else { return HTML() }
    return """
      <ul class="says">\(read.notes.html { note in
        "<li\(" class=\"warning\"", when: note.isWarning) dir=\"auto\">\(note.words)</li>"
      })\(read.tool.map { "<li>Read by \($0)</li>" as HTML })</ul>

      """
  }

  private func encoding(
    _ read: ReadDocument, _ document: IncomingDocument, _ prefix: String
  ) -> HTML {
    guard let encoding = read.encoding,
      encoding.ground != .validUTF8 && encoding.ground != .byteOrderMark || document.encoding != nil
    else { return HTML() }
    let sample: HTML =
      encoding.sample.isEmpty
      ? HTML()
      : "<p>This is a line of it; are all letters right?</p><p class=\"line\" dir=\"auto\">\(encoding.sample)</p>"
    return """
      <details\(" open", when: encoding.ground == .guessed || encoding.replaced > 0)>\
      <summary>Encoding: \(encoding.words)</summary>
      \(sample)\(encodingChoice(document, prefix, chosen: encoding.name))</details>

      """
  }

  private func encodingChoice(
    _ document: IncomingDocument, _ prefix: String, chosen: String?
  ) -> HTML {
    """
    <p class="range"><label>Encoding <select name="\(prefix)encoding">\
    <option value="">Determine it</option>\(Self.encodings.html { item in
      "<option value=\"\(item.name)\"\(" selected", when: item.name == chosen)>\(item.words)</option>"
    })</select></label>
    <button type="submit" class="second" name="do" value="read \(prefix)" formnovalidate>\
    Read it so</button></p>

    """
  }

  /// Those that documents still come in.
  static let encodings: [(name: String, words: String)] = [
    ("UTF-8", "UTF-8"), ("WINDOWS-1251", "Cyrillic (Windows-1251)"), ("KOI8-R", "Russian (KOI8-R)"),
    ("KOI8-U", "Ukrainian (KOI8-U)"), ("ISO-8859-5", "Cyrillic (ISO 8859-5)"),
    ("CP866", "Cyrillic (DOS 866)"), ("WINDOWS-1252", "Western European (Windows-1252)"),
    ("WINDOWS-1250", "Central European (Windows-1250)"),
    ("ISO-8859-2", "Central European (ISO 8859-2)"), ("WINDOWS-1253", "Greek (Windows-1253)"),
    ("WINDOWS-1254", "Turkish (Windows-1254)"), ("WINDOWS-1255", "Hebrew (Windows-1255)"),
    ("WINDOWS-1256", "Arabic (Windows-1256)"), ("ISO-8859-6", "Arabic (ISO 8859-6)"),
    ("GB18030", "Chinese (GB 18030)"), ("BIG5", "Chinese (Big5)"),
    ("CP932", "Japanese (Shift JIS)"), ("EUC-JP", "Japanese (EUC)"), ("CP949", "Korean (CP949)"),
    ("UTF-16LE", "UTF-16, little-endian"), ("UTF-16BE", "UTF-16, big-endian"),
  ]

  static func prefix(_ index: Int) -> String { "d\(index + 1)-" }
}
