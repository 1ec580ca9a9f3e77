internal import CaseModel
internal import Foundations
internal import Networks

/// The measures of the network as a whole.
extension NetworkMaker {
  private func names(_ camps: Camps) -> [[Case.Actor.ID]] {
    [camps.first, camps.second].map { $0.map(id) }.filter { !$0.isEmpty }
  }

  func polarisation() throws -> NetworksView.Polarisation? {
    // A draw goes over all statements several times.
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

  func balance() throws -> NetworksView.Balance {
    let found = try network.frustration(seed: questions.seed, checkpoint: checkpoint)
    return .init(
      frustration: Int(found.value), least: Int(found.lowerBound.rounded(.up)),
      isProven: found.isProven, signed: Int(found.total), camps: names(found.camps),
      frustrated: found.frustrated.map { [id($0.first), id($0.second)] })
  }

  /// Beyond so many coders the least busy are not left out in turn.
  private static let mostCoders = 8

  func coders() throws -> [NetworksView.Coder]? {
    var members: [Who: Set<Int>] = [:]
    for entry in taken {
      guard let who = filtered.theCase.statements[entry.place].provenance.by else { continue }
      members[who, default: []].insert(entry.place)
    }
    guard members.count > 1 else { return nil }
    let order = members.sorted { a, b in
      (b.value.count, a.key.raw) < (a.value.count, b.key.raw)
    }
    return try order.prefix(Self.mostCoders).map { who, places in
      let rest = taken.filter { !places.contains($0.place) }
      let table = try StatementTable(
        read.coded(rest) { within.weight($0).squareRoot() }, checkpoint: checkpoint)
      let network = try table.oneMode(.actors, selection, checkpoint: checkpoint)
      let tied = Set(network.ties.flatMap { [$0.first, $0.second] })
      let hasCamps = tied.count > 2 && tied.count <= OneModeNetwork.campLimit
      let sides = Self.sides(network)
      return NetworksView.Coder(
        coder: who, statements: places.count,
        changed: Self.sides(self.network).count { sides[$0.key] != $0.value },
        polarisation: hasCamps
          ? try table.polarisation(
            .actors, selection, draws: 0, seed: questions.seed, checkpoint: checkpoint
          ).score : nil,
        frustration: hasCamps
          ? Int(try network.frustration(seed: questions.seed, checkpoint: checkpoint).value) : nil)
    }
  }

  /// By pair of names, whether they say the same and whether they say the opposite.
  private static func sides(_ network: OneModeNetwork) -> [[String]: [Bool]] {
    Dictionary(
      network.ties.map { tie in
        (
          [network.members[tie.first], network.members[tie.second]],
          [tie.congruence > 0, tie.conflict > 0]
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// With fewer periods, or fewer with ties, a permutation test can find nothing.
  private static let fewestPeriods = 6
  private static let mostPeriods = 400

  func changes() throws -> NetworksView.Changes? {
    guard questions.kernel == nil, let days = table.days else { return nil }
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

  /// The network in each window of the series, of everything said by as-of.
  func series(_ all: StatementTable) throws -> [NetworksView.Moment]? {
    guard let unit = questions.windows, let days = all.days else { return nil }
    let periods = NetworkPeriod.all(
      unit, from: CivilDay(number: Int32(days.lowerBound)),
      to: CivilDay(number: Int32(days.upperBound)))
    let made: [OneModeNetwork]
    if let kernel = questions.kernel {
      made = try all.smoothed(
        .actors, selection, kernel: kernel, width: periods.first?.days ?? questions.width,
        at: periods.map { Int($0.middle.number) }, checkpoint: checkpoint)
    } else {
      made = try all.series(
        .actors, selection,
        windows: try periods.map {
          try Window(from: Int($0.start.number), until: Int($0.end.number))
        }, checkpoint: checkpoint)
    }
    return zip(periods, made).map { period, network in
      let both = network.ties.count(where: \.isAmbivalent)
      return NetworksView.Moment(
        first: EDTFDate(period.start), last: EDTFDate(period.last), actors: network.members.count,
        congruent: network.ties.count { $0.congruence > 0 && $0.conflict == 0 },
        conflicting: network.ties.count { $0.conflict > 0 && $0.congruence == 0 },
        ambivalent: both, congruence: network.ties.reduce(0) { $0 + $1.congruence },
        conflict: network.ties.reduce(0) { $0 + $1.conflict })
    }
  }

  /// More would take minutes.
  private static let mostOfBackbone = (actors: 100, answers: 150)
  /// As in the literature on backbones of discourse networks.
  private static let penalty = 3.5

  func backbone() throws -> NetworksView.Backbone? {
    guard questions.backbone, !network.ties.isEmpty,
      network.members.count <= Self.mostOfBackbone.actors,
      table.concepts.count <= Self.mostOfBackbone.answers
    else { return nil }
    let found = try table.nestedBackbone(selection, checkpoint: checkpoint)
    return .init(
      answers: found.removals.reversed().map { .init(answer: $0.concept, loss: $0.loss) },
      size: found.size(penalty: Self.penalty))
  }
}
