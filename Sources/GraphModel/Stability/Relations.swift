/// How decision makers compare listed states, from rankings and from pairs alike.
struct Relations {
  let profile: PreferenceProfile
  /// The slot of each listed state.
  let slots: [Int]
  let uncertainty: Analysis.Uncertainty

  private func row(_ test: (Int) -> Bool) -> Bits {
    var row = Bits(count: slots.count)
    for state in slots.indices where test(state) { row.insert(state) }
    return row
  }

  /// The states better than `state`, and with `unknown` those that may be.
  func better(_ maker: Int, than state: Int, orUnknown: Bool) -> Bits {
    switch profile.orders[maker] {
    case .ranks(let ranking):
      let rank = ranking.ranks[slots[state]]
      return row { ranking.ranks[slots[$0]] > rank }
    case .pairs(let table):
      var row = table.better[state]
      if orUnknown { row.formUnion(table.unknown[state]) }
      return row
    }
  }

  /// Where the maker leaves `state` for.
  func leaves(_ maker: Int, _ state: Int) -> Bits {
    better(maker, than: state, orUnknown: uncertainty.leavesForUnknown)
  }

  /// Where the maker is not deterred from leaving `state`; the other states deter it.
  func escapes(_ maker: Int, _ state: Int, strongly: Bool) -> Bits {
    guard strongly else {
      return better(maker, than: state, orUnknown: !uncertainty.deterredByUnknown)
    }
    switch profile.orders[maker] {
    case .ranks(let ranking):
      let limit = ranking.greatlyBelow(ranking.ranks[slots[state]])
      return row { ranking.ranks[slots[$0]] > limit }
    case .pairs(let table):
      return complement(table.greatlyWorse[state])
    }
  }

  func complement(_ set: Bits) -> Bits {
    var all = Bits(count: set.count, filled: true)
    for word in all.words.indices { all.words[word] &= ~set.words[word] }
    return all
  }

  /// Whether a reply may go from one state to another: the mover likes it better, or may.
  func mayImprove(_ maker: Int, from state: Int, to target: Int) -> Bool {
    switch profile.orders[maker] {
    case .ranks(let ranking): ranking.ranks[slots[target]] > ranking.ranks[slots[state]]
    case .pairs(let table): table.better[state][target] || table.unknown[state][target]
    }
  }
}
