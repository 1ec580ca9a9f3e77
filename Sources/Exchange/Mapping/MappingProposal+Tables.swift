internal import CaseModel

/// Tables that are no lists of statements: a matrix of stances, and agreements with what they contain.
extension ExchangeMapping {
  /// - Parameter values: by the name of a column, what stands in it.
  mutating func proposeTable(_ values: [String: Set<String>]) {
    if !proposeAgreements(values) { proposeMatrix(values) }
  }

  /// The tables that PA-X and UCDP publish: a row an agreement, a column a family of issues, a number
  /// how far the agreement provides for it.
  /// A column is one of numbers where at least half of its different values are; the others are named
  /// when the cells are read.
  /// - Returns: whether it is one.
  private mutating func proposeAgreements(_ values: [String: Set<String>]) -> Bool {
    let counted = values.filter { name, own in
      IssueFamily.counted(by: name) != nil && own.count { Double($0) != nil } * 2 >= own.count
    }
    guard counted.count >= 4 else { return false }
    for name in counted.keys {
      columns[name] = .issueOf
      issues[name] = IssueFamily.counted(by: name)?.words.capitalisedFirst
    }
    for name in values.keys {
      guard let column = Self.agreementColumns[Self.plain(name)], columns[name] != .issueOf else {
        continue
      }
      // Signatures written out in full are no names.
      let isLong = values[name]?.flatMap(ProjectBuilder.several).contains { $0.count > 100 } == true
      columns[name] = column == .speaksFor && isLong ? .sourceNote : column
    }
    return true
  }

  /// Of both databases, the columns that say which agreement it is.
  private static let agreementColumns: [String: Column] = {
    var columns: [String: Column] = [
      "agt": .source, "pa name": .source, "agtid": .sourceID, "paid": .sourceID,
      "dat": .published, "pa date": .published, "part": .speaksFor, "pa sign": .speaksFor,
      "pdflink": .address,
    ]
    let notes = [
      "con", "contp", "ppname", "reg", "status", "agtp", "stage", "stagesub", "thrdpart", "othagr",
      "conflict name", "dyad name", "pa type", "pa comment", "pa 3rd", "region",
    ]
    for name in notes { columns[name] = .sourceNote }
    return columns
  }()

  /// A row an issue, a column an actor, a cell the stance of the one on the other. A column is one of
  /// stances where at least half of its different values are; the others are named when the cells are
  /// read.
  private mutating func proposeMatrix(_ values: [String: Set<String>]) {
    func isStances(_ name: String) -> Bool {
      let own = (values[name] ?? []).flatMap(ProjectBuilder.several)
      let read = own.count { Self.stance(named: $0) != nil || Self.plain($0) == Self.forIf }
      return read > 0 && read * 2 >= own.count
    }
    var found = values.keys.filter { Self.actor(ofStances: $0) != nil && isStances($0) }
    if found.isEmpty, !columns.values.contains(.speaker), !columns.values.contains(.stance) {
      // Without such names, columns of words such as "for" and "against" under names of no other use.
      found = values.keys.filter { name in
        columns[name] == .ignore && isStances(name)
          && (values[name] ?? []).contains { $0.contains(where: \.isLetter) }
      }
      // One column alone must say whether one is for something, not only yes or no to a question.
      let isIssues = columns.values.contains(.issue)
      guard found.count > 1 || isIssues && found.contains(where: { isSides(values[$0] ?? []) })
      else { return }
    }
    for name in found.sorted() {
      columns[name] = .stanceOf
      actors[name] = Self.actor(ofStances: name) ?? name
    }
    guard !found.isEmpty, !columns.values.contains(.issue) else { return }
    for wish in ["title", "question", "demand", "item", "article"] {
      guard let name = columns.keys.first(where: { Self.plain($0) == wish }) else { continue }
      columns[name] = .issue
      break
    }
    for (name, column) in columns {
      switch Self.plain(name) {
      case "group" where column == .speaksFor: columns[name] = .category
      case "article" where column == .source, "item" where column == .source:
        columns[name] = .ignore
      default: break
      }
    }
  }

  private func isSides(_ values: Set<String>) -> Bool {
    let words = Set(values.flatMap(ProjectBuilder.several).map(Self.plain))
    let sides: Set<String> = [
      "for", "against", Self.forIf, "support", "supports", "oppose", "opposes", "agree", "agrees",
      "disagree", "disagrees", "in favour", "in favor",
    ]
    return !words.isDisjoint(with: sides)
  }

  /// `ukraine_stance`, `Stance of Ukraine`: the actor; nil for other names.
  private static func actor(ofStances name: String) -> String? {
    let words = name.map { $0 == "_" ? " " : $0 }.split(separator: " ").map { String($0) }
    var rest = words[...]
    if rest.last?.lowercased() == "stance" || rest.last?.lowercased() == "position" {
      rest.removeLast()
    } else if rest.count > 2, rest.first?.lowercased() == "stance", rest.dropFirst().first == "of" {
      rest = rest.dropFirst(2)
    } else {
      return nil
    }
    guard !rest.isEmpty else { return nil }
    // As names of columns are written in programs, and not as an actor is called.
    let isPlain = name.contains("_") && name == name.lowercased()
    return rest.map { isPlain ? $0.prefix(1).uppercased() + $0.dropFirst() : $0 }
      .joined(separator: " ")
  }
}
