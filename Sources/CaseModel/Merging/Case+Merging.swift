/// A case in which two entries are one, or one is two, with the entries that changed by it.
package struct MergedCase: Sendable {
  package var theCase: Case
  package var touched: [(section: Case.Section, id: String?)]
  /// Of the entry that remains, or the new one.
  package var id: String
}

extension Case {
  /// The case in which `other` is `kept`: whatever named it names the one that is kept, its names stay as
  /// other names, its offices and links too.
  /// - Throws: ``MergeError`` where the record would then say two things of one.
  package func merging(_ other: Actor.ID, into kept: Actor.ID) throws(MergeError) -> MergedCase {
    let (lost, place) = try pair(actors, other, kept)
    var merged = self
    merged.actors.removeAll { $0.id == other }
    var rewrite = ReferenceRewrite()
    let owners = Dictionary(
      issues.map { ($0.id.raw, Set($0.members.map(\.id.raw))) }, uniquingKeysWith: { a, _ in a })
    try rewrite.apply(to: &merged) { id, target in
      guard id == other.raw else { return }
      switch target {
      case .entry(.actors), .who: id = kept.raw
      case .member(let issue) where owners[issue]?.contains(id) != true: id = kept.raw
      case .entry, .option, .member, .reading, .clause, .eventOrDate: break
      }
    }
    var actor = merged.actors[place]
    actor.aliases.add([lost.name] + lost.aliases)
    actor.aliases.removeAll { $0 == actor.name }
    actor.roles.add(lost.roles)
    actor.offices.add(lost.offices)
    actor.speaksFor.add(lost.speaksFor)
    actor.partOf.add(lost.partOf)
    var own = ReferenceRewrite()
    var wrapped = Case(Header())
    wrapped.actors = [actor]
    try own.apply(to: &wrapped) { id, target in
      if id == other.raw, target == .entry(.actors) { id = kept.raw }
    }
    actor = wrapped.actors.first ?? actor
    // No one speaks for or is a part of themselves.
    actor.speaksFor.removeAll { $0.actor == kept }
    actor.partOf.removeAll { $0 == kept }
    merged.actors[place] = actor
    return MergedCase(theCase: merged, touched: rewrite.touched, id: kept.raw)
  }

  /// The case in which the issue `other` is `kept`, its options and members beside those of the one kept.
  /// - Throws: ``MergeError`` where they are answered in different ways, or the record would then say two
  ///   things of one.
  package func merging(_ other: Issue.ID, into kept: Issue.ID) throws(MergeError) -> MergedCase {
    let (lost, place) = try pair(issues, other, kept)
    let own = issues.first { $0.id == kept } ?? lost
    guard lost.value == own.value, lost.unit == own.unit else {
      throw MergeError(
        message: "“\(lost.title)” and “\(own.title)” are answered in different ways",
        hint: "give both the same kind of answer and the same unit first")
    }
    guard lost.kind == own.kind, lost.ended == own.ended else {
      throw MergeError(
        message: "one of the issues is a question of fact or ended, and the other is not",
        hint: "make them alike first")
    }
    var merged = self
    merged.issues.removeAll { $0.id == other }
    var options = own.options
    var renamed: [String: String] = [:]
    for option in lost.options {
      if let same = options.firstIndex(where: { $0.title == option.title }) {
        renamed[option.id.raw] = options[same].id.raw
        options[same].aliases.add(option.aliases)
        options[same].takenBy.add(option.takenBy)
        continue
      }
      var option = option
      let id = option.id.raw.free(among: Set(options.map(\.id.raw)))
      renamed[option.id.raw] = id
      option.id = Slug(id)
      options.append(option)
    }
    var rewrite = ReferenceRewrite()
    try rewrite.apply(to: &merged) { id, target in
      switch target {
      case .option(let issue) where issue == other.raw: id = renamed[id] ?? id
      case .entry(.issues) where id == other.raw: id = kept.raw
      case .entry, .option, .member, .reading, .clause, .who, .eventOrDate: break
      }
    }
    var issue = merged.issues[place]
    issue.options = options
    for member in lost.members where !issue.members.contains(where: { $0.id == member.id }) {
      issue.members.append(member)
    }
    issue.keywords.add([lost.title] + lost.keywords)
    issue.parties =
      own.parties.isEmpty || lost.parties.isEmpty ? [] : own.parties.adding(lost.parties)
    issue.consent.add(lost.consent)
    issue.equivalents.add(lost.equivalents)
    for pair in lost.wants.pairs {
      if let known = issue.wants.pairs.first(where: { $0.actor == pair.actor }) {
        guard known.value == pair.value else {
          throw MergeError(
            message: "what \(pair.actor) wants of the two issues differs",
            hint: "make it alike first")
        }
        continue
      }
      issue.wants.pairs.append(pair)
    }
    merged.issues[place] = issue
    return MergedCase(theCase: merged, touched: rewrite.touched, id: kept.raw)
  }

