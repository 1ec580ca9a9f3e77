internal import CaseModel
internal import StateOfPlay

/// Where an entry is used: the statements that name it, the newest first, and the other entries.
struct EntryUses {
  private let frame: ViewContext
  private var statements: [Case.Statement] = []
  private var others: [(section: Case.Section, id: String)] = []

  /// So many of each kind are listed.
  static let most = 200

  /// - Parameter paths: of the fields that name it, `statements[s-1].speaker[#1]`.
  init(_ paths: [String], _ frame: ViewContext) {
    self.frame = frame
    var seen: Set<String> = []
    for path in paths {
      let parts = path.prefix { $0 != "]" }.split(separator: "[", maxSplits: 1)
      guard parts.count == 2, let section = Case.Section(rawValue: String(parts[0])),
        seen.insert("\(parts[0]) \(parts[1])").inserted
      else { continue }
      let id = String(parts[1])
      if let statement = frame.index.statement(Case.Statement.ID(id)), section == .statements {
        statements.append(statement)
      } else {
        others.append((section, id))
      }
    }
    let index = frame.index
    statements.sort { a, b in
      let (x, y) = (index.said(a)?.latest, index.said(b)?.latest)
      if x == y { return a.id < b.id }
      guard let x else { return false }
      guard let y else { return true }
      return x > y
    }
  }

  var blocks: [Document.Block] {
    var blocks: [Document.Block] = []
    if !statements.isEmpty {
      blocks.append(.heading("Statements, newest first (\(statements.count))"))
      blocks.append(.items(statements.prefix(Self.most).map(line)))
      blocks += more(statements.count)
    }
    if !others.isEmpty {
      blocks.append(.heading("Used in"))
      blocks.append(.items(others.prefix(Self.most).map { line($0.section, $0.id) }))
      blocks += more(others.count)
    }
    return blocks
  }

  private func line(_ statement: Case.Statement) -> Inline {
    let index = frame.index
    return Inline("\(index.said(statement)?.words ?? "undated") · ", .faint)
      + Inline("\(index.names(statement.speaker)): \(statement.gist) ")
      + frame.references([statement.id])
  }

  private func line(_ section: Case.Section, _ id: String) -> Inline {
    // An entry without an id is named by its place, and has no page.
    let hasPage = frame.index.position(section, id) != nil
    return Inline("\(section.noun) \(id)", to: hasPage ? .entry(section, id) : nil)
  }

  private func more(_ count: Int) -> [Document.Block] {
    count > Self.most ? [.remark(Inline("and \(count - Self.most) more"))] : []
  }
}
