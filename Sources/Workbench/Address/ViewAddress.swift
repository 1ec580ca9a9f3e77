internal import CaseModel
internal import Presentation
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
    for option in LensOption.all where option.area != .none {
      do {
        try option.read(query.all(option.name), into: &lens, index)
      } catch {
        throw Problem.badRequest(error.message, hint: error.hint, field: error.option)
      }
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

  /// The same page with what of a query can be meant for the lens, and no question of its own.
  init(path: String, meantBy query: Query, index: CaseIndex) {
    self.path = path
    for option in LensOption.all where option.area != .none {
      try? option.read(query.all(option.name), into: &lens, index)
    }
  }

  /// Asks that the CSV begin with a byte order mark, for spreadsheets.
  static let byteOrderMark = "bom"

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
    for option in LensOption.all where option.area != .none {
      query.add(option.name, option.value.texts(of: lens))
    }
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

  /// The same page with one more choice of the lens, or with these answers to questions of its own in
  /// place of those it has.
  func asking(_ questions: [Link.Asked]) -> ViewAddress {
    var other = self
    for name in Set(questions.map(\.name)) where LensOption.all.allSatisfy({ $0.name != name }) {
      other = other.asking(name, nil)
    }
    for question in questions {
      let option = LensOption.all.first { $0.name == question.name }
      guard case .names(_, let get, let set)? = option?.value else {
        other.own.add(question.name, question.answer)
        continue
      }
      let names = get(other.lens)
      set(
        &other.lens, question.answer.map { names.contains($0) ? names : names + [$0] } ?? [])
    }
    return other
  }

  /// The same view as data.
  func twin(_ ending: String) -> String {
    var other = self
    other.path += "." + ending
    return other.href
  }
}
