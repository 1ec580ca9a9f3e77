internal import CaseModel
internal import CaseStore
internal import Presentation
internal import StateOfPlay

/// What the history page shows, and its twins give: changes, and whether their chain of hashes holds.
struct HistoryData: Sendable, Encodable {
  /// Nil where the case is in a file that keeps no history.
  var chain: Chain?
  var items: [LogPage.Item]
  /// The group from which older changes begin; nil where there are none.
  var next: Int?

  struct Chain: Sendable, Encodable {
    var holds: Bool
    /// The newest group's hash, which stands for everything before it.
    var hash: String
    var groups: Int
    var revisions: Int
    /// What is wrong, in words; empty where that would name what is confidential.
    var problems: [String]
  }

  /// Groups on one page, and revisions on the page of one group.
  static let most = 50

  /// - Throws: ``Problem`` where the address names no change that is to be shown; ``StoreError``.
  init(_ request: PageRequest) throws {
    items = []
    guard let store = request.store else { return }
    let cut = request.mode.isRedacted ? request.lensed.theCase : nil
    chain = try request.lensed.chain(of: store, isRedacted: cut != nil)
    if let number = request.parameters["group"] {
      let part = try request.historyPart("part") ?? 1
      let item = try Int(number).flatMap {
        try store.group(
          $0, showing: cut, skipping: (part - 1) * Self.most, limit: Self.most)
      }
      guard let item else {
        throw Problem.notFound(
          part > 1
            ? "change \(number) of the history has no part \(part)"
            : "the history has no change \(number)", hint: "the history page lists all changes")
      }
      items = [item]
    } else if let name = try request.askedRecord() {
      items = try store.history(of: name, showing: cut).reversed()
    } else {
      let page = try store.log(
        from: try request.historyPart("from"), limit: Self.most, showing: cut)
      (items, next) = (page.items, page.next)
    }
  }

  /// One row a revision.
  var table: Table { LogPage(items).table }
}

extension PageRequest {
  /// The number that the address gives under `name`; nil where it gives none.
  func historyPart(_ name: String) throws -> Int? {
    guard let text = address.own[name] else { return nil }
    guard let number = Int(text), (1...(1 << 40)).contains(number) else {
      throw Problem.badRequest("`\(text.shortened(to: 40))` is not the number of a change")
    }
    return number
  }

  /// The record whose changes alone are asked for.
  func askedRecord() throws -> RecordName? {
    guard let kind = address.own["kind"] else { return nil }
    guard let name = RecordName(kind: kind, key: address.own["key"] ?? "") else {
      throw Problem.badRequest("`\(kind.shortened(to: 40))` is not a kind of record")
    }
    return name
  }
}

extension LensedCase {
  /// Made once for each state of the file.
  fileprivate func chain(of store: DragomanFile, isRedacted: Bool) throws -> HistoryData.Chain {
    try memo.value("chain") {
      let found = try store.verifyHistory()
      return HistoryData.Chain(
        holds: found.problems.isEmpty, hash: found.hash, groups: found.groups,
        revisions: found.revisions,
        problems: isRedacted ? [] : found.problems.map { "\($0.what): \($0.message)" })
    }
  }
}
