package import CaseModel

/// A case as it stood in a `.dragoman` file at one moment, with its texts, and the revision of each
/// entry, by which an edit says what it began from.
package struct StoredCase: Sendable {
  package internal(set) var theCase: Case
  package internal(set) var texts: CaseTexts
  /// The newest group of revisions in it, 0 where there is none.
  package internal(set) var group = 0
  /// That group's hash: equal hashes mean equal cases with equal histories.
  package internal(set) var hash = ""
  /// Whom the file names as its analyst; see ``DragomanFile/setAnalyst(_:by:at:)``.
  package internal(set) var analyst: String?

  /// Where an entry stands in the file, in the order of its section.
  struct Slot: Sendable {
    var key: String
    var position: Int
    var revision: Int
  }

  /// What could not be read and was left out; see ``DragomanFile/salvaged()``.
  package internal(set) var damaged: [DamagedRecord] = []

  var slots: [Case.Section: [Slot]] = [:]
  var header: Slot?
  /// The texts by the file that sources name.
  var files: [String: (slot: Slot, text: SourceText?, original: TextOriginal?)] = [:]
  var settings: [String: Slot] = [:]
  /// The newest revision in it.
  var lastRevision = 0

  init(_ header: Case.Header = Case.Header()) {
    theCase = Case(header)
    texts = CaseTexts()
  }

  /// The number of the revision of the entry with `id`: what an edit of it gives as
  /// `expectedRevision`. Of entries with the same id, the first.
  /// - Complexity: O(entries of the section).
  package func revision(of section: Case.Section, id: String) -> Int? {
    slots[section]?.first { $0.key == id }?.revision
  }

  /// The name under which the file keeps the entry at `index` of its section, which also names
  /// entries without ids; nil where there is none.
  package func name(of section: Case.Section, at index: Int) -> RecordName? {
    guard let slots = slots[section], slots.indices.contains(index) else { return nil }
    return .entry(section, slots[index].key)
  }

  /// The revision of what `name` names; nil where the file does not hold it.
  package func revision(of name: RecordName) -> Int? { slot(of: name)?.revision }

  func slot(of name: RecordName) -> Slot? {
    switch name {
    case .header: header
    case .entry(let section, let key): slots[section]?.first { $0.key == key }
    case .text(let file): files[file]?.slot
    case .setting(let key): settings[key]
    }
  }

  /// The texts as the sources now name them.
  mutating func matchTexts() {
    var states: [Case.Source.ID: TextState] = [:]
    for source in theCase.sources {
      guard let file = source.text.file else { continue }
      states[source.id] = (files[file]?.text).map { .loaded($0) } ?? .missing
    }
    texts = CaseTexts(states)
  }
}
