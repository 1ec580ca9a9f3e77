internal import CaseModel

/// The changes to a file's bytes that make another value of one, field by field, so that what is the same
/// keeps its form and its comments.
///
/// What it cannot do well it says so of, and the caller replaces more; what comes out is read back in any
/// case.
struct NodeEdit {
  typealias Change = (range: Range<Int>, bytes: [UInt8])

  private let bytes: [UInt8]
  private(set) var changes: [Change] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A change that is not made here.
  struct NotHere: Error {}

  /// - Parameters:
  ///   - written: the value as it stands in the file.
  ///   - old: the same in canonical form.
  ///   - pair: where it stands behind a key.
  mutating func change(
    _ written: Node, from old: Node, to new: Node, behind pair: Node.Pair? = nil
  ) throws(NotHere) {
    guard old.json != new.json else { return }
    switch (written.content, old.content, new.content) {
    case (.map(let pairs), .map(let before), .map(let after)) where !pairs.isEmpty:
      try change(written, pairs, before, after)
    case (.list(let items), .list(let before), .list(let after))
    where items.count == before.count && !items.isEmpty && !after.isEmpty:
      try change(written, items, before, after)
    default: replace(written, with: new, behind: pair)
    }
  }

  // MARK: Values

  private func isFlow(_ node: Node) -> Bool {
    node.place.start < bytes.count && [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(bytes[node.place.start])
  }

  private mutating func replace(_ written: Node, with new: Node, behind pair: Node.Pair?) {
    let end = InPlaceEdit.trueEnd(written, bytes)
    let isBeside = pair.map { $0.keyPlace.line == written.place.line } ?? true
    if isBeside, written.isSimple, new.isSimple, written.place.start < end {
      changes.append((written.place.start..<end, CaseWriter.inline(new, as: .yaml)))
      return
    }
    guard let pair else {
      var writer = YAMLWriter()
      writer.value(new, indent: Int(written.place.column) - 1, lineStart: 0, afterDash: true)
      changes.append((written.place.start..<end, writer.output))
      return
    }
    let colon = bytes[pair.keyPlace.end...].firstIndex(of: UInt8(ascii: ":")) ?? pair.keyPlace.end
    changes.append((colon..<max(colon + 1, end), Self.value(new, at: pair.keyPlace, behind: pair.key)))
  }

  /// `: VALUE`, on further lines where it is long.
  private static func value(_ node: Node, at key: Place, behind name: String) -> [UInt8] {
    var writer = YAMLWriter()
    writer.output = Array(": ".utf8)
    let column = Int(key.column) - 1
    writer.value(node, indent: column + 2, lineStart: -column - name.utf8.count)
    return writer.output
  }

  // MARK: Maps

  private mutating func change(
    _ map: Node, _ pairs: [Node.Pair], _ before: [Node.Pair], _ after: [Node.Pair]
  ) throws(NotHere) {
    let isFlow = isFlow(map)
    func value(_ key: String, _ pairs: [Node.Pair]) -> Node? { pairs.first { $0.key == key }?.value }
    var kept: [Node.Pair] = []
    for (position, pair) in pairs.enumerated() {
      switch (value(pair.key, before), value(pair.key, after)) {
      case (let old?, let new?):
        if isFlow, !(pair.value.isSimple && new.isSimple), old.json != new.json, !self.isFlow(pair.value) {
          changes.append(
            (pair.value.place.start..<InPlaceEdit.trueEnd(pair.value, bytes), CaseWriter.inline(new, as: .yaml)))
        } else {
          try change(pair.value, from: old, to: new, behind: isFlow ? nil : pair)
        }
        kept.append(pair)
      case (nil, let new?):
        replace(pair.value, with: new, behind: isFlow ? nil : pair)
        kept.append(pair)
      case (_?, nil): try remove(position, of: pairs, isFlow)
      case (nil, nil): kept.append(pair)
      }
    }
    guard let first = kept.first else { throw NotHere() }
    var last: Node.Pair?
    var new: [Int: [UInt8]] = [:]
    for pair in after {
      if let known = kept.first(where: { $0.key == pair.key }) {
        last = known
        continue
      }
      // What is the same as before is written in another way.
      if value(pair.key, before)?.json == pair.value.json { continue }
      let place = last.map { InPlaceEdit.trueEnd($0.value, bytes) } ?? first.keyPlace.start
      if isFlow {
        let words = CaseWriter.inline(.text(pair.key), as: .yaml) + Array(": ".utf8)
          + CaseWriter.inline(pair.value, as: .yaml)
        new[place, default: []] += last == nil ? words + Array(", ".utf8) : Array(", ".utf8) + words
      } else {
        let indent = [UInt8](repeating: UInt8(ascii: " "), count: Int(first.keyPlace.column) - 1)
        let words = Array(pair.key.utf8) + Self.value(pair.value, at: first.keyPlace, behind: pair.key)
        if last == nil {
          new[place, default: []] += words + [UInt8(ascii: "\n")] + indent
        } else {
          new[InPlaceEdit.endOfLine(after: place, bytes), default: []] += [UInt8(ascii: "\n")] + indent + words
        }
      }
    }
    for (place, words) in new.sorted(by: { $0.key < $1.key }) { changes.append((place..<place, words)) }
  }

  private mutating func remove(_ position: Int, of pairs: [Node.Pair], _ isFlow: Bool) throws(NotHere) {
    let pair = pairs[position]
    let end = InPlaceEdit.trueEnd(pair.value, bytes)
    if position == 0 || isFlow {
      if position + 1 < pairs.count {
        changes.append((pair.keyPlace.start..<pairs[position + 1].keyPlace.start, []))
      } else if position > 0 {
        changes.append((InPlaceEdit.trueEnd(pairs[position - 1].value, bytes)..<end, []))
      } else {
        throw NotHere()
      }
      return
    }
    changes.append((lines(from: pair.keyPlace.start, to: max(end, pair.keyPlace.end)), []))
  }

  /// Whole lines, with the end of the last.
  private func lines(from start: Int, to end: Int) -> Range<Int> {
    let first = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    if let last = bytes[end...].firstIndex(of: UInt8(ascii: "\n")) { return first..<(last + 1) }
    // The last line of all takes the end of the one before.
    return max(0, first - 1)..<bytes.count
  }

  // MARK: Lists

  private mutating func change(
    _ list: Node, _ items: [Node], _ before: [Node], _ after: [Node]
  ) throws(NotHere) {
    let keys = before.map(\.ownKey)
    let newKeys = after.map(\.ownKey)
    let hasOtherWords = keys.count == newKeys.count && before.allSatisfy { $0["id"] == nil }
    if keys == newKeys || hasOtherWords {
      for index in items.indices { try change(items[index], from: before[index], to: after[index]) }
      return
    }
    let lists = ListChange(from: keys, to: newKeys)
    guard !lists.kept.isEmpty else { throw NotHere() }
    for (old, new) in lists.kept { try change(items[old], from: before[old], to: after[new]) }
    let isFlow = isFlow(list)
    for old in lists.removed {
      changes.append((try place(of: old, in: items, isFlow), []))
    }
    for (neighbour, new) in lists.added {
      let nodes = new.map { after[$0] }
      changes.append(try insertion(of: nodes, after: neighbour, in: items, isFlow))
    }
  }

  private func place(of index: Int, in items: [Node], _ isFlow: Bool) throws(NotHere) -> Range<Int> {
    let end = InPlaceEdit.trueEnd(items[index], bytes)
    guard isFlow else { return try entryLines(items[index].place.start, end) }
    if index + 1 < items.count { return items[index].place.start..<items[index + 1].place.start }
    guard index > 0 else { throw NotHere() }
    return InPlaceEdit.trueEnd(items[index - 1], bytes)..<end
  }

  private func insertion(
    of nodes: [Node], after neighbour: Int?, in items: [Node], _ isFlow: Bool
  ) throws(NotHere) -> Change {
    guard isFlow else {
      guard let item = items.first else { throw NotHere() }
      let indent = InPlaceEdit.dashIndent(of: item.place, bytes)
      return try insertion(
        nodes.flatMap { CaseWriter.entry($0, indent: indent) },
        after: neighbour.map { InPlaceEdit.trueEnd(items[$0], bytes) }, before: item.place.start)
    }
    let words = nodes.map { CaseWriter.inline($0, as: .yaml) }
    guard let neighbour else {
      let start = items[0].place.start
      return (start..<start, words.flatMap { $0 + Array(", ".utf8) })
    }
    let end = InPlaceEdit.trueEnd(items[neighbour], bytes)
    return (end..<end, words.flatMap { Array(", ".utf8) + $0 })
  }

  /// The lines of an entry of a list in lines, its dash with them.
  /// - Throws: where something else stands before the dash.
  func entryLines(_ start: Int, _ end: Int) throws(NotHere) -> Range<Int> {
    guard let dash = bytes[..<start].lastIndex(of: UInt8(ascii: "-")) else { throw NotHere() }
    let range = lines(from: dash, to: end)
    let first = bytes[..<dash].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    guard bytes[first..<dash].allSatisfy({ $0 == UInt8(ascii: " ") }) else { throw NotHere() }
    return range
  }

  /// Entries, each with the line end before it, put behind one of a list in lines, or before its first.
  func insertion(
    _ words: [UInt8], after end: Int?, before first: Int
  ) throws(NotHere) -> Change {
    if let end {
      let place = InPlaceEdit.endOfLine(after: end, bytes)
      return (place..<place, words)
    }
    let start = try entryLines(first, first).lowerBound
    return (start..<start, Array(words.dropFirst()) + [UInt8(ascii: "\n")])
  }
}

/// What makes another list of one: what stays, in both orders, what goes, and what comes behind which.
struct ListChange {
  private(set) var kept: [(old: Int, new: Int)] = []
  private(set) var removed: [Int] = []
  /// New ones, by the old one behind which they come; nil before all.
  private(set) var added: [(neighbour: Int?, new: [Int])] = []

  init(from old: [String], to new: [String]) {
    let difference = new.difference(from: old)
    let gone = Set(
      difference.removals.compactMap { if case .remove(let offset, _, _) = $0 { offset } else { nil } })
    let come = Set(
      difference.insertions.compactMap { if case .insert(let offset, _, _) = $0 { offset } else { nil } })
    removed = gone.sorted()
    var stays = old.indices.filter { !gone.contains($0) }[...]
    var neighbour: Int?
    for index in new.indices {
      if !come.contains(index) {
        guard let next = stays.popFirst() else { continue }
        kept.append((next, index))
        neighbour = next
      } else if let last = added.indices.last, added[last].neighbour == neighbour {
        added[last].new.append(index)
      } else {
        added.append((neighbour, [index]))
      }
    }
  }
}

extension Node {
  fileprivate var isSimple: Bool {
    switch content {
    case .null, .scalar, .literal: true
    case .list, .map: false
    }
  }

  /// What makes an item of a list the same item.
  fileprivate var ownKey: String { self["id"]?.scalar ?? json }
}
