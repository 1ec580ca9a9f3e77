package import CaseModel
package import StateOfPlay

/// What an option of the lens can be: how it is read from text, written, and put into words.
package enum LensValue: Sendable {
  case date(any WritableKeyPath<Lens, EDTFDate?> & Sendable)
  /// Names of entries of one section of the case.
  case names(
    Case.Section, get: @Sendable (Lens) -> [String], set: @Sendable (inout Lens, [String]) -> Void)
  /// The worst grade of credibility, 1 to 5.
  case grade(any WritableKeyPath<Lens, Int?> & Sendable)
  case directness(any WritableKeyPath<Lens, Directness?> & Sendable)
  case flag(any WritableKeyPath<Lens, Bool> & Sendable)

  static func entries<Owner>(
    _ section: Case.Section, _ path: any WritableKeyPath<Lens, [EntryID<Owner>]> & Sendable
  ) -> LensValue {
    .names(
      section, get: { $0[keyPath: path].map(\.raw) },
      set: { $0[keyPath: path] = $1.map { EntryID<Owner>($0) } })
  }

  /// May be given several times.
  package var isList: Bool { if case .names = self { true } else { false } }
  package var isFlag: Bool { if case .flag = self { true } else { false } }

  /// As in an address, one text for each value; none where it is not set.
  package func texts(of lens: Lens) -> [String] {
    switch self {
    case .date(let path): lens[keyPath: path].map { [$0.text] } ?? []
    case .names(_, let get, _): get(lens)
    case .grade(let path): lens[keyPath: path].map { ["\($0)"] } ?? []
    case .directness(let path): lens[keyPath: path].map { [$0.rawValue] } ?? []
    case .flag(let path): lens[keyPath: path] ? ["yes"] : []
    }
  }

  /// As people read them, in the order of ``texts(of:)``.
  package func words(of lens: Lens, _ index: CaseIndex) -> [String] {
    switch self {
    case .date(let path): lens[keyPath: path].map { [$0.words] } ?? []
    case .names(.actors, let get, _): get(lens).map { index.name(Case.Actor.ID($0)) }
    case .names(.issues, let get, _):
      get(lens).map { index.issue(Case.Issue.ID($0))?.title ?? $0 }
    case .directness(let path): lens[keyPath: path].map { [$0.words] } ?? []
    case .names, .grade, .flag: texts(of: lens)
    }
  }

  func remove(_ position: Int, from lens: inout Lens) {
    switch self {
    case .date(let path): lens[keyPath: path] = nil
    case .names(_, let get, let set):
      var names = get(lens)
      names.remove(at: position)
      set(&lens, names)
    case .grade(let path): lens[keyPath: path] = nil
    case .directness(let path): lens[keyPath: path] = nil
    case .flag(let path): lens[keyPath: path] = false
    }
  }

  /// Empty texts say nothing; each name counts once, in the order given.
  func read(
    _ texts: [String], into lens: inout Lens, _ index: CaseIndex
  ) throws(LensError.Reason) {
    guard let last = texts.last else { return }
    switch self {
    case .date(let path): lens[keyPath: path] = try Self.lastDay(last)
    case .names(let section, _, let set): set(&lens, try Self.known(texts, section, index))
    case .grade(let path): lens[keyPath: path] = try Self.worstGrade(last)
    case .directness(let path):
      guard let furthest = Directness(rawValue: last) else { throw .unknownDirectness(last) }
      lens[keyPath: path] = furthest
    case .flag(let path): lens[keyPath: path] = true
    }
  }

  /// The day, month or year up to which something counts, of an interval its end: what lies before that
  /// counts anyhow.
  private static func lastDay(_ text: String) throws(LensError.Reason) -> EDTFDate {
    let date = try date(text)
    guard !date.hasOpenEnd else { throw .noLastDay(text) }
    guard date.isInterval, let end = date.text.split(separator: "/").last else { return date }
    do { return try EDTFDate(String(end.filter { !"?~%".contains($0) })) } catch {
      throw .notADate(text, reason: error.reason)
    }
  }

  /// A date as people write it; see ``WrittenDate``.
  package static func date(_ text: String) throws(LensError.Reason) -> EDTFDate {
    do {
      return try WrittenDate.read(text)
    } catch {
      throw .notADate(text, reason: error.reason)
    }
  }

  private static func known(
    _ texts: [String], _ section: Case.Section, _ index: CaseIndex
  ) throws(LensError.Reason) -> [String] {
    var names: [String] = []
    for name in texts where !names.contains(name) {
      guard index.position(section, name) != nil else {
        throw .unknown(name, section, known: index.ids(section))
      }
      names.append(name)
    }
    return names
  }

  /// `3`, or `1-3` for the same: grades begin with the best, so that only the worst need be known.
  private static func worstGrade(_ text: String) throws(LensError.Reason) -> Int {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let worst = parts.last.flatMap({ Int($0) }), (1...5).contains(worst),
      parts.count == 1 || (parts.count == 2 && parts[0] == "1")
    else { throw .notAGrade(text) }
    return worst
  }
}
