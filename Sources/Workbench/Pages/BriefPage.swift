internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// The paper to read before a round, and the ways to take it along.
  static let brief = Page.view(
    Brief.self, own: ["as"],
    main: { request in
      let document = try request.view(Brief.self).document(in: request.frame)
      return """
        <p class="export">Download: \(Export.allCases.html { form in
          "<a href=\"\(request.link("/brief/export/\(form.rawValue)"))\" download>\(form.words)</a> "
        })</p>
        \(request.fragment(document))
        """
    })

  /// The brief as a file.
  static let briefExport = Page(
    name: "brief-export", path: "/brief/export/{form}",
    content: { _ in throw Problem.notFound("there is no such page") },
    file: { request in
      guard let form = request.parameters["form"].flatMap({ Export(rawValue: $0) }) else {
        throw Problem.notFound("the brief cannot be exported in this format")
      }
      let frame = request.lensed.frame
      let document = frame.document(try request.view(Brief.self))
      let name = "brief-\(frame.index.theCase.header.id).\(form.rawValue)"
      switch form {
      case .html:
        return File(
          name: name, kind: "text/html; charset=utf-8",
          text: HTMLFace().render(frame.withCitations(document)))
      case .md:
        return File(
          name: name, kind: "text/markdown; charset=utf-8",
          text: MarkdownFace().render(document))
      case .txt:
        return File(
          name: name, kind: "text/plain; charset=utf-8",
          text: TextFace(width: 80, hasColour: false).render(document))
      }
    })

  enum Export: String, CaseIterable {
    case html, md, txt

    var words: String {
      switch self {
      case .html: "HTML, one file, four printed pages"
      case .md: "Markdown"
      case .txt: "Text"
      }
    }
  }
}
