public import CaseModel
public import Foundations
internal import Networks

/// Who says the same as whom, and since when; see ``NetworksView``.
/// - Throws: what `checkpoint` throws.
/// - Complexity: O(statements · log statements + Σ over answers of the square of their actors), and
///   for the draws of the polarisation.
public func networks(
  _ theCase: Case, _ lens: Lens = Lens(), asking questions: NetworkQuestions = NetworkQuestions(),
  checkpoint: Checkpoint = Checkpoint()
) throws -> NetworksView {
  try networks(FilteredCase(theCase, lens), asking: questions, checkpoint)
}

func networks(
  _ filtered: FilteredCase, asking questions: NetworkQuestions, _ checkpoint: Checkpoint
) throws -> NetworksView {
  try NetworkMaker(filtered, questions, checkpoint).view()
}

/// Makes the view of a case's networks.
private struct NetworkMaker {
  let filtered: FilteredCase
  let questions: NetworkQuestions
  let checkpoint: Checkpoint
  private let read: NetworkStatements
  private let entries: [NetworkStatements.Entry]
  private let table: StatementTable
  private let selection: Selection
  private let network: OneModeNetwork
  private var leftOut: [NetworksView.LeftOut.Reason: Int]

  init(_ filtered: FilteredCase, _ questions: NetworkQuestions, _ checkpoint: Checkpoint) throws {
    self.filtered = filtered
    self.questions = questions
    self.checkpoint = checkpoint
    read = NetworkStatements(filtered, questions.actors)
    leftOut = read.leftOut
    var within = read.entries
    if let from = questions.from {
      let start = Int(from.earliest.number)
      let undated = Set(within.lazy.filter { $0.day == nil && $0.agrees != nil }.map(\.place))
      leftOut[.undated] = undated.isEmpty ? nil : undated.count
      within.removeAll { $0.day.map { $0 < start } ?? true }
    }
    entries = within
    let taken = within.filter { $0.agrees != nil }
    table = try StatementTable(read.coded(taken), checkpoint: checkpoint)
    self.taken = taken
    selection = Selection(duplicates: questions.duplicates, minimumOfActor: questions.least)
    network = try table.oneMode(.actors, selection, checkpoint: checkpoint)
  }

  private let taken: [NetworkStatements.Entry]

  func view() throws -> NetworksView {
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
    var view = NetworksView(
      rule: NetworksView.rule, asked: questions, days: days, statements: counted.count,
      actors: try actors(polarisation), answers: answers(positions), positions: positions,
      ties: ties(divided), polarisation: polarisation,
      balance: tied.count > 2 && tied.count <= OneModeNetwork.campLimit ? try balance() : nil,
      changes: try changes(),
      leftOut: NetworksView.LeftOut.Reason.allCases.compactMap { reason in
        left[reason].map { .init(reason: reason, statements: $0) }
      })
    let shown = Set(filtered.lens.parties)
    if !shown.isEmpty { view.show(only: shown) }
    return view
  }

  private var days: NetworksView.Days? {
    table.days.map {
      .init(
        first: EDTFDate(CivilDay(number: Int32($0.lowerBound))),
        last: EDTFDate(CivilDay(number: Int32($0.upperBound))))
    }
  }

  private func id(_ member: Int) -> Case.Actor.ID { Case.Actor.ID(network.members[member]) }

  private func actors(
    _ polarisation: NetworksView.Polarisation?
  ) throws -> [NetworksView.Actor] {
    let places = try places()
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
  private func places() throws -> [String: NetworksView.Place] {
    let all = NetworkStatements(filtered, questions.actors)
    let table = try StatementTable(
      all.coded(all.entries.filter { $0.agrees != nil }), checkpoint: checkpoint)
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
    let both = try table.twoMode(selection, checkpoint: checkpoint)
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

extension NetworkMaker {
  private func names(_ camps: Camps) -> [[Case.Actor.ID]] {
    [camps.first, camps.second].map { $0.map(id) }.filter { !$0.isEmpty }
  }

  private func polarisation() throws -> NetworksView.Polarisation? {
    // A draw exchanges every statement twenty times.
    let draws = questions.draws ?? min(200, max(20, 400_000 / max(table.count, 1)))
    let found: Polarisation
    do {
      found = try table.polarisation(
        .actors, selection, draws: draws, seed: questions.seed, checkpoint: checkpoint)
    } catch NetworkError.tooManyActors {
      return nil
    }
    return .init(
      score: found.score, bound: found.bound, isProven: found.isProven,
      draws: found.chance?.draws ?? 0, mean: found.chance?.mean ?? 0, z: found.chance?.z,
      share: found.chance?.share ?? 0, p: found.chance?.p ?? 1, camps: names(found.camps))
  }

  private func balance() throws -> NetworksView.Balance {
    let found = try network.frustration(seed: questions.seed, checkpoint: checkpoint)
    return .init(
      frustration: Int(found.value), least: Int(found.lowerBound.rounded(.up)),
      isProven: found.isProven, signed: Int(found.total), camps: names(found.camps),
      frustrated: found.frustrated.map { [id($0.first), id($0.second)] })
  }

  /// With fewer periods, or fewer with ties, a permutation test can find nothing.
  private static let fewestPeriods = 6
  private static let mostPeriods = 400

  private func changes() throws -> NetworksView.Changes? {
    guard let days = table.days else { return nil }
    let unit = questions.period ?? Self.period(days.count)
    let windows = try Window.slices(of: unit, covering: table)
    guard (Self.fewestPeriods...Self.mostPeriods).contains(windows.count) else { return nil }
    let series = try table.series(.actors, selection, windows: windows, checkpoint: checkpoint)
    guard series.count(where: { !$0.ties.isEmpty }) >= Self.fewestPeriods else { return nil }
    let found = try ChangePoints(series, seed: questions.seed, checkpoint: checkpoint)
    let points = found.changes.sorted { $0.window < $1.window }.compactMap { change in
      windows[change.window].start.map {
        NetworksView.Changes.Point(
          date: EDTFDate(CivilDay(number: Int32($0))), p: change.p)
      }
    }
    return .init(
      period: unit, periods: windows.count, permutations: found.permutations, points: points)
  }

  private static func period(_ days: Int) -> CalendarUnit {
    switch days {
    case ...120: .week
    case ...1100: .month
    case ...4400: .quarter
    default: .year
    }
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
