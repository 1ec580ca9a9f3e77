internal import CaseModel

/// Parties of which the reports of one time differ on whether they accepted or signed a text as a whole.
struct DisputedTexts {
  /// What is in dispute of one party and one text.
  struct Dispute {
    let draft: Case.Draft
    let actor: Case.Actor.ID
    let said: TextAssertions
    let clash: SpokenContradictions.Clash
  }

  private(set) var disputes: [Dispute] = []
  /// Compatible, and said in other words.
  private(set) var variants:
    [(draft: Case.Draft, actor: Case.Actor.ID, members: [Assertion], said: TextAssertions)] =
      []

  /// - Complexity: O(statements), and near-linear in those about texts.
  init(_ filtered: FilteredCase, voices: (Case.Actor.ID, EDTFDate?) -> [Case.Actor.ID]) {
    let places = TextAssertions.places(filtered)
    for draft in filtered.theCase.drafts {
      let said = TextAssertions(draft, places[draft.id] ?? [], filtered, voices: voices)
      for actor in said.byActor.keys.sorted() {
        guard let assertions = said.byActor[actor], assertions.count > 1 else { continue }
        let found = SpokenContradictions(assertions, Self.whole)
        let clashing = Set(found.clashes.flatMap(\.members).map(\.position))
        let denied = Self.denied(assertions, said, besides: clashing)
        disputes += (found.clashes + [denied].compactMap(\.self)).map {
          Dispute(draft: draft, actor: actor, said: said, clash: $0)
        }
        for members in found.variants { variants.append((draft, actor, members, said)) }
      }
    }
  }

  /// That it had accepted or signed is a fact: who denies it later speaks of the same.
  private static func denied(
    _ assertions: [Assertion], _ said: TextAssertions, besides clashing: Set<Int>
  ) -> SpokenContradictions.Clash? {
    let plain = assertions.filter { !$0.isDoubted && !clashing.contains($0.position) }
    let denials = plain.filter { $0.isFor == false && said.denying.contains($0.position) }
    let yeses = plain.filter { yes in
      yes.isFor == true
        && denials.contains { denial in
          guard let date = denial.said, let before = yes.said else { return true }
          return !before.isLater(than: date)
        }
    }
    if yeses.isEmpty || denials.isEmpty { return nil }
    let members = (yeses + denials).sorted { $0.position < $1.position }
    return .init(
      members: members, isReportedDifferently: Set(members.map(\.reporter)).count > 1)
  }

  /// Stands for the question whether a text is accepted, which is no issue of the case.
  static let whole: Case.Issue = {
    var issue = Case.Issue()
    (issue.kind, issue.value, issue.answers) = (.factual, .option, .one)
    return issue
  }()
}

extension DisputedTexts.Dispute {
  /// What kind of contradiction it is: two of a party's own speakers who differ leave it divided.
  func kind(_ filtered: FilteredCase, voices: (Case.Actor.ID, EDTFDate?) -> [Case.Actor.ID])
    -> ContradictionsView.Kind
  {
    // Who speaks of another's deed is no part of it that differs.
    let isOwn = clash.members.allSatisfy { member in
      filtered.theCase.statements[member.position].speaker.contains { speaker in
        voices(speaker, member.said).contains(actor)
      }
    }
    return isOwn ? clash.kind(filtered) : .attribution
  }
}

extension FilteredCase {
  /// The speaker, or the parties whose words they are.
  func voices(of speaker: Case.Actor.ID, on said: EDTFDate?) -> [Case.Actor.ID] {
    let own = index.spokenFor(by: speaker, on: said).filter(parties.contains)
    return own.isEmpty ? [speaker] : own
  }
}
