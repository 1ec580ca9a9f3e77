internal import CaseModel
package import StateOfPlay

/// What holds the talks up, though nothing goes round in a circle or is refused.
extension ViewContext {
  /// Threats for a day that has not passed, the nearest day first.
  package func ultimatumLines(_ view: PreconditionsView) -> [Inline] {
    let found = view.edges.filter { edge in
      edge.kind == .trigger && edge.act == .threaten && edge.state.stands && edge.setOff == nil
        && edge.dayPassed == nil && edge.due != nil
    }.sorted { a, b in
      let (x, y) = (a.due?.begins ?? .max, b.due?.begins ?? .max)
      return x == y ? a.id < b.id : x < y
    }
    return few("Ultimatum", found)
  }

  /// What parties will not do until something else is done, by their own words, the newest first.
  func waitingLines(_ view: PreconditionsView) -> [Inline] {
    func newest(_ edge: PreconditionsView.Edge) -> Int64 {
      edge.grounds.filter { $0.role == .decides }.compactMap { $0.said?.begins }.max() ?? .min
    }
    let found = view.edges.filter { edge in
      edge.kind == .before && edge.state.stands && edge.voice == .own
    }.sorted { a, b in
      let (x, y) = (newest(a), newest(b))
      return x == y ? a.id < b.id : x > y
    }
    return few("Waits", found)
  }

  /// The first page has room for two of a kind.
  private func few(_ kind: String, _ edges: [PreconditionsView.Edge]) -> [Inline] {
    let most = 2
    let lines = edges.prefix(most).map { edge in
      Inline("\(kind): ", .warning) + Inline("\(edge.sentence) ")
        + references(edge.statements, limit: 2)
    }
    return edges.count > most
      ? lines + [Inline("and \(edges.count - most) more, under Preconditions", .faint)] : lines
  }
}
