internal import CaseModel
internal import StateOfPlay

/// The model itself: what can be done, and who prefers what, each part with its grounds.
extension ViewContext {
  func modelBlocks(_ view: StabilityView) -> [Document.Block] {
    var blocks: [Document.Block] = [.heading("The model")]
    if !view.options.isEmpty {
      blocks.append(.items(view.options.enumerated().map { option($1, number: $0 + 1, view) }))
    }
    for maker in view.decisionMakers {
      if !maker.moves.isEmpty {
        blocks.append(.paragraph(Inline("\(maker.name) can:", .strong)))
        blocks.append(.items(maker.moves.map { part($0, view) }))
      }
      blocks.append(.paragraph(Inline("\(maker.name) wants, in order of importance:", .strong)))
      blocks.append(
        maker.wishes.isEmpty
          ? .paragraph("Nothing is known about its preferences.")
          : .items(maker.wishes.map { part($0, view) }))
    }
    return blocks
  }

  private func option(
    _ option: StabilityView.OptionLine, number: Int, _ view: StabilityView
  ) -> Inline {
    let owners = option.owners.compactMap { id in
      view.decisionMakers.first { $0.id == id }?.name
    }.joined(separator: " or ")
    let way =
      switch option.direction {
      case .both: ""
      case .forward: "; once taken, it cannot be undone"
      case .back: "; once given up, it cannot be taken again"
      }
    return Inline("\(number). \(owners): \(option.title) [\(option.id)]\(way) ")
      + grounds(of: option.statements, option.basis, view)
  }

  private func part(_ part: StabilityView.Part, _ view: StabilityView) -> Inline {
    Inline(part.text + " ") + (part.uncertain ? Inline("(uncertain) ", .warning) : Inline(""))
      + grounds(of: part.statements, part.basis, view)
  }

  /// What a part of the model rests on: its own grounds, else those of the whole.
  private func grounds(
    of statements: [Case.Statement.ID], _ basis: Who?, _ view: StabilityView
  ) -> Inline {
    if statements.isEmpty, basis == nil, index.theCase.statements.isEmpty { return Inline("") }
    return grounds(statements, basis: basis ?? view.by)
  }
}
