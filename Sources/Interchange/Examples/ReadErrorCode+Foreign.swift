internal import CaseModel

/// Models of other programs, each with one fault.
extension ReadErrorCode {
  var foreignExample: ReadErrorExample {
    switch self {
    case .badXML: Self.genius("<issue index=\"1\" name=\"Water\">", close: "")
    case .documentType:
      ReadErrorExample(
        "domain.xml", "<!DOCTYPE template [<!ENTITY a \"b\">]>\n<negotiation_template/>\n")
    case .notGenius: ReadErrorExample("profile.xml", "<space/>\n")
    case .notAdditive:
      ReadErrorExample("profile.yml", Self.function("type: HyperRectangleUtilityFunction"))
        .beside(Self.outcomes)
    case .noIssues:
      ReadErrorExample("domain.json", #"{"name": "water", "issuesValues": {}}"#)
        .beside(Self.profile())
    case .missingIssue: Self.profile(#"{}"#, weights: #"{"turns": 1}"#)
    case .unknownIssue:
      Self.profile(more: #", "reservationBid": {"issuevalues": {"tolls": "none"}}"#)
    case .missingOption:
      Self.profile(
        #"{"turns": {"DiscreteValueSetUtilities": {"valueUtilities": {"weekly": 1}}}}"#)
    case .unknownOption:
      Self.profile(
        #"{"turns": {"DiscreteValueSetUtilities": {"valueUtilities": {"weekly": 1, "monthly": 0, "yearly": 0}}}}"#
      )
    case .duplicateID:
      ReadErrorExample(
        "domain.json", #"{"issuesValues": {"turns": {"values": ["weekly", "weekly"]}}}"#
      ).beside(Self.profile())
    case .wrongLength:
      ReadErrorExample("profile.yml", Self.function("weights: [0.5, 0.5]"))
        .beside(Self.outcomes)
    case .noWeights:
      ReadErrorExample("profile.yml", Self.function("weights: [0]"))
        .beside(Self.outcomes)
    case .negativeWeight: Self.profile(weights: #"{"turns": -1}"#)
    case .negativeValue:
      Self.genius(
        """
        <issue index="1" name="Turns" type="discrete">
              <item index="1" value="weekly" evaluation="-2"/>
            </issue>
            <weight index="1" value="1"/>
        """)
    case .offScale: Self.profile(more: #", "discount_factor": 1.9"#)
    case .noOwner:
      Self.model(makers: #"{"name": "North", "options": []}"#)
    case .tooManyStates:
      ReadErrorExample(
        "model.gmcr",
        #"{"options": ["#
          + (1...70).map { #"{"name": "Gate \#($0)"}"# }.joined(separator: ", ")
          + #"], "decisionMakers": [{"name": "North", "options": ["#
          + (0..<70).map { "\($0)" }.joined(separator: ", ")
          + #"], "preferenceRanking": [1, 2]}]}"#)
    case .unknownState: Self.ranking("[1, 3]")
    case .duplicateState: Self.ranking("[1, 2, 1]")
    case .missingState: Self.ranking("[1]")
    default: ReadErrorExample("")
    }
  }

  private static let outcomes = ReadErrorExample(
    "domain.yml",
    "name: water\nissues:\n- {name: turns, type: CategoricalIssue, values: [weekly, monthly]}\n")

  /// A utility function of NegMAS, with a line changed.
  private static func function(_ line: String) -> String {
    var lines = [
      ("type", "type: LinearAdditiveUtilityFunction"), ("name", "name: north"),
      ("values", "values:\n- {type: TableFun, mapping: {weekly: 1, monthly: 0}}"),
      ("weights", "weights: [1]"), ("reserved_value", "reserved_value: 0"),
    ]
    lines.removeAll { line.hasPrefix("\($0.0):") }
    return ([line] + lines.map(\.1)).joined(separator: "\n") + "\n"
  }

  /// A profile of GENIUS with one objective.
  private static func genius(
    _ inside: String, close: String = "</objective></utility_space>"
  ) -> ReadErrorExample {
    ReadErrorExample(
      "profile.xml",
      """
      <utility_space type="any">
        <objective index="0" name="Water">
          \(inside)
        \(close)

      """)
  }

  /// A profile of GeniusWeb, which holds its domain.
  private static func profile(
    _ utilities: String =
      #"{"turns": {"DiscreteValueSetUtilities": {"valueUtilities": {"weekly": 1, "monthly": 0}}}}"#,
    weights: String = #"{"turns": 1}"#, more: String = ""
  ) -> ReadErrorExample {
    ReadErrorExample(
      "profile.json",
      """
      {"LinearAdditiveUtilitySpace": {
        "name": "north",
        "issueUtilities": \(utilities),
        "issueWeights": \(weights),
        "domain": {"issuesValues": {"turns": {"values": ["weekly", "monthly"]}}}\(more)}}

      """)
  }

  /// A graph model of gmcr-py with one option.
  private static func model(makers: String) -> ReadErrorExample {
    ReadErrorExample(
      "model.gmcr",
      """
      {"options": [{"name": "Open the gate"}],
       "decisionMakers": [\(makers)]}

      """)
  }

  private static func ranking(_ ranking: String) -> ReadErrorExample {
    model(
      makers: #"{"name": "North", "options": [0], "preferenceRanking": \#(ranking)}"#)
  }
}
