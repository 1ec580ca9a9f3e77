internal import CaseModel
internal import StateOfPlay

/// The last offer on the table and what each party answered.
extension ViewContext {
  func offerBlocks(_ view: OffersView) -> [Document.Block] {
    guard let offer = view.last else { return [] }
    var line = Inline("\(offer.title)", .strong)
    line += Inline(
      " by \(index.names(offer.by))\(offer.date.map { ", \($0.words)" } ?? ""), \(offer.state.words)"
    )
    if let until = offer.until { line += Inline(", open until \(until.words)") }
    if !offer.parts.isEmpty { line += Inline(": \(offer.parts.prefix(6).joined(separator: "; "))") }
    if offer.parts.count > 6 { line += Inline("; and \(offer.parts.count - 6) more") }
    line += Inline(" ") + references(offer.statements, limit: 3)
    for answer in offer.answers {
      line += Inline(
        "; \(index.name(answer.party)): \(answer.stance?.words ?? "no answer on record") ")
      line += references(answer.statements, limit: 2)
    }
    return [.heading("The last offer"), .paragraph(line)]
  }
}
