public import CaseModel
internal import Foundations

extension SettlementView {
  /// An issue of the case that a scenario does not have, and why.
  public struct OmittedIssue: Sendable, Hashable, Codable {
    /// The issue.
    public var issue: Case.Issue.ID
    /// Its title.
    public var title: String
    /// The reason, by the rules by which scenarios are drafted.
    public var reason: Reason

    /// Why an issue of the case is not in a scenario.
    public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
      /// A question of what happened.
      case factual
      /// Settled, moot or expired.
      case ended
      /// Whether and how to talk.
      case preliminary
      /// Every party accepts the same answer.
      case agreed
      /// No statement by then is about it, and later ones are.
      case notRaised
      /// None of the scenario's parties has a position on it.
      case noPosition
      /// One of the scenario's parties alone has a position on it.
      case oneParty
      /// One answer alone has been named, and no party is against it.
      case unopposed
      /// Fewer than two answers are left that a party supports.
      case oneOption
      /// The draft was asked for other issues.
      case notSelected
      /// The rules would include it, but the scenario does not.
      case eligible

      /// As the continuation of "not in the scenario: …".
      public var words: String {
        switch self {
        case .factual: "questions of fact, which are not negotiated"
        case .ended: "no longer under negotiation"
        case .preliminary: "about the talks themselves"
        case .agreed: "agreed already"
        case .notRaised: "not raised by then"
        case .noPosition: "no position of its parties on record"
        case .oneParty: "only one of its parties has a position on record"
        case .unopposed: "refused by no party, so that leaving it undone amounts to no agreement"
        case .oneOption: "fewer than two options that a party still supports"
        case .notSelected: "not among the issues chosen"
        case .eligible: "not included, though two of its parties have positions on record"
        }
      }
    }
  }
}

extension [SettlementView.OmittedIssue] {
  /// The titles by reason, in the order of the reasons and then of the case.
  public var byReason: [(reason: SettlementView.OmittedIssue.Reason, titles: [String])] {
    SettlementView.OmittedIssue.Reason.allCases.compactMap { reason in
      let titles = filter { $0.reason == reason }.map(\.title)
      return titles.isEmpty ? nil : (reason, titles)
    }
  }

  /// A line for each reason: "Agreed already: Prisoners; Corridors".
  public var lines: [String] {
    byReason.map { reason, titles in
      "\(reason.words.capitalisedFirst): \(titles.joined(separator: "; "))"
    }
  }
}
