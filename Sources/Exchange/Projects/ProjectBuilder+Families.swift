internal import CaseModel

/// The family and the stage of an issue.
extension ProjectBuilder {
  /// - Parameters:
  ///   - families: the first is taken, as it is written.
  ///   - stages: as PA-X codes them.
  /// - Returns: whether the issue had none and got one.
  mutating func classify(
    _ issue: Case.Issue.ID, _ families: [String], _ stages: [String]
  ) -> Bool {
    let before = book.issue(issue)
    if let family = families.first, !book.classify(issue, category: family) {
      differ("\(issue): category \(before?.category ?? "") in the case, \(family) in the file")
    }
    for name in stages.prefix(1) {
      let stage = Case.Issue.Stage.allCases.first { $0.rawValue.lowercased() == name.lowercased() }
      guard let stage else {
        left.add("stages that are none of PA-X", name)
        continue
      }
      if !book.classify(issue, stage: stage) {
        let own = before?.stage?.rawValue ?? ""
        differ("\(issue): stage \(own) in the case, \(stage.rawValue) in the file")
      }
    }
    let after = book.issue(issue)
    return before?.category != after?.category || before?.stage != after?.stage
  }

  /// Each difference is named once, however often the file has it.
  mutating func differ(_ line: String) {
    if noted.insert(line).inserted { report.differing.append(line) }
  }

  /// Rows that describe issues and actors, and are no statements.
  mutating func addEntry(_ fields: [CodedProject.Field]) {
    func values(_ column: ExchangeMapping.Column) -> [String] {
      fields.filter { mapping.columns[$0.name] == column }
        .map { Names.plain($0.value) }.filter { !$0.isEmpty }
    }
    for name in values(.issue).flatMap(names) {
      let id = book.issue(name)
      for name in values(.answer).flatMap(names) { _ = answer(name, of: id) }
      _ = classify(id, values(.category) + families(values(.ucdp)), values(.stage))
    }
    guard values(.issue).isEmpty else { return }
    for name in values(.speaker).flatMap(Self.several) {
      var unit = CodedProject.Unit(name)
      unit.attributes = values(.kind).map { .init("kind", $0.lowercased()) }
      unit.attributes += values(.alias).flatMap { Self.several($0) }.map { .init("alias", $0) }
      let actor = book.actor(name, .organisation)
      for body in values(.speaksFor).flatMap(Self.several) {
        _ = book.speaks(actor, for: book.actor(body, .organisation), by: nil)
      }
      // After that, as who speaks for another is a person only where no kind is given.
      for attribute in book.describe(unit) { left.add("attributes of actors", attribute) }
    }
  }

  /// The families that variables of UCDP stand for, in words.
  mutating func families(_ variables: [String]) -> [String] {
    variables.compactMap { name in
      if let family = IssueFamily.named(name) { return family.words }
      left.add("variables that UCDP does not have", name)
      return nil
    }
  }
}
