import CaseModel
import CaseStore
import Foundations

/// Asks whether a file may lose what an update would take from it, with all of that named.
struct LossQuestion {
  private let losses: UpdateLosses
  private let path: String
  private let origin: String

  /// - Parameters:
  ///   - path: the file that is to be made equal to a case.
  ///   - origin: the file that the case is from.
  init(_ losses: UpdateLosses, of path: String, by origin: String) {
    self.losses = losses
    self.path = path
    self.origin = origin
  }

  /// - Throws: where something would be lost and no one allows it; nothing is to be written then.
  func settle(isAllowed: Bool) throws(UsageError) {
    guard !losses.isNone else { return }
    for line in lines { Console.note(line) }
    if isAllowed { return }
    switch Console.ask("Make `\(path)` equal to `\(origin)` anyway?") {
    case true?: return
    case false?: throw UsageError("nothing was written to `\(path)`")
    case nil:
      throw UsageError(
        "`\(path)` contains entries that `\(origin)` does not, and nothing was written",
        hint: "see the notes above; --overwrite writes it anyway, and `dragoman undo` undoes "
          + "that in a .dragoman file")
    }
  }

  private var lines: [String] {
    var lines: [String] = []
    if let first = losses.apart.first {
      lines.append(
        "`\(path)` and `\(origin)` are copies of one file, changed separately since group "
          + "\(first.number - 1): `\(path)` has \(losses.apart.count.counted("change")) of its own")
      for group in losses.apart.prefix(Self.mostNamed) {
        lines.append(
          "only in `\(path)`: group \(group.number), \(group.made) by \(group.who): \(group.message)"
        )
      }
      if losses.apart.count > Self.mostNamed {
        lines.append("and \(losses.apart.count - Self.mostNamed) more groups only in `\(path)`")
      }
    }
    lines += named("removed", losses.removed)
    lines += named("reverted to an earlier version", losses.takenBack)
    lines += named("restored after it was removed", losses.broughtBack)
    return lines
  }

  private static let mostNamed = 50

  private func named(_ what: String, _ names: [RecordName]) -> [String] {
    var lines = names.prefix(Self.mostNamed).map { "\(what): \($0)" }
    if names.count > Self.mostNamed {
      lines.append("\(what): and \(names.count - Self.mostNamed) more")
    }
    return lines
  }
}

extension Case {
  /// The entries whose ids another case does not have.
  func namesNot(in other: Case) -> [RecordName] {
    var names: [RecordName] = []
    let (own, others) = (CaseIndex(self), CaseIndex(other))
    for section in Section.allCases {
      let known = Set(others.ids(section))
      for id in own.ids(section) where !known.contains(id) { names.append(.entry(section, id)) }
    }
    return names
  }
}
