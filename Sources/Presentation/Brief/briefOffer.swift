internal import CaseModel
internal import StateOfPlay

/// The last offer on record, what it holds, and what each party answered.
extension ViewContext {
  func offerBlocks(_ view: OffersView) -> [Document.Block] {
    guard let offer = view.last else { return [] }
    var head = offer.draft == nil ? "A package" : offer.title
    head += " by \(index.names(offer.by))"
    if let date = offer.date { head += ", \(date.words)" }
    if let until = offer.until {
      head += ", open until \(until.words)"
    }
    var line = Inline(head, .strong) + Inline(" (\(offer.state.words))")
    let most = 8
    if !offer.parts.isEmpty {
      line += Inline(": \(offer.parts.prefix(most).joined(separator: "; "))")
      if offer.parts.count > most { line += Inline("; and \(offer.parts.count - most) more") }
    }
    line += Inline(" ") + references(offer.statements, limit: 3) + Inline(".")
    for answer in offer.answers {
      guard let stance = answer.stance else { continue }
      line += Inline(" \(index.name(answer.party)): ", .strong) + Inline("\(stance.words) ")
      line += references(answer.statements, limit: 2) + Inline(".")
    }
    let silent = offer.answers.filter { $0.stance == nil }.map(\.party)
    if !silent.isEmpty {
      line += Inline(" No answer from \(index.names(silent)) is on record.", .faint)
    }
    return [.heading("The last offer"), .paragraph(line)]
  }
}
