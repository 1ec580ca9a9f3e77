public import CaseModel
internal import Foundations

extension Case.Draft.BracketStatus {
  /// The status in English.
  public var words: String {
    switch self {
    case .agreed: "agreed"
    case .provisional: "provisionally agreed"
    case .proposed: "proposed"
    case .bracketed: "in brackets"
    case .alternatives: "alternatives"
    case .refusedToDiscuss: "refused to discuss"
    }
  }
}

extension Case.Draft.Status.Level {
  /// Of a text that was taken as a whole.
  var isOfTheWhole: Bool {
    switch self {
    case .agreed, .signed, .inForce, .ended: true
    case .proposed, .tabled: false
    }
  }

  /// The stage in English, lower-case.
  public var words: String {
    switch self {
    case .proposed: "proposed"
    case .tabled: "tabled"
    case .agreed: "agreed"
    case .signed: "signed"
    case .inForce: "in force"
    case .ended: "ended"
    }
  }
}

extension DraftsView.Clause {
  /// How far it is agreed, in English; of a clause proposed in a text that was adopted, how far the
  /// text has come.
  public var statusWords: String { adopted?.words ?? status.words }

  /// What it would settle, without its status: `Where the fund is housed: In the Bank`.
  public var matter: String { about ?? title }

  /// The alternatives with those who propose them; empty if the record has none.
  public func alternativeWords(_ index: CaseIndex) -> [String] {
    alternatives.map { other in
      let words = other.text.map { "“\($0)”" } ?? other.answer
      return "\(words ?? "other words") (\(index.names(other.by)))"
    }
  }

  /// The clause with its status, so that none reads as agreed that is not:
  /// `First phase (alternatives: 30 (North); 24 (South))`.
  public func words(_ index: CaseIndex) -> String {
    var marks = [statusWords]
    switch status {
    case .agreed, .provisional, .proposed: break
    case .bracketed, .refusedToDiscuss:
      if !by.isEmpty { marks[0] += " by \(index.running(by))" }
    case .alternatives: break
    }
    let others = alternativeWords(index)
    if !others.isEmpty {
      let list = others.joined(separator: "; ")
      if status == .alternatives {
        marks[0] += ": \(list)"
      } else {
        marks.append("instead: \(list)")
      }
    }
    return "\(matter) (\(marks.joined(separator: "; ")))"
  }
}

extension Subject {
  /// Of several each, as a text has them.
  func clauseTitle(_ index: CaseIndex) -> String {
    parts.map { $0.title(index) }.joined(separator: "; ")
  }

  /// The answer alone, where it is one to the issue named beside it; otherwise the whole in words.
  func answerTitle(on named: Case.Issue.ID?, _ index: CaseIndex) -> String {
    guard case .issue(let id, let answer) = self, id == named else { return title(index) }
    let issue = index.issue(id)
    switch answer {
    case .none, .any: return title(index)
    case .options(let options):
      return options.map { option in
        issue?.options.first { $0.id == option }?.title ?? option.raw
      }.joined(separator: " and ")
    case .value(let value): return value.title(in: issue, index)
    }
  }
}
