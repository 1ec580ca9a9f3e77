internal import CaseModel
internal import Foundations
internal import Networks

/// Makes the view of a case's networks.
struct NetworkMaker {
  let filtered: FilteredCase
  let questions: NetworkQuestions
  let checkpoint: Checkpoint
  let read: NetworkStatements
  let within: NetworkWindow
  /// Those of the window, in which words taken back are included.
  private let entries: [NetworkStatements.Entry]
  /// Those that count, in the order of the tables.
  let taken: [NetworkStatements.Entry]
  /// Where a kernel is asked for, a pair of statements weighs the root of the product of their two
  /// weights: each has the root of its own here, and its own in ``weighted``.
  let table: StatementTable
  private let weighted: StatementTable
  let selection: Selection
  let network: OneModeNetwork
  private var leftOut: [NetworksView.LeftOut.Reason: Int]

  init(_ filtered: FilteredCase, _ questions: NetworkQuestions, _ checkpoint: Checkpoint) throws {
    self.filtered = filtered
    self.questions = questions
    self.checkpoint = checkpoint
    read = NetworkStatements(filtered, questions.actors)
    leftOut = read.leftOut
    let within = NetworkWindow(questions, read.entries)
    self.within = within
    let undated = within.isAll ? [] : Set(read.entries.lazy.filter(\.isUndated).map(\.place))
    leftOut[.undated] = undated.isEmpty ? nil : undated.count
    entries = read.entries.filter { within.weight($0) > 0 }
    taken = entries.filter { $0.agrees != nil }
    table = try StatementTable(
      read.coded(taken) { within.weight($0).squareRoot() }, checkpoint: checkpoint)
    weighted =
      questions.kernel == nil
      ? table : try StatementTable(read.coded(taken, within.weight), checkpoint: checkpoint)
    selection = Selection(
      duplicates: questions.duplicates, minimumOfActor: questions.least,
      departures: Set(questions.departures ?? []))
    network = try table.oneMode(.actors, selection, checkpoint: checkpoint)
  }

  func view() throws -> NetworksView {
    let all = try everything()
    let divided =
      questions.normalisation == .none
      ? network
      : try table.oneMode(
        .actors, selection, normalisation: questions.normalisation, checkpoint: checkpoint)
    let positions = try self.positions()
    let counted = Set(positions.flatMap(\.statements))
    var left = leftOut
    let members = Set(network.members)
    for (reason, isOfMember) in [(NetworksView.LeftOut.Reason.repeated, true), (.rareActor, false)]
    {
      let missing = Set(
        taken.lazy.filter { members.contains($0.actor.raw) == isOfMember }
          .map { filtered.theCase.statements[$0.place].id }
      ).subtracting(counted)
      left[reason] = missing.isEmpty ? nil : missing.count
    }
    let tied = Set(network.ties.flatMap { [$0.first, $0.second] })
    let polarisation = tied.count > 2 ? try self.polarisation() : nil
    let balance =
      tied.count > 2 && tied.count <= OneModeNetwork.campLimit ? try self.balance() : nil
    var view = NetworksView(
      rule: NetworksView.rule, asked: questions, days: Self.days(table),
      span: Self.days(all), known: all.actors.count, statements: counted.count,
      actors: try actors(polarisation, all), answers: answers(positions), positions: positions,
      ties: ties(divided), polarisation: polarisation,
      balance: balance, changes: try changes(), series: try series(all), backbone: try backbone(),
      coders: try coders(),
      leftOut: NetworksView.LeftOut.Reason.allCases.compactMap { reason in
        left[reason].map { .init(reason: reason, statements: $0) }
      })
    let shown = Set(filtered.lens.parties)
    if !shown.isEmpty { view.show(only: shown) }
    return view
  }

  /// All that was said by as-of, whatever the window.
  private func everything() throws -> StatementTable {
    try StatementTable(
      read.coded(read.entries.filter { $0.agrees != nil }) { _ in 1 }, checkpoint: checkpoint)
  }

  private static func days(_ table: StatementTable) -> NetworksView.Days? {
    table.days.map {
      .init(
        first: EDTFDate(CivilDay(number: Int32($0.lowerBound))),
        last: EDTFDate(CivilDay(number: Int32($0.upperBound))))
    }
  }

