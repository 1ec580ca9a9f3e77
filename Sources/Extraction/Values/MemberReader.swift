package import CaseModel

/// Finds which members of a set-valued issue a text names, and whether its list is closed.
package enum MemberReader {
  /// Names, each with what it is a name of: an issue's members, or actors where they are meant.
  package static func names(of issue: Case.Issue, actors: [Case.Actor] = []) -> NameFinder<Slug> {
    var names: [(String, Slug)] = []
    for member in issue.members {
      names.append((member.name ?? member.id.raw, member.id))
      if member.name != nil { names.append((member.id.raw, member.id)) }
      // `Donetsk oblast` is called Donetsk.
      if let first = member.name?.split(separator: " ").first, first.utf8.count > 3 {
        names.append((String(first), member.id))
      }
      names += member.aliases.map { ($0, member.id) }
    }
    for actor in actors {
      names += ([actor.name] + actor.aliases).map { ($0, Slug(actor.id.raw)) }
    }
    return NameFinder(names)
  }

  /// Nil where the text names no member.
  ///
  /// `among others`, `such as` and `including` leave the set open; `all but Crimea` is all others, with
  /// Crimea left out by name; `all four regions` is all.
  /// - Complexity: O(text).
  package static func set(
    in text: String, names: NameFinder<Slug>, all: [Slug]
  ) -> (set: MemberSet, place: Range<Int>)? {
    let words = SpanText(text)
    let found = names.places(in: FoldedText(text))
    let exception = Self.exception(in: words)
    var set = MemberSet([])
    var place: Range<Int>?
    for mention in found {
      for member in mention.names where all.isEmpty || all.contains(member) {
        if let exception, mention.place.lowerBound >= exception.end {
          if !set.except.contains(member) { set.except.append(member) }
        } else if !set.members.contains(member) {
          set.members.append(member)
        }
        place =
          place.map {
            min(
              $0.lowerBound, mention.place.lowerBound)..<max(
                $0.upperBound, mention.place.upperBound)
          }
          ?? mention.place
      }
    }
    if set.members.isEmpty, !all.isEmpty {
      if exception != nil, !set.except.isEmpty {
        set.members = all.filter { !set.except.contains($0) }
      } else if let range = wholeSet(in: words, count: all.count), set.except.isEmpty {
        set.members = all
        place = range
      }
    }
    guard let place, !set.members.isEmpty else { return nil }
    set.open = isOpen(words)
    if let exception { return (set, min(place.lowerBound, exception.start)..<place.upperBound) }
    return (set, place)
  }

  /// In code points: where the words of an exception begin, and where they end.
  private static func exception(in text: SpanText) -> (start: Int, end: Int)? {
    exceptions.first(in: text).map { range in
      let place = text.place(range)
      return (place.lowerBound, place.upperBound)
    }
  }

  /// `all four regions`, `both`, `all of them`.
  private static func wholeSet(in text: SpanText, count: Int) -> Range<Int>? {
    for place in text.pieces.indices {
      if count == 2, text.has("both", at: place) { return text.place(place..<place + 1) }
      guard text.has("all", at: place) else { continue }
      if let number = text.number(at: place + 1) {
        if number.value.whole == count { return text.place(place..<number.end) }
      } else if text.has("of", "them", at: place + 1) || place + 1 == text.count {
        return text.place(place..<min(place + 3, text.count))
      }
    }
    return nil
  }

  private static func isOpen(_ text: SpanText) -> Bool { openings.first(in: text) != nil }

  private static let exceptions = PhraseTable(
    """
    all but|all except|everything but|everything except|except for|except|with the exception of|apart \
    from|excluding|other than|without|save for|aside from|but not|за исключением|кроме|за винятком|крім
    """)

  private static let openings = PhraseTable(
    """
    among others|amongst others|among other|such as|including|include|includes|and others|and other|for \
    example|for instance|inter alia|and elsewhere|and so on|etc|like|…|. . .|у тому числі|зокрема|в том \
    числе|и другие|та інші|например
    """)
}
