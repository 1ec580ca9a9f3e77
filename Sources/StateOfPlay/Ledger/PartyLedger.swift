internal import CaseModel

/// What one party has said on one issue and not taken back, while words come in by date: for each
/// answer its stance, what is asked for it, and a red line. A class, as the sweep looks at it from
/// many sides and no two may differ.
///
/// Only its own words open and close; what others say of it is read at the end. Nothing changes in it
/// once the sweep that made it is over, so that it may be read from anywhere.
final class PartyLedger: @unchecked Sendable {
  let spoken: [PartyStatement]
  /// The body whose words it holds, beside the party's own; nil where no others speak beside it, or
  /// it holds the party's own alone.
  let wing: Int?
  /// It holds what is said for the party as a whole, where bodies speak beside it.
  let isOfWhole: Bool
  /// Those of further bodies.
  let others: [PartyLedger]
  /// Those of the issue, by place.
  let answers: [AnswerKey]
  var entries: [Entry] = []
  /// Of each answer that has words, its place in `entries`.
  var places: [Int: Int] = [:]
  var supersession = Supersession()
  /// Where the issue is settled by a number or a date.
  let measure: Measure?
  /// Entries with an answer of its own that it would take.
  var answering: Set<Int> = []
  /// Entries of which it spoke only faintly.
  var faintly: Set<Int> = []
  /// Entries of numbers that it refuses.
  var refusing: Set<Int> = []
  /// Entries with a red line.
  var lined: Set<Int> = []
  /// Of its own words that decide on any answer, the last day of the newest.
  var newest: EDTFDate?
  var time = 0
  /// Answers that are sets and that it signed.
  var signedSets: [Int] = []

  /// What stands on one answer now.
  struct Entry {
    let answer: Int
    var own = ActiveWords()
    var faint = ActiveWords()
    /// Where answers exclude each other, what it said faintly gives way to any answer of its own.
    var isMuted = false
    var state: OptionState?
    /// How many grounds bear each condition that stands in words, by what it awaits.
    var conditions: [PreconditionsView.StepID: Int] = [:]
    /// Its own statements whose red line stands, each with its conditions that do.
    var redLines: [Int: Int] = [:]
    var isSuperseded = false
    var supersededBy: Int?
    /// Superseded by a number that lies within its red line, which stands.
    var keepsLine = false
    /// What it was for when the last of its words lapsed.
    var lapsedStances: [PositionStance] = []
    var lapsedWords: [Int] = []
    /// The place of what had superseded it and lapsed, where it has not been said again since.
    var returnedFrom: Int?
    /// The last time it was settled, and what it was then.
    var settled = 0
    var last = Settled()
    // Since it was settled last.
    var opened: [PreconditionsView.StepID] = []
    var closed: [(awaited: PreconditionsView.StepID, reason: Closing.Reason)] = []
    var workers: [Int] = []
    var lost: [Int] = []
    var lapsed: [Int] = []
    var lapsedOn: EDTFDate?
    var redLineDrawn = false
    var redLineGiven = false

    struct Settled {
      var stances: [PositionStance] = []
      var deciding: [Int] = []
      var isRedLine = false
      var isSuperseded = false
      var hadWords = false
      var open: [PreconditionsView.StepID]? = []
    }

    /// Those that hold.
    var words: [Int] { isMuted ? [] : own.isEmpty ? faint.all : own.all }

    var isRedLine: Bool { (!isSuperseded || keepsLine) && !redLines.isEmpty }

    /// In words: a yes with something asked for it is a yes with an if.
    var stances: [PositionStance] {
      guard !isSuperseded, let state else { return [] }
      return state.stances(asking: !conditions.isEmpty)
    }
  }

  init(
    _ spoken: [PartyStatement], _ answers: [AnswerKey],
    measure: Measure?, wing: Int? = nil, isOfWhole: Bool = false, others: [PartyLedger] = []
  ) {
    self.isOfWhole = isOfWhole
    self.measure = measure
    self.spoken = spoken
    self.wing = wing
    self.others = others
    self.answers = answers
  }

  /// The same of a case in which the statements of `spoken` stand elsewhere.
  init(_ ledger: PartyLedger, _ spoken: [PartyStatement]) {
    self.spoken = spoken
    (wing, isOfWhole) = (ledger.wing, ledger.isOfWhole)
    others = ledger.others.map { PartyLedger($0, spoken) }
    answers = ledger.answers
    (entries, places) = (ledger.entries, ledger.places)
    supersession = ledger.supersession
    measure = ledger.measure
    (answering, faintly, refusing) = (ledger.answering, ledger.faintly, ledger.refusing)
    (newest, time, signedSets) = (ledger.newest, ledger.time, ledger.signedSets)
  }

  func entry(_ answer: Int) -> Entry? { places[answer].map { entries[$0] } }

  /// What stands on an answer, of all who speak for the party side by side.
  func standing(_ answer: Int) -> Entry? {
    if others.isEmpty { return entry(answer) }
    let all = ([self] + others).compactMap { $0.entry(answer) }
    // What the party said as one no longer stands where one of its bodies went beyond it, unless
    // another body has said it too, the party signed it, or it drew a red line there.
    let current = all.filter { entry in
      if entry.isSuperseded { return false }
      let words = entry.words
      guard words.allSatisfy({ spoken[$0].wing == nil && !spoken[$0].binds }) else { return true }
      return all.allSatisfy { other in
        !other.isSuperseded && words.allSatisfy { other.words.contains($0) }
      }
    }
    let read = current.isEmpty ? all.filter(\.isSuperseded) : current
    guard var merged = read.first else { return nil }
    for entry in read.dropFirst() {
      // What one body says faintly stands beside what another says plainly.
      if merged.own.isEmpty, !merged.isMuted, !entry.own.isEmpty { merged.own = merged.faint }
      merged.own.unite(
        entry.own.isEmpty && !entry.isMuted && !merged.own.isEmpty ? entry.faint : entry.own)
      merged.faint.unite(entry.faint)
      merged.isMuted = merged.isMuted && entry.isMuted
      merged.keepsLine = merged.keepsLine || entry.keepsLine
      merged.redLines.merge(entry.redLines) { a, _ in a }
    }
    return merged
  }

  /// Its body says it, or no body does.
  func holds(_ member: Int?) -> Bool {
    if isOfWhole { return member.map { spoken[$0].wing == nil } ?? true }
    guard let wing, let member, let other = spoken[member].wing else { return true }
    return other == wing
  }

  /// The member whose statement has this place in the case; of several the first.
  /// - Complexity: O(log members).
  func member(at position: Int) -> Int? {
    var (low, high) = (0, spoken.count)
    while low < high {
      let middle = (low + high) / 2
      if spoken[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return low < spoken.count && spoken[low].position == position ? low : nil
  }

  /// All whose statement has this place in the case: one that takes a text is on each of its parts.
  /// - Complexity: O(log members), and those found.
  func members(at position: Int) -> Range<Int> {
    guard let first = member(at: position) else { return 0..<0 }
    let end = spoken[first...].firstIndex { $0.position != position } ?? spoken.count
    return first..<end
  }

  func place(of answer: Int) -> Int {
    if let place = places[answer] { return place }
    places[answer] = entries.count
    entries.append(Entry(answer: answer))
    return entries.count - 1
  }
}

extension OptionState {
  /// With what is asked for it: a yes becomes a yes with an if.
  func stances(asking: Bool) -> [PositionStance] {
    guard asking, stances.contains(.for) else { return stances }
    return Set(stances.map { $0 == .for ? .forIf : $0 }).sorted()
  }
}
