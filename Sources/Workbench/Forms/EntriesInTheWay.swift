internal import CaseModel
internal import Foundations
internal import Presentation
internal import StateOfPlay

/// The entries that name one that is to be removed, each with the way to its form: they must be changed first.
struct EntriesInTheWay {
  private let noun: String
  private let request: PageRequest
  /// Each once, in the order of the case; nil for the section of the case's own entry.
  private var entries: [Entry] = []

  private struct Entry: Hashable {
    var section: Case.Section?
    var id: String
    /// An entry without an id is named by its place and has no form of its own here.
    var hasForm: Bool
  }

  /// So many are listed.
  private static let most = 20

  init(_ findings: [Finding], noun: String, _ request: PageRequest) {
    (self.noun, self.request) = (noun, request)
    var seen: Set<Entry> = []
    for finding in findings {
      let entry = Self.entry(finding.path)
      if seen.insert(entry).inserted { entries.append(entry) }
    }
  }

  private static func entry(_ path: EntryPath) -> Entry {
    guard case .key(let name)? = path.steps.first, let section = Case.Section(rawValue: name),
      path.steps.count > 1
    else { return Entry(section: nil, id: "case", hasForm: true) }
    switch path.steps[1] {
    case .id(let id), .key(let id): return Entry(section: section, id: id, hasForm: true)
    case .index(let index): return Entry(section: section, id: "#\(index + 1)", hasForm: false)
    }
  }

  var html: HTML {
    let left = entries.count - Self.most
    return """
      <div class="faults" role="alert" tabindex="-1"><p>Nothing was removed: \(counts) still \
      \(entries.count == 1 ? "names" : "name") this \(noun). Change \
      \(entries.count == 1 ? "it" : "them") first:</p>
      <ul>\(entries.prefix(Self.most).html { line($0) })</ul>
      \(left > 0 ? "<p>and \(left) more</p>" as HTML : HTML())</div>

      """
  }

  /// `12 statements and 1 commitment`, by kind in the order of the case.
  private var counts: String {
    var counts: [(section: Case.Section?, count: Int)] = []
    for entry in entries {
      if let place = counts.firstIndex(where: { $0.section == entry.section }) {
        counts[place].count += 1
      } else {
        counts.append((entry.section, 1))
      }
    }
    return counts.map { section, count in
      guard let section else { return "the case’s own data" }
      return count == 1 ? "1 \(section.noun)" : "\(count) \(section.rawValue)"
    }.listed()
  }

  private func line(_ entry: Entry) -> HTML {
    let title = entry.section.map { request.index.title($0, entry.id) } ?? "The case"
    guard entry.hasForm else { return "<li dir=\"auto\">\(title)</li>\n" }
    var items = [Query.Item(name: "section", value: entry.section?.rawValue ?? "case")]
    if entry.section != nil { items.append(.init(name: "key", value: entry.id)) }
    return "<li dir=\"auto\"><a href=\"/edit?\(Query(items).text)\">\(title)</a></li>\n"
  }
}
