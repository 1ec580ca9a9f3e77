internal import CaseModel

/// The changes that make one case of another, entry by entry.
///
/// An entry is the same entry where it has the same id, or, without one, the same words. What stands
/// in another order is moved; as few entries as their numbers allow.
struct CaseDifference: SectionVisitor {
  let stored: StoredCase
  let wanted: Case
  private(set) var changes: [Change] = []
  private(set) var fault: StoreError?

  init(from stored: StoredCase, to wanted: Case) {
    self.stored = stored
    self.wanted = wanted
    if stored.header == nil || stored.theCase.header != wanted.header {
      changes.append(Change(name: .header, position: 0, content: wanted.header.node().json))
    }
  }

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    let old = stored.theCase[keyPath: path]
    let new = wanted[keyPath: path]
    guard old != new else { return }
    let slots = stored.slots[section] ?? []
    let partners = Self.partners(of: new, in: old)
    var isKept = [Bool](repeating: false, count: old.count)
    for case let partner? in partners { isKept[partner] = true }
    for index in old.indices where !isKept[index] {
      changes.append(Change(name: .entry(section, slots[index].key)))
    }
    var taken = Set(slots.map(\.key))
    let own = Self.kept(partners.map { $0.map { slots[$0].position } })
    let next = Self.nextPositions(own)
    var last = 0
    for (index, entry) in new.enumerated() {
      let slot = partners[index].map { slots[$0] }
      let position = Self.place(own[index], after: last, before: next[index])
      guard let position else {
        fault = StoreError(.refused, "\(section.rawValue) have more entries than can be numbered")
        return
      }
      last = position
      if let slot, let partner = partners[index] {
        if old[partner] == entry, slot.position == position { continue }
        changes.append(
          Change(
            name: .entry(section, slot.key), position: position, content: entry.node().json))
        continue
      }
      var key = entry.entryID ?? "#" + RevisionWriter.freshKey
      if entry.entryID != nil, !taken.insert(key).inserted { key += "~" + RevisionWriter.freshKey }
      changes.append(
        Change(name: .entry(section, key), position: position, content: entry.node().json))
    }
  }

  /// For each new entry the old one that it is.
  private static func partners<Entry: SectionEntry>(of new: [Entry], in old: [Entry]) -> [Int?] {
    var byID: [String: [Int]] = [:]
    var byWords: [Entry: [Int]] = [:]
    for index in old.indices.reversed() {
      if let id = old[index].entryID {
        byID[id, default: []].append(index)
      } else {
        byWords[old[index], default: []].append(index)
      }
    }
    return new.map { entry in
      if let id = entry.entryID { return byID[id]?.popLast() }
      return byWords[entry]?.popLast()
    }
  }

  /// The places of a longest run of entries that stand in the same order as before; nil for the
  /// others, which are the fewest that must move.
  ///
  /// Patience sorting: Fredman, "On computing the length of longest increasing subsequences" (1975).
  /// - Complexity: O(entries × log entries).
  private static func kept(_ positions: [Int?]) -> [Int?] {
    // The end of the best run of each length, and for each entry the one before it in its run.
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: positions.count)
    for (index, position) in positions.enumerated() {
      guard let position else { continue }
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if (positions[ends[middle]] ?? .max) < position { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? ends[low - 1] : nil
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var kept = [Int?](repeating: nil, count: positions.count)
    var next = ends.last
    while let index = next {
      kept[index] = positions[index]
      next = before[index]
    }
    return kept
  }

  /// For each entry the place of the next one that has one already.
  private static func nextPositions(_ positions: [Int?]) -> [Int?] {
    var next: [Int?] = []
    var ahead: Int?
    for position in positions.reversed() {
      next.append(ahead)
      if let position { ahead = position }
    }
    return next.reversed()
  }

  /// The place it has where that will do, else one between its neighbours, else behind the last.
  private static func place(_ own: Int?, after last: Int, before next: Int?) -> Int? {
    if let own, own > last { return own }
    if let next, next > last, next - last >= 2 { return last + min((next - last) / 2, Change.step) }
    let (sum, overflow) = last.addingReportingOverflow(Change.step)
    return overflow ? nil : sum
  }
}
