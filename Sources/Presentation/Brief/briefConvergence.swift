internal import CaseModel
internal import StateOfPlay

/// How near the parties are, one list from the nearest to the furthest.
extension ViewContext {
  func nearnessBlocks(_ view: ConvergenceView) -> [Document.Block] {
    var items: [Inline] = []
    var rest: [Document.Block] = []
    var state = Inline("")
    // The view's own blocks, their titles put before each line.
    for block in convergenceBlocks(view, heading: false) {
      switch block {
      case .paragraph(let words) where words.spans.map(\.style) == [.strong]:
        state = Inline("\(words.text) · ", .faint)
      case .items(let lines): items += lines.map { state + $0 }
      default: rest.append(block)
      }
    }
    // What is said of all stands above the list.
    let above = rest.prefix { if case .paragraph = $0 { true } else { false } }
    return [.heading("Convergence")] + above + (items.isEmpty ? [] : [.items(items)])
      + rest.dropFirst(above.count)
  }
}
