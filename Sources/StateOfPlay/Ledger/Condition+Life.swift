internal import CaseModel

extension Condition {
  /// Settles which statements decide and which of the closings ended it, by words alone.
  ///
  /// - Parameter closings: its holder's own later words that would end it, in order of their
  ///   beginning.
  /// - Parameter wing: the body that says a statement, where several speak for the holder side by side.
  /// - Parameter isFormer: a statement by one who no longer speaks for the holder.
  mutating func live(
    _ closings: [WordClosing], wing: (Case.Statement.ID) -> Int? = { _ in nil },
    isFormer: (Case.Statement.ID) -> Bool = { _ in false }
  ) {
    // An undated one decides only where nothing dated speaks.
    let isDated = grounds.contains { $0.role == .decides }
    if !isDated {
      for place in grounds.indices where grounds[place].role == .undated {
        grounds[place].role = .decides
      }
    }
    let own = drops.filter { $0.effect == .drops }.map { drop in
      WordClosing(reason: .withdrawn, statement: drop.statement, said: drop.said, of: nil)
    }
    var ending = own.isEmpty ? closings : (closings + own).sorted { $0.begins < $1.begins }
    // A threat is not taken back by doing something else.
    if key.isTrigger, !isPromiseIf { ending.removeAll { $0.reason == .undertaken } }
    for place in grounds.indices where grounds[place].role == .decides {
      guard let closing = Self.first(ending, after: grounds[place], wing, isFormer) else {
        continue
      }
      grounds[place].role = .closed
      self.closings[place] = Closing(
        closing.reason, date: closing.said, statements: [closing.statement])
    }
    let deciding = grounds.filter { $0.role == .decides }
    for place in drops.indices where drops[place].effect != .none {
      let said = drops[place].said
      switch drops[place].effect {
      case .drops:
        let hits = grounds.contains { $0.role == .closed && Self.isAfter(said, $0.said) }
        if !hits { drops[place].effect = .none }
      case .marks:
        // What the holder said after it is not what was dropped.
        let isStale = deciding.contains { Self.isAfter($0.said, said) }
        if isStale { drops[place].effect = .none }
      case .none: break
      }
    }
    state = wordState(deciding)
    if state == .closed {
      let last = self.closings.keys.max { a, b in
        (self.closings[a]?.date, a) < (self.closings[b]?.date, b)
      }
      closing = last.flatMap { self.closings[$0] }
    }
    order()
  }

  private func wordState(_ deciding: [PreconditionsView.Ground]) -> PreconditionsView.State {
    if !deciding.isEmpty {
      return drops.contains { $0.effect == .marks } ? .droppedAsOthersSay : .standing
    }
    if grounds.contains(where: { $0.role == .closed }) { return .closed }
    return grounds.contains { $0.role == .possiblyLater } ? .possiblyLater : .doubted
  }

  /// A dated word outdoes an undated one.
  static func isAfter(_ a: EDTFDate?, _ b: EDTFDate?) -> Bool {
    guard let a else { return false }
    return b.map { a.isLater(than: $0) } ?? true
  }

  /// The first that is later than the ground and means it.
  private static func first(
    _ closings: [WordClosing], after ground: PreconditionsView.Ground,
    _ wing: (Case.Statement.ID) -> Int?, _ isFormer: (Case.Statement.ID) -> Bool
  ) -> WordClosing? {
    // One body's word does not take back what another asks for.
    func isMeant(_ closing: WordClosing) -> Bool {
      if let of = closing.of { return of == ground.statement }
      // Who had given that answer before it asked for something says it again, and gives no more.
      if let since = closing.givenSince, !isAfter(since, ground.said) { return false }
      guard let body = closing.wing else { return true }
      guard let own = wing(ground.statement) else {
        // What the party as one asks for is not refused by one body of it.
        return closing.reason != .refused
      }
      return body == own
    }
    let end = ground.said?.ends ?? .min
    var (low, high) = (0, closings.count)
    while low < high {
      let middle = (low + high) / 2
      if closings[middle].begins <= end { low = middle + 1 } else { high = middle }
    }
    let first = closings[low...].first { closing in
      closing.said != nil && isMeant(closing)
    }
    // Of words of one time those that name what they take back.
    let later =
      first.flatMap { first in
        closings[low...].prefix { $0.begins <= first.begins }
          .first { $0.of == ground.statement && $0.said != nil }
      } ?? first
    // Words that name what they take back come after it, whatever the dates leave open.
    if let found = later ?? closings[..<low].first(where: { $0.of == ground.statement }) {
      return found
    }
    // Of words of one day those hold whose speaker speaks for the holder still.
    guard ground.said != nil, low > 0, isFormer(ground.statement) else { return nil }
    return closings[..<low].first { closing in
      closing.said == ground.said && isMeant(closing) && !isFormer(closing.statement)
    }
  }

  private mutating func order() {
    let roles = PreconditionsView.Ground.Role.allCases
    let order = roles.flatMap { role in grounds.indices.filter { grounds[$0].role == role } }
    var moved: [Int: Closing] = [:]
    for (place, old) in order.enumerated() { moved[place] = closings[old] }
    closings = moved
    grounds = order.map { grounds[$0] }
  }

  /// The most direct way it is known, from what decides, with all who report or infer it so.
  var known: PreconditionsView.Known {
    let deciding = grounds.filter { $0.role == .decides }
    let speaking = deciding.isEmpty ? grounds : deciding
    for kind in PreconditionsView.Known.Kind.allCases {
      let so = speaking.filter { $0.known.kind == kind }
      guard !so.isEmpty else { continue }
      var by: [Who] = []
      for who in so.flatMap(\.known.by) where !by.contains(who) { by.append(who) }
      return .init(kind: kind, by: by)
    }
    return .init(kind: .ownWord, by: [])
  }
}

private func < (a: (EDTFDate?, Int), b: (EDTFDate?, Int)) -> Bool {
  switch (a.0, b.0) {
  case (nil, nil): a.1 < b.1
  case (nil, _?): true
  case (_?, nil): false
  case (let x?, let y?): x == y ? a.1 < b.1 : x < y
  }
}
