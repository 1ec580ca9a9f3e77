internal import Foundations

/// A mapping as a person reads it, before anything is written.
extension ExchangeMapping {
  /// Of the columns and codes that a project has: what each becomes.
  package func lines(for project: CodedProject) -> [String] {
    var names: Set<String> = []
    for passage in project.passages { names.formUnion(passage.fields.map(\.name)) }
    for row in project.entries { names.formUnion(row.map(\.name)) }
    var lines = names.sorted().map { name -> String in
      switch columns[name] ?? .ignore {
      case .ignore: "\(name): left out"
      case .stanceOf: "\(name) → stances of \(actors[name] ?? name)"
      case .issueOf: "\(name) → issue \(issues[name] ?? name)"
      case let column:
        "\(name) → \(column.rawValue)\(dates[name].map { ", \($0.rawValue)" } ?? "")"
      }
    }
    lines += Self.groups("code", project.codes.map { codes[$0.name] ?? "ignore" })
    lines += Self.values("stance", stances) + Self.values("act", acts)
    return lines
  }

  /// `12 codes → issue`, one line for each thing that codes become.
  private static func groups(_ what: String, _ meanings: [String]) -> [String] {
    Dictionary(grouping: meanings, by: \.self).sorted { $0.key < $1.key }.map { meaning, all in
      "\(all.count.counted(what)) \(meaning == "ignore" ? "left out" : "→ \(meaning)")"
    }
  }

  private static func values(_ what: String, _ values: [String: String]) -> [String] {
    let other = values.filter { $0.key != $0.value }.sorted { $0.key < $1.key }
    guard !other.isEmpty else { return [] }
    let shown = other.prefix(12).map { "“\($0.key)” → \($0.value)" }.joined(separator: ", ")
    return ["\(what): \(shown)\(other.count > 12 ? ", …" : "")"]
  }
}
