public import CaseModel

/// The newest account one actor has given of how far a commitment is carried out.
public struct CommitmentAccount: Sendable, Hashable, Codable {
  /// Whose account it is; empty if no statement supports it, in which case ``basis`` names the
  /// analyst.
  public var by: [Case.Actor.ID]
  /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
  public var basis: Who?
  /// The level reported; nil if the account only denies what others report.
  public var level: Case.Commitment.Level?
  /// Whether it denies what others report.
  public var denies: Bool
  /// When the account was given or what date it reports on; nil if undated.
  public var date: EDTFDate?
  /// The statements that give the account.
  public var evidence: [Case.Statement.ID]
}

/// The accounts of one commitment by as-of; each report of status belongs to its author.
struct CommitmentAccounts {
  /// Each one's newest, the newest last.
  private(set) var accounts: [CommitmentAccount] = []
  /// The newest accounts do not agree.
  private(set) var isDisputed = false

  /// The newest account that gives a level.
  var newest: CommitmentAccount? { accounts.last { $0.level != nil } }
  /// Carried out by all the newest accounts.
  var isDone: Bool { !isDisputed && (newest?.level == .full || newest?.level == .met) }
  /// Failed by some account that nothing later outdoes.
  var isFailed: Bool { newest?.level == .breached || newest?.level == .missed }
  /// Nothing is awaited any more.
  var isOver: Bool { isDone || (!isDisputed && newest?.level == .superseded) }

  /// - Parameter denials: statements that deny something of the commitment.
  init(_ commitment: Case.Commitment, denials: [Int], _ filtered: FilteredCase) {
    var found: [CommitmentAccount] = []
    for report in commitment.status where report.level != nil {
      guard filtered.holds(report.date, report.evidence),
        let evidence = filtered.admitted(report.evidence)
      else { continue }
      let speakers = Self.speakers(of: evidence, filtered)
      if speakers.isEmpty {
        found.append(
          .init(
            by: [], basis: evidence.basis, level: report.level == .denied ? nil : report.level,
            denies: report.level == .denied, date: report.date, evidence: evidence.statements))
      }
      for (speaker, statements) in speakers {
        found.append(
          .init(
            by: [speaker], basis: nil, level: report.level == .denied ? nil : report.level,
            denies: report.level == .denied, date: report.date, evidence: statements))
      }
    }
    for place in denials {
      let statement = filtered.theCase.statements[place]
      guard filtered.facts[place].time.isEvidence, !statement.isDoubted else { continue }
      for speaker in Self.principals(of: statement, filtered) {
        found.append(
          .init(
            by: [speaker], basis: nil, level: nil, denies: true, date: filtered.facts[place].said,
            evidence: [statement.id]))
      }
    }
    keepNewest(found)
    judge()
  }

  /// Of each one the newest; of one time the last on record. One without a date counts only where
  /// none has a date.
  private mutating func keepNewest(_ found: [CommitmentAccount]) {
    var places: [String: Int] = [:]
    for account in found {
      let key = account.by.map(\.raw).joined(separator: " ") + "/\(account.basis?.raw ?? "")"
      if let place = places[key] {
        if let before = accounts[place].date {
          guard let date = account.date, !before.isLater(than: date) else { continue }
        }
        accounts[place] = account
      } else {
        places[key] = accounts.count
        accounts.append(account)
      }
    }
    let order = accounts.indices.sorted { a, b in
      switch (accounts[a].date, accounts[b].date) {
      case (let x?, let y?) where x.begins != y.begins: x.begins < y.begins
      case (nil, _?): true
      case (_?, nil): false
      default: a < b
      }
    }
    accounts = order.map { accounts[$0] }
  }

  private mutating func judge() {
    guard let last = newest else { return }
    isDisputed = accounts.contains { account in
      if let date = account.date, let newest = last.date, newest.isLater(than: date) {
        return false
      }
      if account.denies { return account.by != last.by }
      return account.level.map { !Self.agree($0, last.level) } ?? false
    }
  }

  /// Full and met say the same.
  private static func agree(
    _ a: Case.Commitment.Level, _ b: Case.Commitment.Level?
  ) -> Bool {
    a == b || ([.full, .met].contains(a) && (b == .full || b == .met))
      || ([.breached, .missed].contains(a) && (b == .breached || b == .missed))
  }

  private static func speakers(
    of evidence: Evidence, _ filtered: FilteredCase
  ) -> [(Case.Actor.ID, [Case.Statement.ID])] {
    var found: [(Case.Actor.ID, [Case.Statement.ID])] = []
    for id in evidence.statements {
      guard let statement = filtered.index.statement(id) else { continue }
      for speaker in principals(of: statement, filtered) {
        if let place = found.firstIndex(where: { $0.0 == speaker }) {
          found[place].1.append(id)
        } else {
          found.append((speaker, [id]))
        }
      }
    }
    return found
  }

  /// Those whose account a statement is: the last who relays it from another side, or else the
  /// speakers, each as the party it speaks for.
  private static func principals(
    of statement: Case.Statement, _ filtered: FilteredCase
  ) -> [Case.Actor.ID] {
    let parties = Set(filtered.theCase.header.parties)
    let said = filtered.index.said(statement)
    let relaying = statement.via.filter { reporter in
      guard filtered.index.actor(reporter)?.kind != .outlet else { return false }
      let voices = filtered.index.spokenFor(by: reporter, on: said)
      return Set(voices).isDisjoint(
        with: statement.speaker.flatMap { filtered.index.spokenFor(by: $0, on: said) })
    }
    let speakers = relaying.last.map { [$0] } ?? statement.speaker
    var found: [Case.Actor.ID] = []
    for speaker in speakers {
      let voices = filtered.index.spokenFor(by: speaker, on: said)
      let principal = voices.first(where: parties.contains) ?? speaker
      if !found.contains(principal) { found.append(principal) }
    }
    return found
  }
}

/// The accounts of all commitments, made once.
struct CommitmentBook {
  /// By the commitment's place in the case.
  let accounts: [CommitmentAccounts]
  private let filtered: FilteredCase

  init(_ filtered: FilteredCase) {
    self.filtered = filtered
    var denials = [[Int]](repeating: [], count: filtered.theCase.commitments.count)
    if !denials.isEmpty {
      filtered.theCase.statements.withUnsafeBufferPointer { statements in
        for (place, facts) in filtered.facts.enumerated()
        where facts.time != .out && statements[place].act == .deny {
          guard case .commitment(let id)? = statements[place].about,
            let commitment = filtered.index.position(.commitments, id.raw)
          else { continue }
          denials[commitment].append(place)
        }
      }
    }
    accounts = filtered.theCase.commitments.enumerated().map { place, commitment in
      CommitmentAccounts(commitment, denials: denials[place], filtered)
    }
  }

  func accounts(of id: Case.Commitment.ID) -> CommitmentAccounts? {
    filtered.index.position(.commitments, id.raw).map { accounts[$0] }
  }
}
