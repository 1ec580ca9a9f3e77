internal import Synchronization

/// The places of statements by id, numbered on first use.
///
/// Those of a case that follows another are those of the first, and what has become of them since: to
/// number all again after each edit would be most of what an edit takes.
final class StatementPositions: Sendable {
  private let statements: [Case.Statement]
  private let isMade = Atomic(false)
  private let making = Mutex(())
  // Written once, within `making`, before `isMade` says so.
  @exclusivity(unchecked) nonisolated(unsafe) private var made = Numbered()

  /// The places in some earlier case, and what was done since.
  private struct Numbered {
    /// Of statements with one id the first.
    var first: [String: Int] = [:]
    var moves: [Move] = []
    /// The statements that came since, where they stand now.
    var since: [String: Int] = [:]
    /// Every statement has an id of its own.
    var areApart = true

    func position(_ id: String) -> Int? {
      if let place = since[id] { return place }
      guard var place = first[id] else { return nil }
      for move in moves {
        guard let next = move.place(of: place) else { return nil }
        place = next
      }
      return place
    }
  }

  /// Statements that went, and by how much those after them moved.
  private struct Move {
    let removed: Range<Int>
    let by: Int

    func place(of place: Int) -> Int? {
      if place < removed.lowerBound { return place }
      return place < removed.upperBound ? nil : place + by
    }
  }

  /// After so many edits all are numbered again.
  private static let most = 100

  init(_ statements: [Case.Statement]) { self.statements = statements }

  /// Those known of the case before are kept, where every statement had an id of its own.
  init(
    _ statements: [Case.Statement], after before: StatementPositions, without removed: Range<Int>,
    with added: Range<Int>
  ) {
    self.statements = statements
    guard before.isMade.load(ordering: .acquiring), before.made.areApart,
      before.made.moves.count < Self.most, before.made.since.count + added.count < 10 * Self.most
    else { return }
    let move = Move(removed: removed, by: added.count - removed.count)
    var numbered = before.made
    numbered.moves.append(move)
    numbered.since = numbered.since.compactMapValues { move.place(of: $0) }
    for place in added {
      // Of entries with one id the first counts: such a case is read from the beginning.
      guard let id = statements[place].entryID, numbered.position(id) == nil else { return }
      numbered.since[id] = place
    }
    made = numbered
    isMade.store(true, ordering: .releasing)
  }

  private func number() {
    if isMade.load(ordering: .acquiring) { return }
    making.withLock { _ in
      guard !isMade.load(ordering: .relaxed) else { return }
      made.first = statements.positionsByID
      made.areApart = made.first.count == statements.count
      isMade.store(true, ordering: .releasing)
    }
  }

  func position(_ id: String) -> Int? {
    number()
    return made.position(id)
  }

  /// In the order of the case.
  var ids: [String] {
    statements.enumerated().compactMap { place, statement in
      statement.entryID.flatMap { position($0) == place ? $0 : nil }
    }
  }
}
