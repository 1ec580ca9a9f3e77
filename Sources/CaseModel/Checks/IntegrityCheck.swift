/// Runs the integrity rules.
public enum IntegrityCheck {
  /// All rules, by code.
  public static let rules: [any IntegrityRule.Type] = [
    AnswerKind.self,
    AssessWithoutOf.self,
    BackwardDates.self,
    BothWays.self,
    CircularDrops.self,
    ClaimedChangeWithoutOf.self,
    ConditionWithoutRequirement.self,
    ConflictPattern.self,
    ConflictUnknownName.self,
    ConflictWithoutBasis.self,
    DanglingReference.self,
    DropsAnothersWords.self,
    DropsBeforeSaid.self,
    DuplicateID.self,
    EmptyCase.self,
    EmptyValue.self,
    EndlessSchedule.self,
    EnteredBeforeSource.self,
    EquivalentForm.self,
    GistCopiesText.self,
    GiverNotParty.self,
    LinkedText.self,
    LongGist.self,
    MeetingDate.self,
    MilestoneByActor.self,
    MissingEvidence.self,
    MissingRequirement.self,
    NoOptions.self,
    NoParties.self,
    NoSpeaker.self,
    PublisherInVia.self,
    QuoteDigest.self,
    QuoteMismatch.self,
    QuoteOutside.self,
    QuoteSeveral.self,
    QuoteSpelling.self,
    QuoteSurroundings.self,
    QuoteUnproven.self,
    RedLineWithoutIssue.self,
    RejectWithRequirement.self,
    ReplacesItself.self,
    ReportOnSeveral.self,
    RequirementOnItself.self,
    RequirementOnNothing.self,
    SaidAfterSource.self,
    SameAsWithoutWho.self,
    SameName.self,
    ScenarioFormula.self,
    ScenarioLink.self,
    ScenarioNumber.self,
    ScenarioPackage.self,
    ScenarioSize.self,
    ScenarioUnknownName.self,
    ScenarioWithoutBasis.self,
    SpeaksForNoParty.self,
    SpokenCircle.self,
    TakeNoteWithStance.self,
    TextDigest.self,
    TextMissing.self,
    ReportedBeforeSaid.self,
    TookNoteCommitment.self,
    TriggerForm.self,
    TriggerWithoutParty.self,
    TwoHeads.self,
    UntilBeforeDue.self,
    UnusedActor.self,
    UnusedIssue.self,
    VerdictOnOne.self,
    VerdictTakesAnother.self,
  ]

  /// The most findings of one rule that are listed one by one.
  public static let mostOfARule = 1000

  /// Every finding, errors first, then in the order of the rules and of the case. Of a rule with
  /// more than ``mostOfARule`` the rest are one finding that counts them.
  public static func findings(_ theCase: Case, texts: CaseTexts) -> [Finding] {
    let context = CheckContext(theCase, texts: texts)
    let found = rules.flatMap { rule in
      let all = rule.check(context)
      guard all.count > mostOfARule else { return all }
      let rest = Finding(
        rule.code, rule.severity, message: "and \(all.count - mostOfARule) more of this kind")
      return all.prefix(mostOfARule) + [rest]
    }
    return Severity.allCases.flatMap { severity in found.filter { $0.severity == severity } }
  }
}