  /// The case in which what `statements` say of the actor is said of another, who is new.
  /// - Throws: ``MergeError`` where there is no such actor, or none of the statements names it.
  package func splitting(
    _ actor: Actor.ID, as new: Actor, _ statements: Set<Statement.ID>
  ) throws(MergeError) -> MergedCase {
    guard let place = actors.firstIndex(where: { $0.id == actor }) else {
      throw Self.unknown("actor", actor.raw)
    }
    var split = self
    var made = new
    (made.kind, made.partOf, made.speaksFor) = (
      actors[place].kind, actors[place].partOf, actors[place].speaksFor
    )
    split.actors.insert(made, at: place + 1)
    let touched = try split.rewrite(statements) { id, target in
      if id == actor.raw, target == .entry(.actors) { id = new.id.raw }
    }
    return MergedCase(theCase: split, touched: touched, id: new.id.raw)
  }

  /// The case in which `statements` are on another issue, which is new and has the same answers.
  /// - Throws: ``MergeError`` where there is no such issue, or none of the statements is on it.
  package func splitting(
    _ issue: Issue.ID, as id: Issue.ID, _ title: String, _ statements: Set<Statement.ID>
  ) throws(MergeError) -> MergedCase {
    guard let place = issues.firstIndex(where: { $0.id == issue }) else {
      throw Self.unknown("issue", issue.raw)
    }
    var split = self
    var made = issues[place]
    (made.id, made.title) = (id, title)
    split.issues.insert(made, at: place + 1)
    let touched = try split.rewrite(statements) { found, target in
      if found == issue.raw, target == .entry(.issues) { found = id.raw }
    }
    return MergedCase(theCase: split, touched: touched, id: id.raw)
  }

  private mutating func rewrite(
    _ chosen: Set<Statement.ID>, _ change: @escaping (inout String, ReferenceTarget) -> Void
  ) throws(MergeError) -> [(section: Section, id: String?)] {
    var touched: [(section: Section, id: String?)] = []
    for place in statements.indices where chosen.contains(statements[place].id) {
      if try ReferenceRewrite.apply(to: &statements[place], change) {
        touched.append((.statements, statements[place].id.raw))
      }
    }
    guard !touched.isEmpty else {
      throw MergeError(
        message: "none of the statements chosen names it",
        hint: "choose those that go to the new one")
    }
    return touched
  }

  private func pair<Entry: IdentifiedEntry & Recorded>(
    _ entries: [Entry], _ other: EntryID<Entry>, _ kept: EntryID<Entry>
  ) throws(MergeError) -> (lost: Entry, place: Int) {
    let noun = Entry.section.noun
    guard other != kept else {
      throw MergeError(message: "it is the same \(noun)", hint: "choose two")
    }
    guard let lost = entries.first(where: { $0.id == other }) else {
      throw Self.unknown(noun, other.raw)
    }
    let left = entries.filter { $0.id != other }
    guard let place = left.firstIndex(where: { $0.id == kept }) else {
      throw Self.unknown(noun, kept.raw)
    }
    guard lost.provenance.confidential == left[place].provenance.confidential else {
      throw MergeError(
        message: "one of the two is confidential and the other is not",
        hint: "make them alike first")
    }
    return (lost, place)
  }

  private static func unknown(_ noun: String, _ id: String) -> MergeError {
    MergeError(
      message: "the case holds no \(noun) `\(id.shortened(to: 60))`",
      hint: "someone may have removed it")
  }
}

extension Array where Element: Hashable {
  /// With those of the others that are not there yet.
  fileprivate mutating func add(_ others: [Element]) { self = adding(others) }

  fileprivate func adding(_ others: [Element]) -> [Element] {
    var known = Set(self)
    return self + others.filter { known.insert($0).inserted }
  }
}

extension String {
  /// Itself, or with the first number that makes it another than all of those.
  fileprivate func free(among taken: Set<String>) -> String {
    guard taken.contains(self) else { return self }
    var number = 2
    while taken.contains("\(self)-\(number)") { number += 1 }
    return "\(self)-\(number)"
  }
}
