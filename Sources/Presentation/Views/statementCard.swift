package import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// A statement with the words it rests on and the chain from its speaker to the reader.
  ///
  /// - Parameter telling: its part in a position, where the card is shown in one.
  package func card(
    _ statement: Case.Statement, _ provenance: EntryView.Provenance,
    telling: PositionStatement? = nil
  ) -> Card {
    var head = Inline(index.saidWords(statement))
    if telling?.reportedLater == true { head += Inline(" reported later", .warning) }
    if let stance = provenance.stance { head += Inline(" ") + stanceWords(stance, of: statement) }
    if statement.redLine { head += Inline(" ") + Inline("red line", .redLine) }
    var card = Card(statement.id.raw, head: head, title: Inline(statement.gist))
    card.link = .statement(statement.id)
    card.isDecisive = telling?.role == .decides
    card.quotation = quotation(provenance)
    if card.quotation == nil {
      card.notes.append(withheldWords(provenance))
      card.place = provenance.spans.map { Inline($0.words) }
    }
    card.notes.append(chainWords(provenance, of: statement.speaker.count))
    card.notes.append(gradeWords(statement, provenance))
    if let telling {
      card.notes.append(
        Inline(telling.role.words.capitalisedFirst, .strong)
          + Inline(": \(telling.role.reason) ") + Inline("(\(telling.directness.words))", .faint))
    }
    return card
  }

  /// The statements as cards, in the order given, none of them a place of its page; what the case
  /// lacks is left out.
  func cards(
    _ ids: [Case.Statement.ID], statements: [Case.Statement.ID: PositionStatement] = [:]
  ) -> [Card] {
    let found = provenances(index, of: ids, texts: texts)
    return ids.compactMap { id in
      guard let statement = index.statement(id), let provenance = found[id] else { return nil }
      var card = card(statement, provenance, telling: statements[id])
      card.isTarget = false
      return card
    }
  }

  /// `✓`, or of an account of what happened `✓ says so`.
  func stanceWords(_ stance: PositionStance, of statement: Case.Statement) -> Inline {
    isOfFact(statement)
      ? Inline("\(stance.glyph) \(stance.wordsOfFact)", .account(stance))
      : Inline(stance.glyph, .stance(stance))
  }

  /// It is about what happened, and not about what is to be settled.
  func isOfFact(_ statement: Case.Statement) -> Bool {
    statement.about?.issue.flatMap { index.issue($0) }?.kind == .factual
  }

  /// The words in their sentence; nil where they are withheld with their text.
  package func quotation(_ provenance: EntryView.Provenance) -> Card.Quotation? {
    let language = index.source(provenance.source)?.language
    if let context = provenance.context, context.count == 3 {
      return Card.Quotation(
        before: context[0], words: context[1], after: context[2], language: language)
    }
    return provenance.words.map { Card.Quotation(words: $0, language: language) }
  }

  /// Why the words are not shown, and where they were published.
  package func withheldWords(_ provenance: EntryView.Provenance) -> Inline {
    let source = index.source(provenance.source)
    let origin = [
      source?.publisher.map { index.name($0) }, source?.published?.words, source?.url,
    ].compactMap(\.self)
    if provenance.text == .loaded {
      return Inline(
        "Quote not shown: the text of “\(provenance.sourceTitle)” does not contain it at the stated position; `dragoman check` gives details.",
        .warning)
    }
    return Inline(
      "Quote not shown: the text of “\(provenance.sourceTitle)” is not in this file"
        + (origin.isEmpty ? "." : " (published by \(origin.joined(separator: ", ")))."), .warning)
  }

  private func chainWords(_ provenance: EntryView.Provenance, of speakers: Int) -> Inline {
    guard provenance.depth > 0 else {
      return Inline(provenance.chain.first ?? "", .strong)
        + Inline(
          speakers == 1 ? ", the speaker's own document" : ", the speakers' own document")
    }
    return Inline(provenance.chain.joined(separator: " → "), .strong)
      + Inline(" (\(provenance.depth.counted("step")) from speaker to reader)", .faint)
  }

  private func gradeWords(
    _ statement: Case.Statement, _ provenance: EntryView.Provenance
  ) -> Inline {
    let source = provenance.reliability.map { "\($0.rawValue), \($0.words)" } ?? "not graded"
    let own = provenance.credibility.map { "\($0.rawValue), \($0.words)" } ?? "not graded"
    var line =
      Inline(provenance.sourceTitle, to: .document(provenance.source, at: statement.id))
      + Inline(" · source \(source) · statement \(own)")
    if let told = provenance.told { line += Inline(" · published \(told.words)") }
    if let hedge = statement.hedge { line += Inline(" · the text says “\(hedge)”") }
    if let doubt = statement.doubted {
      line += Inline(" · ") + Inline("doubted: \(doubt)", .warning)
    }
    return line
  }
}

extension PositionStatement.Role {
  /// Why a statement has the part in a position that it has.
  package var reason: String {
    switch self {
    case .decides: "the party has not withdrawn it"
    case .saysOtherwise:
      "reported by others, whose words never displace the party's own, so the cell is contested"
    case .outranked: "statements of the same time are more direct or better graded"
    case .superseded: "a later acceptance of another option on the issue replaced it"
    case .earlier: "something later was said on the same option"
    case .unordered: "its date is vague, so it is not known whether it is the later statement"
    case .closes: "it withdraws what the party had asked for before"
    case .lapsed: "the day until which it was to apply has passed"
    case .doubted: "the analyst doubts it, or its credibility is 5"
    case .possiblyLater: "its date begins by the date asked about and may be later"
    case .undated: "it has no date, and dated statements decide"
    case .listed: "it takes no stance on an option"
    }
  }
}

extension EntryView.Span {
  /// `code points 10–23, SHA-256 5f…, withheld`
  var words: String {
    ([placeWords] + (sha256.map { ["SHA-256 \($0)"] } ?? []) + [status]).joined(separator: ", ")
  }
}
