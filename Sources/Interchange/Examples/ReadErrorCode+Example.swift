package import CaseModel

extension ReadErrorCode {
  /// A file that is refused for this reason.
  package var example: ReadErrorExample {
    switch self {
    case .badXML, .documentType, .notGenius, .notAdditive, .noIssues, .missingIssue,
      .unknownIssue, .missingOption, .unknownOption, .duplicateID, .wrongLength, .noWeights,
      .negativeWeight, .negativeValue, .offScale, .noOwner, .tooManyStates, .unknownState,
      .duplicateState, .missingState:
      foreignExample
    case .badInfeasible, .conflictForm, .twoPreferences, .badComparison, .emptyIssue,
      .optionWithoutIssue, .badRange, .halfRange, .outsideRange, .badChoice, .badLink,
      .badInteraction:
      modelExample
    default: caseExample
    }
  }

  private var caseExample: ReadErrorExample {
    switch self {
    case .tooLarge:
      ReadErrorExample("case.yaml", "dragoman: 1\ncase: {id: valley, title: Talks}\n")
        .within(fileSize: 20)
    case .notUTF8:
      ReadErrorExample(
        "case.yaml", bytes: Array("dragoman: 1\n# M".utf8) + [0xFC] + Array("ller\n".utf8),
        shown: "# M\u{FFFD}ller")
    case .emptyFile: ReadErrorExample("case.yaml", "# Nothing yet\n")
    case .syntax: ReadErrorExample("notes: [{to: {statement: s1}, text: a")
    case .tooDeep:
      ReadErrorExample(
        "notes: " + String(repeating: "[", count: 200) + String(repeating: "]", count: 200))
    case .unknownAlias: ReadErrorExample("notes: *remarks")
    case .aliasBomb: Self.bomb
    case .unknownVersion: ReadErrorExample("dragoman: 2")
    case .unknownKey: ReadErrorExample("analysts: [{id: ana, name: Ana, nmae: Anna}]")
    case .duplicateKey: ReadErrorExample("analysts: [{id: ana, name: Ana, name: Anna}]")
    case .missingKey: ReadErrorExample("analysts: [{id: ana}]")
    case .wrongType: ReadErrorExample("analysts: {id: ana, name: Ana}")
    case .unknownWord: ReadErrorExample("actors: [{id: north, name: North, kind: stat}]")
    case .emptyText: ReadErrorExample("analysts: [{id: ana, name: \"\"}]")
    case .badID: ReadErrorExample("analysts: [{id: Ana Ö., name: Ana}]")
    case .badDate: .statement("date: 16 May 2025")
    case .badNumber: .party("weights: {water: much}")
    case .badDigest: .statement("quote: {start: 0, end: 20, sha256: e3b0c442}")
    case .badGrade: .statement("credibility: 7")
    case .noText:
      ReadErrorExample("sources: [{id: day-one, title: Day one, text: {}}]")
    case .fileAndWithheld:
      ReadErrorExample(
        """
        sources:
          - id: day-one
            title: Day one
            text: {file: texts/day-one.txt, withheld: true, length: 100,
                   sha256: \(Self.digest)}
        """)
    case .pathOutside:
      ReadErrorExample(
        """
        sources:
          - id: day-one
            title: Day one
            text: {file: ../day-one.txt, sha256: \(Self.digest)}
        """)
    case .emptyQuote: .statement("quote: []")
    case .quoteWithoutPlace: .statement("quote: {start: 0}")
    case .backwardQuote: .statement("quote: {start: 20, end: 0}")
    case .badNth: .statement("quote: {exact: turns, nth: 0}")
    case .badSubject: .statement("about: {issue: water, milestone: thaw}")
    case .badStep: ReadErrorExample("milestones: [{id: thaw, title: The thaw, of: {meeting: m1}}]")
    case .badValue: .statement("about: {issue: water, value: {}}")
    case .backwardRange: .statement("about: {issue: water, value: {quantity: 9, to: 3}}")
    case .rangeWithComparator:
      .statement("about: {issue: water, value: {quantity: 3, to: 9, comparator: <}}")
    case .withinWithoutAbout:
      .statement("about: {issue: water, value: {quantity: 9, within: 0.2}}")
    case .badSchedule:
      ReadErrorExample(
        """
        commitments:
          - {id: c1, what: Readings of the gauge, strength: promised, schedule: {every: year, on: 13-01}}
        """)
    case .badWindow:
      ReadErrorExample(
        """
        commitments:
          - {id: c1, what: Readings of the gauge, strength: promised, window: {after: c0, days: [7, 2]}}
        """)
    default: ReadErrorExample("")
    }
  }

  private var modelExample: ReadErrorExample {
    switch self {
    case .badInfeasible: .conflict("decisionMakers: []\n    infeasible: [{}]")
    case .conflictForm:
      .conflict("decisionMakers: []\n    moves: [{mover: north, from: Y, to: N}]")
    case .twoPreferences:
      .conflict(
        "decisionMakers: [{id: north, prefers: [{that: upper}], ranking: [{states: [Y]}]}]")
    case .badComparison:
      .conflict("decisionMakers: [{id: north, compares: [{better: Y}]}]")
    case .emptyIssue: .scenario(issue: "{id: water}")
    case .optionWithoutIssue: .scenario(issue: "{id: water, options: [{id: a, option: shared}]}")
    case .badRange: .scenario(issue: "{id: water, range: {from: 0, to: 1}}")
    case .halfRange: .party("reservation: {from: 1}")
    case .outsideRange: .party("reservation: {value: 2, from: 0, to: 1}")
    case .badChoice: .party("interactions: [{both: [water, water=shared], adds: 1}]")
    case .badInteraction: .party("interactions: [{both: [water=shared], adds: 1}]")
    case .badLink:
      .scenario(
        issue: "{id: water, options: [shared, metered]}", links: "[{excludes: [water=shared]}]")
    default: ReadErrorExample("")
    }
  }

  private static let digest = String(repeating: "0", count: 64)

  /// Ten levels of ten aliases each.
  private static var bomb: ReadErrorExample {
    var text = "notes:\n  - - &a0 [x]\n"
    for level in 1...9 {
      let all = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "    - &a\(level) [\(all)]\n"
    }
    return ReadErrorExample(text)
  }
}
