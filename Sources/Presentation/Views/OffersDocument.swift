internal import CaseModel
package import StateOfPlay

extension ViewContext {
  /// Each offer with its parts and each party's answer, the newest first.
  package func document(_ view: OffersView) -> Document {
    var blocks = opening
    if view.offers.isEmpty {
      blocks.append(.paragraph("No offer of a whole package is on record."))
    }
    for offer in view.offers {
      blocks.append(.heading(offer.title.capitalisedFirst))
      blocks.append(.paragraph(origin(offer)))
      blocks.append(.items(offer.parts.map { Inline($0) }))
      blocks.append(.table(answerTable(offer)))
    }
    if !view.replies.isEmpty {
      blocks.append(.heading("Replies to single statements"))
      blocks.append(.items(view.replies.map { replyWords($0) }))
    }
    blocks.append(.rule(view.rule))
    blocks.append(.remark(footer))
    return Document("\(title): offers", blocks)
  }

  /// `3 May 2031, South: takes note [s2], in reply to North: asks for more [s1]`
  private func replyWords(_ reply: OffersView.Reply) -> Inline {
    let day = reply.said.map { "\($0.words), " } ?? ""
    return Inline("\(day)\(index.names(reply.speakers)): \(reply.gist) ")
      + references([reply.statement])
      + Inline(", in reply to \(index.running(reply.toSpeakers)): \(reply.toGist) ", .faint)
      + references([reply.to])
  }

  private func origin(_ offer: OffersView.Offer) -> Inline {
    var parts = ["by \(index.running(offer.by))", offer.date?.words ?? "undated"]
    parts.append(stateWords(offer))
    return Inline("\(parts.joined(separator: "; ").capitalisedFirst). ")
      + references(offer.statements)
  }

  private func answerTable(_ offer: OffersView.Offer) -> Table {
    var table = Table(
      "Answers", [Table.Column("Party"), Table.Column("Answer"), Table.Column("Date")])
    table.emptyWords = "No answer is on record."
    for answer in offer.answers {
      let words =
        answer.stance.map {
          Inline("\($0.glyph) \(answerWords(answer)) ") + references(answer.statements)
        } ?? Inline("no answer on record\(answer.onParts.isEmpty ? "" : " to the whole")", .faint)
      table.row(
        Inline(answererWords(answer)) + Inline(notAskedWords(answer), .faint),
        words + partAnswers(answer, to: offer), Inline(answer.date?.words ?? ""))
    }
    return table
  }

  package func data(_ view: OffersView) -> Table {
    var table = Table(
      "",
      [
        "offer", "draft", "date", "until", "by", "state", "parts", "statements", "party", "body",
        "answer", "act", "conditions", "answered", "answer_statements",
      ].map { Table.Column($0) })
    for (place, offer) in view.offers.enumerated() {
      // An offer that no one has answered has a row all the same.
      for answer in offer.answers.map(Optional.some) + (offer.answers.isEmpty ? [nil] : []) {
        table.row(
          Inline("\(place + 1)"), Inline(offer.draft?.raw ?? ""), Inline(offer.date?.text ?? ""),
          Inline(offer.until?.text ?? ""), Inline(offer.by.map(\.raw).joined(separator: " ")),
          Inline(offer.state.rawValue), Inline(offer.parts.joined(separator: "; ")),
          Inline(offer.statements.map(\.raw).joined(separator: " ")),
          Inline(answer?.party.raw ?? ""), Inline(answer?.body?.raw ?? ""),
          Inline(answer?.stance?.rawValue ?? ""), Inline(answer?.act?.rawValue ?? ""),
          Inline(answer?.conditions.joined(separator: "; ") ?? ""),
          Inline(answer?.date?.text ?? ""),
          Inline(answer?.statements.map(\.raw).joined(separator: " ") ?? ""))
      }
    }
    return table
  }
}
