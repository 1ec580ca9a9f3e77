internal import CaseModel
internal import Extraction

extension Case {
  /// Longer texts are read again only when their statements are proposed again, so that saving takes no time.
  private static let longestRenewed = 200_000

  /// Where an issue, an option or a milestone was entered, the suggestions that wait in the document are read
  /// once more, as they may be about it.
  func renewed(_ source: Source.ID, since before: Case, _ texts: CaseTexts) -> Case {
    guard
      issues.map(Shape.init) != before.issues.map(Shape.init)
        || milestones.count != before.milestones.count
    else { return self }
    guard let document = sources.first(where: { $0.id == source }), let text = texts[source].text,
      candidates.contains(where: { $0.statement.source == source && $0.status == .waiting })
    else { return self }
    let read = Set(statements.map(\.source)).union([source])
    let length = read.reduce(0) { $0 + (texts[$1].text?.count ?? 0) }
    guard length <= Self.longestRenewed else { return self }
    let proposer = StatementProposer(placed(in: texts), learningFrom: texts)
    return renewing(proposer.renewed(for: document, in: text))
  }

  /// What of an issue decides which words are about it.
  private struct Shape: Equatable {
    var title: String
    var value: Issue.ValueKind
    var unit: String?
    var options: [Slug]

    init(_ issue: Issue) {
      (title, value, unit) = (issue.title, issue.value, issue.unit)
      options = issue.options.map(\.id)
    }
  }
}
