internal import CaseModel

extension Condition {
  /// Settles which statements decide and which say that it was dropped, and so its state; what was
  /// taken comes from `taken`, by step.
  mutating func resolve(_ taken: [PreconditionsView.Taken]) -> PreconditionsView.State {
    // An undated one decides only where nothing dated speaks.
    let isDated = grounds.contains { $0.role == .decides }
    if !isDated {
      for place in grounds.indices where grounds[place].role == .undated {
        grounds[place].role = .decides
      }
    }
    for place in grounds.indices where grounds[place].role == .decides {
      let isDropped = drops.contains { drop in
        drop.effect == .drops && Self.isAfter(drop.said, grounds[place].said)
      }
      if isDropped { grounds[place].role = .withdrawn }
    }
    let deciding = grounds.filter { $0.role == .decides }
    let isWithdrawn = deciding.isEmpty && grounds.contains { $0.role == .withdrawn }
    for place in drops.indices where drops[place].effect != .none {
      let said = drops[place].said
      switch drops[place].effect {
      case .drops:
        let hits = grounds.contains {
          $0.role == .withdrawn && Self.isAfter(said, $0.said)
        }
        if !hits { drops[place].effect = .none }
      case .marks:
        // What the holder said after it is not what was dropped.
        let isStale = !deciding.isEmpty && deciding.contains { Self.isAfter($0.said, said) }
        if isStale { drops[place].effect = .none }
      case .none: break
      }
    }
    grounds = Self.ordered(grounds)
    if deciding.isEmpty, !isWithdrawn {
      return grounds.contains { $0.role == .perhapsLater } ? .perhapsLater : .doubted
    }
    if isWithdrawn { return .dropped }
    if !taken.isEmpty { return .overtaken }
    return drops.contains { $0.effect == .marks } ? .droppedAsOthersSay : .standing
  }

  /// A dated word outdoes an undated one.
  private static func isAfter(_ a: EDTFDate?, _ b: EDTFDate?) -> Bool {
    guard let a else { return false }
    return b.map { a.isLater(than: $0) } ?? true
  }

  private static func ordered(
    _ grounds: [PreconditionsView.Ground]
  ) -> [PreconditionsView.Ground] {
    let roles = PreconditionsView.Ground.Role.allCases
    return roles.flatMap { role in grounds.filter { $0.role == role } }
  }

  /// The nearest way it is known, from what decides; with everyone who tells or infers it so.
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