  func id(_ member: Int) -> Case.Actor.ID { Case.Actor.ID(network.members[member]) }

  private func actors(
    _ polarisation: NetworksView.Polarisation?, _ all: StatementTable
  ) throws -> [NetworksView.Actor] {
    let places = try places(all)
    return network.members.indices.map { member in
      let camp = polarisation.flatMap { found in
        found.camps.count == 2 ? found.camps.firstIndex { $0.contains(id(member)) } : nil
      }
      return .init(
        id: id(member), statements: network.activity[member], camp: camp.map { $0 + 1 },
        place: places[network.members[member]])
    }
  }

  /// Beyond so many actors the least active have no place.
  private static let mostPlaced = 150

  /// From all that was said by as-of, whatever the window, so that they stay as it moves.
  private func places(_ table: StatementTable) throws -> [String: NetworksView.Place] {
    let whole = try table.oneMode(
      .actors, Selection(duplicates: questions.duplicates), checkpoint: checkpoint)
    guard whole.members.count > Self.mostPlaced else { return placed(whole) }
    let floor = whole.activity.sorted(by: >)[Self.mostPlaced - 1]
    return placed(
      try table.oneMode(
        .actors, Selection(duplicates: questions.duplicates, minimumOfActor: floor + 1),
        checkpoint: checkpoint))
  }

  private func placed(_ whole: OneModeNetwork) -> [String: NetworksView.Place] {
    guard whole.members.count <= 2 * Self.mostPlaced else { return [:] }
    return Dictionary(
      zip(whole.members, NetworkLayout(whole).places).map { ($0, .init(x: $1.x, y: $1.y)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func positions() throws -> [NetworksView.Position] {
    let both = try weighted.twoMode(selection, checkpoint: checkpoint)
    return try both.ties.map { tie in
      .init(
        actor: Case.Actor.ID(both.actors[tie.actor]), answer: both.concepts[tie.concept],
        agreement: tie.agreement, disagreement: tie.disagreement,
        value: try both.value(of: tie, .subtract, normalised: questions.share),
        statements: both.statements(of: tie).map { filtered.theCase.statements[taken[$0].place].id }
          .uniqued)
    }
  }

  private func answers(_ positions: [NetworksView.Position]) -> [NetworksView.Answer] {
    let spoken = Set(positions.map(\.answer))
    return read.answers.filter { spoken.contains($0.id) }
  }

  private func ties(_ divided: OneModeNetwork) -> [NetworksView.Tie] {
    let standings = self.standings
    let ties = zip(network.ties, divided.ties).map { raw, divided -> NetworksView.Tie in
      let standing = standings[.init(raw.first, raw.second)]
      return .init(
        first: id(raw.first), second: id(raw.second), congruence: divided.congruence,
        conflict: divided.conflict,
        side: raw.isAmbivalent ? .ambivalent : raw.congruence > 0 ? .congruent : .conflicting,
        same: standing?.same ?? 0, opposite: standing?.opposite ?? 0, turn: standing?.turn)
    }
    return ties.enumerated().sorted { a, b in
      let (x, y) = (
        a.element.congruence + a.element.conflict, b.element.congruence + b.element.conflict
      )
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  private var standings: [StandingBook.Pair: StandingBook.Standing] {
    let active = network.members.indices.sorted {
      (network.activity[$1], $0) < (network.activity[$0], $1)
    }
    let followed = active.prefix(StandingBook.mostActors)
    let places = Dictionary(
      followed.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    return StandingBook(entries, actors: places) { filtered.theCase.statements[$0].id }.standings
  }
}

extension NetworksView {
  /// Only the ties of these actors, and those at their other ends.
  fileprivate mutating func show(only some: Set<Case.Actor.ID>) {
    ties.removeAll { !some.contains($0.first) && !some.contains($0.second) }
    let members = some.union(ties.flatMap { [$0.first, $0.second] })
    actors.removeAll { !members.contains($0.id) }
    positions.removeAll { !members.contains($0.actor) }
    let spoken = Set(positions.map(\.answer))
    answers.removeAll { !spoken.contains($0.id) }
  }
}
