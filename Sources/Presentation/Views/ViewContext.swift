package import CaseModel
internal import Foundations
package import StateOfPlay

/// What stands round every view: the case, the lens, and how to name things.
package struct ViewContext: Sendable {
  package let index: CaseIndex
  package let lens: Lens
  /// As the lens leaves them, for the words of quotes.
  package let texts: CaseTexts
  /// SHA-256 of the case in canonical form, before the lens cut anything.
  package let caseHash: String
  package let version: String
  /// Of one kind at most so many are shown in full; a page that many wait for sets a limit.
  package var mostShown = Int.max

  /// `theCase` is cut by the lens here, so that names of hidden entries are not known either.
  ///
  /// - Parameter texts: without the words of what the lens hides; see ``CaseModel/Case/redacted(_:)``.
  package init(
    _ theCase: Case, _ lens: Lens, texts: CaseTexts = CaseTexts(), caseHash: String,
    version: String
  ) {
    index = CaseIndex(theCase.cut(by: lens))
    self.lens = lens
    self.texts = texts
    self.caseHash = caseHash
    self.version = version
  }

  package var title: String { index.theCase.header.title }

  /// "as of 16 May 2025; parties: Ukraine", in words; nil where the lens shows everything.
  package var lensWords: String? {
    let parts = LensOption.all.compactMap { $0.words(of: lens, index) }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// The line under a title that says what was looked at, and whatever a reader must know of it.
  var opening: [Document.Block] {
    var blocks: [Document.Block] = []
    if let lensWords { blocks.append(.remark(Inline(lensWords.capitalisedFirst + "."))) }
    if let emptied = EmptiedLens(index, lens) {
      blocks.append(.remark(Inline(emptied.words, .warning)))
    }
    if lens.cutsByEntry, index.theCase.undatedEntries > 0 {
      blocks.append(
        .remark(
          Inline(
            "\(index.theCase.undatedEntries.counted("entry", "entries")) have no date of entry and are shown as if known from the start.",
            .warning)))
    }
    return blocks
  }

  /// What a result supposes that the case does not say; nothing where it supposes nothing.
  func supposition(_ changes: [String]) -> [Document.Block] {
    changes.isEmpty
      ? [] : [.paragraph(Inline("Suppose: \(changes.joined(separator: "; ")).", .strong))]
  }

  /// The line at the end by which the same result can be made again.
  package var footer: Inline {
    let parts = [
      "Case \(index.theCase.header.id) \(caseHash.prefix(16))", lensWords ?? "everything recorded",
      "dragoman \(version)",
    ]
    return Inline(parts.joined(separator: " · "), .faint)
  }

  /// A document by who published it, or by its title: `Reuters, 16 May 2025`.
  func sourceName(_ id: Case.Source.ID) -> String {
    guard let source = index.source(id) else { return id.raw }
    let name = source.publisher.map { index.name($0) } ?? "“\(source.title.shortened(to: 40))”"
    return source.published.map { "\(name), \($0.words)" } ?? name
  }

  /// `[osw-07, rev-10]`; a long list ends with how many more there are.
  func references(_ statements: [Case.Statement.ID], limit: Int = 4) -> Inline {
    guard !statements.isEmpty else { return Inline("") }
    // Two lines joined may rest on one statement.
    let statements = statements.reduce(into: [Case.Statement.ID]()) { found, id in
      if found.count > limit || !found.contains(id) { found.append(id) }
    }
    var text = statements.prefix(limit).map(\.raw).joined(separator: ", ")
    if statements.count > limit { text += " +\(statements.count - limit)" }
    return Inline("[\(text)]", links: statements.prefix(limit).map(\.raw))
  }

  /// The statements, or who says so where there are none, or that nothing is given.
  func grounds(_ statements: [Case.Statement.ID], basis: Who?, limit: Int = 4) -> Inline {
    if !statements.isEmpty { return references(statements, limit: limit) }
    if let basis { return Inline("(basis: \(index.name(basis)))", .reference) }
    return Inline("(no evidence given)", .warning)
  }
}

extension Directness {
  package var words: String {
    switch self {
    case .quoted: "own words, quoted"
    case .ascribed: "the party's view, as reported by the source"
    case .ownSide: "its side, not named as speaking for it"
    case .third: "reported by a third party"
    case .otherParty: "reported by another party"
    }
  }
}
