package import CaseModel

/// Where each entry of a case stands in its file.
package struct FileLayout: Sendable {
  package struct Section: Sendable {
    /// Of the key.
    package var key: Place
    /// Of the list.
    package var value: Place
    /// The list is in brackets.
    package var isFlow: Bool
    package var entries: [Place]
  }

  package enum Format: String, Sendable, CaseIterable {
    case yaml, json, jsonl
  }

  package var format: Format
  package var bytes: [UInt8]
  package var header: Place?
  package var sections: [Case.Section: Section] = [:]

  init(_ format: Format, _ bytes: [UInt8]) {
    self.format = format
    self.bytes = bytes
  }
}

extension FileLayout {
  /// The place of a field in the file, or of the nearest thing around it that the file has.
  ///
  /// `index` must be of the case that was read with this layout; its ids tell which entry is meant.
  /// - Complexity: O(length of the entry).
  package func place(of path: EntryPath, in index: CaseIndex) -> Place? {
    guard case .key(let top)? = path.steps.first else { return nil }
    if top == "case" {
      return header.flatMap { place(path.steps.dropFirst(), under: $0) }
    }
    guard let section = path.section, let list = sections[section] else { return nil }
    guard path.steps.count > 1, let position = position(of: path.steps[1], section, index),
      list.entries.indices.contains(position)
    else { return list.key }
    return place(path.steps.dropFirst(2), under: list.entries[position])
  }

  private func position(
    of step: EntryPath.Step, _ section: Case.Section, _ index: CaseIndex
  ) -> Int? {
    switch step {
    case .index(let position): position
    case .key: nil
    case .id(let id): index.position(section, id)
    }
  }

  /// Reads the entry once more, as its fields' places are not kept.
  private func place(_ steps: ArraySlice<EntryPath.Step>, under entry: Place) -> Place {
    guard !steps.isEmpty, var node = node(at: entry) else { return entry }
    var place = entry
    for step in steps {
      switch (step, node.content) {
      case (.key(let key), .map(let pairs)):
        guard let pair = pairs.first(where: { $0.key == key }) else { return place }
        place = pair.keyPlace
        node = pair.value
        if case .map = node.content { continue }
        place = node.place
      case (.index(let index), .list(let items)):
        guard items.indices.contains(index) else { return place }
        node = items[index]
        place = node.place
      case (.id(let id), .list(let items)):
        guard let item = items.first(where: { $0["id"]?.scalar == id }) else { return place }
        node = item
        place = node.place
      default: return place
      }
    }
    return place
  }

  /// The entry at a place, read by itself; nil where it leans on an alias from elsewhere.
  func node(at entry: Place) -> Node? {
    guard entry.start < entry.end, entry.end <= bytes.count else { return nil }
    // Spaces in front put the first line where it stood, so that indentation still holds.
    let pad = Int(entry.column) - 1
    let slice = [UInt8](repeating: UInt8(ascii: " "), count: pad) + bytes[entry.start..<entry.end]
    func shift(_ place: Place) -> Place {
      Place(
        line: place.line + entry.line - 1, column: place.column,
        start: place.start - pad + entry.start, end: place.end - pad + entry.start)
    }
    func shifted(_ node: Node) -> Node {
      var moved = node
      moved.place = shift(node.place)
      switch node.content {
      case .list(let items): moved.content = .list(items.map(shifted))
      case .map(let pairs):
        moved.content = .map(
          pairs.map { Node.Pair($0.key, shifted($0.value), keyPlace: shift($0.keyPlace)) })
      case .null, .scalar, .literal: break
      }
      return moved
    }
    func first(_ composer: consuming Composer<some DocumentEvents>) -> Node? {
      var composer = composer
      guard let event = try? composer.next() else { return nil }
      return try? composer.node(event)
    }
    let node =
      format == .yaml
      ? first(Composer(YAMLEvents(slice), limits: ReadLimits()))
      : first(Composer(JSONEvents(slice), limits: ReadLimits()))
    return node.map(shifted)
  }
}
