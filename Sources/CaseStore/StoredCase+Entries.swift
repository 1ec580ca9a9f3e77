internal import CaseModel
internal import Foundations
internal import GRDB

/// Puts what a row holds in its place, and takes it out.
extension StoredCase {
  /// Where an entry belongs.
  func index(_ section: Case.Section, _ slot: Slot) -> Int {
    let slots = slots[section] ?? []
    var (low, high) = (0, slots.count)
    while low < high {
      let middle = (low + high) / 2
      if slots[middle].order < slot.order { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func remove(_ section: Case.Section, _ key: String) {
    guard let index = slots[section]?.firstIndex(where: { $0.key == key }) else { return }
    slots[section]?.remove(at: index)
    var remover = EntryRemover(theCase: theCase, index: index)
    theCase = Case(Case.Header())
    Case.visit(section, &remover)
    theCase = remover.theCase
  }

  /// Puts in all entries of a section, of which there are none yet.
  mutating func fill(
    _ section: Case.Section, _ entries: [(slot: Slot, content: [UInt8])]
  ) throws {
    var filler = SectionFiller(theCase: theCase, contents: entries.map(\.content))
    theCase = Case(Case.Header())
    Case.visit(section, &filler)
    theCase = filler.theCase
    if let fault = filler.fault {
      throw Self.unreadable(section, entries[fault.index].slot, fault.reason)
    }
    slots[section] = entries.map(\.slot)
  }

  private static func unreadable(_ section: Case.Section, _ slot: Slot, _ reason: String)
    -> StoreError
  {
    StoreError(
      .damaged, "\(RecordName.entry(section, slot.key)) cannot be read: \(reason)",
      hint: DamagedRecord.hint)
  }

  mutating func insert(
    _ section: Case.Section, _ slot: Slot, _ content: [UInt8], at index: Int
  ) throws {
    var inserter = EntryInserter(theCase: theCase, content: content, index: index)
    // Moved in and out, so that the arrays stay unshared and are never copied.
    theCase = Case(Case.Header())
    Case.visit(section, &inserter)
    theCase = inserter.theCase
    if let reason = inserter.reason { throw Self.unreadable(section, slot, reason) }
    slots[section, default: []].insert(slot, at: index)
  }

  mutating func put(
    _ name: RecordName, _ slot: Slot, _ content: String?, _ db: Database
  ) throws {
    func unreadable(_ reason: String) -> StoreError {
      StoreError(
        .damaged, "\(name) cannot be read: \(reason)", hint: DamagedRecord.hint)
    }
    do {
      switch name {
      case .entry: break
      case .header:
        guard let content else { throw unreadable("it was removed") }
        header = slot
        theCase.header = try Case.Header.read(json: Array(content.utf8))
      case .setting(let key):
        settings[key] = content == nil ? nil : slot
        let value = try content.map { try String.read(json: Array($0.utf8)) }
        if key == "analyst" { analyst = value }
      case .text(let file):
        guard let content else {
          files[file] = nil
          return
        }
        let stamp = try TextStamp.read(json: Array(content.utf8))
        files[file] = (slot, try stamp.text(db), stamp.original)
      }
    } catch let unread as UnreadableEntryError {
      throw unreadable(unread.reason)
    }
  }
}

private struct EntryRemover: SectionVisitor {
  var theCase: Case
  let index: Int

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    theCase[keyPath: path].remove(at: index)
  }
}

private struct SectionFiller: SectionVisitor {
  var theCase: Case
  let contents: [[UInt8]]
  /// The first that could not be read, and why.
  var fault: (index: Int, reason: String)?

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    do {
      theCase[keyPath: path] = try contents.mappedOnAllCores { content in
        do throws(UnreadableEntryError) {
          return Result<Entry, UnreadableEntryError>.success(try Entry.read(json: content))
        } catch {
          return .failure(error)
        }
      }
    } catch {
      fault = (error.index, error.reason.reason)
    }
  }
}

private struct EntryInserter: SectionVisitor {
  var theCase: Case
  let content: [UInt8]
  let index: Int
  /// Why it could not be read.
  var reason: String?

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    do {
      theCase[keyPath: path].insert(try Entry.read(json: content), at: index)
    } catch {
      reason = error.reason
    }
  }
}
