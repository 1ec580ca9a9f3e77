import CaseModel
import Foundations
import StateOfPlay
import TestSupport
import Testing

/// The sweep against a literal recomputation: positions as of every day, compared with the day
/// before.
@Suite struct ChangesTwinTests {
  @Test(arguments: 0..<20) func changesAreTheDifferencesOfPositionsDayByDay(_ block: Int) throws {
    for seed in block * 25..<block * 25 + 25 {
      var random = SplitMix64(seed: UInt64(seed))
      let lines = statements(&random)
      let theCase = try record(lines, with: Self.issue(many: seed % 3 == 0))
      let expected = try literal(theCase, many: seed % 3 == 0)
      let found = changes(theCase).changes.map { change in
        Found(
          party: change.party, date: change.date.text,
          kinds: change.kinds.filter { $0 != .withdrawn },
          answers: change.answers.filter {
            $0.before != $0.after || $0.redLineAdded || $0.redLineDropped
              || !$0.requirementsAdded.isEmpty || !$0.requirementsDropped.isEmpty
          }.map { "\($0.answer) \($0.before) \($0.after)" }.sorted())
      }
      let changing = found.filter { $0.kinds != [.reaffirmed] }.map { one in
        // Withdrawn is read from the act, which the cells do not give.
        var one = one
        if one.kinds.isEmpty { one.kinds = [.changed] }
        return one
      }
      #expect(
        Set(changing) == Set(expected), "seed \(seed)\n\(lines.joined(separator: "\n"))")
      let reaffirmed = found.filter { $0.kinds == [.reaffirmed] }
      #expect(reaffirmed.flatMap(\.answers) == [])
    }
  }

  private struct Found: Hashable {
    var party: Case.Actor.ID
    var date: String
    var kinds: [ChangesView.Kind]
    var answers: [String]
  }

  private static func issue(many: Bool) -> String {
    """
    milestones: [{id: rain, title: Rain}, {id: snow, title: Snow}]
    issues:
      - id: water
        title: Who draws the water
        kind: negotiable
        answers: \(many ? "many" : "one")
        options: [{id: shared, title: S}, {id: metered, title: M}, {id: dammed, title: D}]
    """
  }

  private func statements(_ random: inout SplitMix64) -> [String] {
    func pick(_ choices: [String]) -> String {
      choices.randomElement(using: &random) ?? ""
    }
    return (0..<Int.random(in: 1...14, using: &random)).map { number in
      let act = pick([
        "accept", "accept", "propose", "demand", "reject", "reject", "deny", "condition",
        "withdraw", "takeNote", "silent", "state", "state, stance: open", "offer", "commit",
        "accept, requires: [{milestone: rain, kind: before}]",
        "accept, requires: [{milestone: snow, kind: exchange}]",
      ])
      let option = pick([
        "shared", "shared", "metered", "metered", "dammed", "any", "[shared, metered]",
      ])
      return "id: s-\(number), speaker: \(pick(["north", "north", "south", "[north, south]"])), "
        + "act: \(act), about: {issue: water, option: \(option)}, "
        + "date: 2025-05-0\(Int.random(in: 1...8, using: &random))"
        + pick(["", "", "", ", via: consul", ", via: gazette", ", via: envoy", ", verbatim: true"])
        + pick(["", "", "", ", redLine: true", ", credibility: 2", ", credibility: 4"])
        + pick(["", "", "", "", "", ", doubted: perhaps"])
    }
  }

  private struct State: Equatable {
    var stances: [PositionStance] = []
    var isRedLine = false
    var requirements: Set<String> = []
    var isSuperseded = false
    /// What decides gives the answer, or is open to it.
    var isGiven = true
    /// Some of what decides was said on the day.
    var isSaidNow = false
    /// What decides demands it, or withdraws it.
    var isDemand = false
    var isOnlyDemanded = false
    var isWithdrawn = false
    var isSilent = false
    /// All that decides takes something back, or does not answer.
    var isIdle = false
    /// Some of what decides promises it.
    var isPledged = false
    /// Who says it again in other words changes nothing.
    func differs(from other: State) -> Bool {
      stances != other.stances || isRedLine != other.isRedLine || requirements != other.requirements
    }

    var accepts: Bool { stances.contains { $0.accepts } && !stances.contains(.against) }
  }

  private func differ(_ before: [String: State]?, _ now: [String: State]?) -> Bool {
    let answers = Set((before ?? [:]).keys).union((now ?? [:]).keys)
    return (before == nil) != (now == nil)
      || answers.contains { answer in
        (before?[answer] ?? State()).differs(from: now?[answer] ?? State())
      }
  }

  private typealias States = [Case.Actor.ID: [String: State]]

  private func literal(_ theCase: Case, many: Bool) throws -> [Found] {
    let parties: [Case.Actor.ID] = ["north", "south"]
    var before: States = [:]
    var found: [Found] = []
    for day in 1...8 {
      let date = "2025-05-0\(day)"
      var now: States = [:]
      for party in parties {
        for answer in try cell(theCase, .asOf(date), of: party).answers
        where answer.voice == .own {
          let decided = answer.decidedBy.compactMap { id in
            theCase.statements.first { $0.id == id }
          }
          // Conditions and red lines may be older than the words that decide.
          let newest = decided.compactMap { $0.date?.value }.max()
          let deciding = decided.filter { $0.date?.value == newest }
          now[party, default: [:]][answer.answer] = State(
            stances: answer.isSuperseded ? [] : answer.stances,
            isRedLine: answer.isRedLine && !answer.isSuperseded,
            requirements: answer.isSuperseded ? [] : Set(answer.standing.map(\.step)),
            isSuperseded: answer.isSuperseded,
            isGiven: deciding.allSatisfy { statement in
              statement.stance == .open
                || [.offer, .concede, .accept, .commit].contains(statement.act)
            }, isSaidNow: newest?.text == date, isDemand: deciding.contains { $0.act == .demand },
            isOnlyDemanded: deciding.allSatisfy { $0.act == .demand },
            isWithdrawn: deciding.contains { $0.act == .withdraw },
            isSilent: deciding.allSatisfy { $0.act == .silent },
            isIdle: deciding.allSatisfy { $0.act == .silent || $0.act == .withdraw },
            isPledged: decided.contains { $0.act == .commit })
        }
      }
      for party in parties where differ(before[party], now[party]) {
        let answers = (now[party] ?? [:]).filter { answer, state in
          // What stands again as something else no longer does was not said now.
          (before[party]?[answer] != nil || state.isSaidNow)
            && state.differs(from: before[party]?[answer] ?? State())
        }
        // Who does not answer moves nothing.
        if answers.allSatisfy(\.value.isSilent) { continue }
        let kinds = kinds(
          party, other: party == "north" ? "south" : "north", before, now, many: many)
        // To take back what had ended already changes nothing.
        let isIdle = answers.allSatisfy { answer, state in
          state.isIdle && before[party]?[answer]?.stances.isEmpty ?? true
        }
        if kinds == [.changed], isIdle { continue }
        found.append(
          Found(
            party: party, date: date, kinds: kinds,
            answers: answers.map { answer, state in
              "\(answer) \(before[party]?[answer]?.stances ?? []) \(state.stances)"
            }.sorted()))
      }
      before = now
    }
    return found
  }

  /// The rules, word by word.
  private func kinds(
    _ party: Case.Actor.ID, other: Case.Actor.ID, _ before: States, _ now: States, many: Bool
  ) -> [ChangesView.Kind] {
    guard let mine = before[party] else { return [.new] }
    let new = now[party] ?? [:]
    func accepted(_ states: States, _ who: Case.Actor.ID) -> Set<String> {
      Set((states[who] ?? [:]).filter(\.value.accepts).keys)
    }
    let (theirs, theirsNow) = (accepted(before, other), accepted(now, other))
    let changed = new.filter { answer, state in
      (mine[answer] != nil || state.isSaidNow) && state.differs(from: mine[answer] ?? State())
    }
    // What takes another answer's place is no first word.
    let replaces = mine.contains { answer, old in
      let now = new[answer] ?? State()
      return !old.isSuperseded && old.accepts && (now.isSuperseded || (!many && !now.accepts))
    }
    let fresh = changed.filter { mine[$0.key] == nil && !(replaces && $0.value.accepts) }
    let moved = changed.filter { fresh[$0.key] == nil }
    let added = Set(moved.filter { !(mine[$0.key]?.accepts ?? false) && $0.value.accepts }.keys)
    let left = Set(moved.filter { (mine[$0.key]?.accepts ?? false) && !$0.value.accepts }.keys)
    let hasMet =
      accepted(before, party).isDisjoint(with: theirs) && !added.isDisjoint(with: theirsNow)
    let hasParted = accepted(now, party).isDisjoint(with: theirsNow)
    // There is one other party, so that to leave it is to leave all.
    let leaves = hasParted ? left.intersection(theirs) : []
    var softer = hasMet
    var harder = !leaves.isEmpty
    let waived = left.filter { answer in
      !many && (mine[answer]?.isDemand ?? false) && (new[answer]?.isWithdrawn ?? false)
    }
    let removed = left.subtracting(waived)
    softer = softer || !waived.isEmpty
    var isOther = false
    func wasGiven(_ answer: String) -> Bool { mine[answer]?.isGiven ?? true }
    let isReplaced = removed.allSatisfy { new[$0]?.isSuperseded ?? false }
    let keeps = !accepted(before, party).intersection(accepted(now, party)).isEmpty
    let taking = new.values.filter { $0.accepts && $0.isSaidNow && !$0.isSuperseded }
    if many {
      for answer in added.union(removed) {
        let isAdded = added.contains(answer)
        let isGiven = (isAdded ? new : mine)[answer]?.isGiven ?? true
        let isAccepted = theirsNow.contains(answer)
        let isRejected = now[other]?[answer]?.stances == [.against]
        let isCommon = isGiven || isAccepted
        let isMore = !isGiven && (isRejected || !isAccepted)
        softer = softer || (isAdded ? isCommon : isMore)
        harder = harder || (isAdded ? isMore : isCommon)
      }
    } else if hasMet, removed.count > 1, !keeps, removed.isSubset(of: theirs) {
      // Content with several answers of the other, it takes a further one.
      (softer, isOther) = (!waived.isEmpty, true)
      harder = false
    } else if removed.isEmpty {
      softer =
        softer
        || added.contains { !(new[$0]?.isOnlyDemanded ?? false) || theirsNow.contains($0) }
    } else if added.isEmpty, !isReplaced {
      harder = true
    } else if isReplaced, !removed.contains(where: wasGiven), taking.allSatisfy(\.isGiven) {
      softer = true
    } else {
      isOther = true
    }
    var kinds: Set<ChangesView.Kind> = fresh.isEmpty ? [] : [.new]
    for (answer, state) in moved {
      let old = mine[answer] ?? State()
      // Open is neither a yes nor a no.
      func isYes(_ state: State) -> Bool {
        state.stances.contains(.for) || state.stances.contains(.forIf)
      }
      if isYes(old) && state.stances == [.against] || old.stances == [.against] && isYes(state) {
        kinds.insert(.reversed)
      }
      if old.accepts, state.accepts {
        softer = softer || !old.requirements.isSubset(of: state.requirements)
        harder = harder || !state.requirements.isSubset(of: old.requirements)
        if old.requirements.isEmpty, state.requirements.isEmpty {
          softer = softer || old.stances == [.forIf] && state.stances == [.for]
          harder = harder || old.stances == [.for] && state.stances == [.forIf]
        }
      }
      let (isLess, isMore) = (
        old.stances == [.for] && state.stances == [.open],
        old.stances == [.open] && state.stances == [.for]
      )
      if now[other]?[answer]?.stances == [.against] {
        softer = softer || isLess
        harder = harder || isMore
      } else if theirsNow.contains(answer) {
        softer = softer || isMore
        harder = harder || isLess
      }
      softer = softer || old.isRedLine && !state.isRedLine
      // A line that stands again, as the offer that crossed it no longer does, was not drawn now.
      harder = harder || !old.isRedLine && state.isRedLine && state.isSaidNow
    }
    // To leave what one had promised is to go back on it.
    if harder, !softer,
      moved.contains(where: { answer, state in
        mine[answer].map { $0.accepts && $0.isPledged } ?? false && !state.accepts
      })
    {
      kinds.insert(.reversed)
    }
    if softer || harder {
      kinds.insert(softer && harder ? .mixed : softer ? .softened : .hardened)
    } else if isOther {
      kinds.insert(.changed)
    }
    if kinds.isEmpty {
      kinds.insert(
        moved.contains { (mine[$0.key] ?? State()).stances != $0.value.stances }
          ? .changed : .reaffirmed)
    }
    // No more than two words.
    if kinds.count > 2 { kinds.remove(.new) }
    return ChangesView.Kind.allCases.filter(kinds.contains)
  }
}
