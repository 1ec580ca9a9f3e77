internal import CaseModel
internal import StateOfPlay

/// The whole of a view in one address: which page, through which lens, and what the page itself was
/// asked. It holds ids and dates, never words of the case.
///
/// One view has one address: ``href`` of what ``init(path:query:own:index:)`` reads is the same
/// address again, so that pages can be kept by it and links compared.
struct ViewAddress: Sendable, Hashable {
  /// The page without its query, as `/positions/ceasefire/ukraine`.
  var path: String
  /// Without `redact`, which the server decides and no address.
  var lens = Lens()
  /// The page's own questions.
  var own = Query()

  init(path: String, lens: Lens = Lens(), own: Query = Query()) {
    self.path = path
    self.lens = lens
    self.own = own
  }

  /// - Parameter own: the names of the page's own questions; others are left out. A name that ends
  ///   in a full stop, `set.`, stands for all that begin so.
  /// - Throws: ``Problem`` where a date or a name of the case cannot be meant.
  init(path: String, query: Query, own names: [String], index: CaseIndex) throws {
    self.path = path
    lens.asOf = try Self.date(query, "as-of")
    lens.since = try Self.date(query, "since")
    lens.knownAt = try Self.date(query, "known-at")
    lens.toldBy = try Self.date(query, "told-by")
    lens.parties = try Self.known(query, "party", .actors, index).map { Case.Actor.ID($0) }
    lens.issues = try Self.known(query, "issue", .issues, index).map { Case.Issue.ID($0) }
    lens.sources = try Self.known(query, "source", .sources, index).map { Case.Source.ID($0) }
    if let grade = query.all("credibility").last {
      guard let worst = Int(grade), (1...5).contains(worst) else {
        throw Problem.badRequest(
          "`\(grade.shortened(to: 60))` is no grade of credibility",
          hint: "grades are 1, the best, to 5")
      }
      lens.worstCredibility = worst
    }
    if let word = query.all("directness").last {
      guard let furthest = Directness(rawValue: word) else {
        throw Problem.badRequest(
          "`\(word.shortened(to: 60))` says nothing of how near a statement is",
          hint: "it is quoted, ascribed, third or otherParty")
      }
      lens.directness = furthest
    }
    for name in names {
      guard name.hasSuffix(".") else {
        own.add(name, query.all(name))
        continue
      }
      // The last one given counts, and their order is no part of the view.
      let given = query.items.filter { $0.name.hasPrefix(name) && !$0.value.isEmpty }
      let last = Dictionary(given.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
      own.items += last.values.sorted { $0.name < $1.name }
    }
  }

  /// Path and query.
  var href: String {
    let query = self.query.text
    return query.isEmpty ? path : "\(path)?\(query)"
  }

  var query: Query {
    var query = lensQuery
    query.items += own.items
    return query
  }

  /// What of the query is the lens's: it goes with a reader from page to page.
  var lensQuery: Query {
    var query = Query()
    query.add("as-of", lens.asOf?.text)
    query.add("since", lens.since?.text)
    query.add("known-at", lens.knownAt?.text)
    query.add("told-by", lens.toldBy?.text)
    query.add("party", lens.parties.map(\.raw))
    query.add("issue", lens.issues.map(\.raw))
    query.add("source", lens.sources.map(\.raw))
    query.add("credibility", lens.worstCredibility.map(String.init))
    query.add("directness", lens.directness?.rawValue)
    return query
  }

  /// The same look at another page.
  func at(_ path: String, _ own: Query = Query()) -> ViewAddress {
    ViewAddress(path: path, lens: lens, own: own)
  }

  /// The same page through another lens.
  func through(_ change: (inout Lens) -> Void) -> ViewAddress {
    var other = self
    change(&other.lens)
    return other
  }

  /// The same page with another answer to one of its own questions; nil takes it away, and with
  /// `set.` all that begin so.
  func asking(_ name: String, _ value: String?) -> ViewAddress {
    var other = self
    other.own.items.removeAll { item in
      name.hasSuffix(".") ? item.name.hasPrefix(name) : item.name == name
    }
    other.own.add(name, value)
    return other
  }

  /// The same view as data.
  func twin(_ ending: String) -> String {
    var other = self
    other.path += "." + ending
    return other.href
  }

  private static func date(_ query: Query, _ name: String) throws -> EDTFDate? {
    guard let text = query.all(name).last else { return nil }
    do {
      return try EDTFDate(text)
    } catch {
      throw Problem.badRequest(
        "`\(text.shortened(to: 60))` is not a date: \(error.reason)",
        hint: "dates are written 2025-05-16, 2025-05 or 2025")
    }
  }

  /// The names given, each once, in the order given.
  private static func known(
    _ query: Query, _ name: String, _ section: Case.Section, _ index: CaseIndex
  ) throws -> [String] {
    var ids: [String] = []
    for id in query.all(name) where !ids.contains(id) {
      guard index.position(section, id) != nil else {
        throw Problem.badRequest(
          "this case has no \(section.noun) `\(id.shortened(to: 60))`",
          hint: nearest(to: id, among: index.ids(section)).map { "did you mean `\($0)`?" })
      }
      ids.append(id)
    }
    return ids
  }
}
