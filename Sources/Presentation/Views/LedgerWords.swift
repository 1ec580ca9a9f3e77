package import CaseModel
package import StateOfPlay

/// The words in which views speak of what stands in the ledger, the same in every view.
extension PreconditionsView.StepState {
  package var words: String {
    switch self {
    case .open: "open"
    case .promised: "promised, not yet done"
    case .overdue: "promised and overdue"
    case .agreed: "agreed"
    case .done: "done"
    case .blocked: "blocked"
    case .ended: "ended"
    }
  }
}

extension Case.Issue.Ended.How {
  package var words: String {
    switch self {
    case .settled: "settled"
    case .moot: "moot"
    case .lapsed: "lapsed"
    }
  }
}

extension ChangesView.Perhaps.Kind {
  package var words: String {
    switch self {
    case .saidWithout: "also said without the condition"
    case .reportedOtherwise: "others report otherwise"
    case .orderUnknown: "two statements differ, order unknown"
    case .saidDropped: "others say that it dropped a condition"
    }
  }
}

extension CommitmentsView.Finding.Kind {
  package var words: String {
    switch self {
    case .othersMustAct: "promised on another's behalf"
    case .cannotBothBeKept: "cannot both be kept"
    case .againstRedLine: "against its own red line"
    case .barred: "barred by law"
    }
  }
}

extension ChangesView.Kind {
  /// Beside the word, never in its place.
  var sign: String {
    switch self {
    case .reversed: "⟲"
    case .softened: "↓"
    case .hardened: "↑"
    case .mixed: "↕"
    case .changed: "≠"
    case .new: "+"
    case .reaffirmed: "="
    case .withdrawn: "−"
    case .progress: "➤"
    }
  }
}

extension ViewContext {
  /// ` (reported by North's premier)`; nothing for a party's own words.
  package func voiceWords(_ answer: PositionsView.OptionPosition) -> String {
    var marks: [String] = []
    if answer.voice != .own {
      let by = index.names(answer.reportedBy)
      let isSide = answer.voice == .ownSide
      if answer.isHedged, isSide {
        marks.append("hedged or doubtful")
      } else if !by.isEmpty {
        marks.append("reported by \(by)")
      } else {
        marks.append(isSide ? "unnamed, from its own side" : "reported by others")
      }
    } else if answer.isHedged {
      marks.append("hedged or doubtful")
    }
    if answer.isPackage { marks.append("as a package") }
    return marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
  }

  /// ` if first: the prisoners are freed (promised, not yet done)`
  package func requirementWords(_ line: PositionsView.RequirementLine) -> String {
    var words: String =
      switch line.kind {
      case .before: "if first: \(line.step)"
      case .exchange: "in exchange for: \(line.step)"
      case .trigger: "or else: \(line.step)"
      }
    if let due = line.due { words += ", by \(due.words)" }
    var marks: [String] = []
    if let inferred = line.inferred { marks.append("inferred by \(index.name(inferred))") }
    if let met = line.met {
      marks.append(closingWords(met))
    } else if line.kind != .trigger, line.state != .open {
      marks.append(line.state.words)
    }
    return words + (marks.isEmpty ? "" : " (\(marks.joined(separator: "; ")))")
  }

  /// `fulfilled 1 February 2024: reached`
  package func closingWords(_ closing: Closing) -> String {
    closing.reason.words + (closing.date.map { " \($0.words)" } ?? "")
      + (closing.words.map { ": \($0)" } ?? "")
  }

  /// `breached, says North; South denies it`
  package func accountWords(_ accounts: [CommitmentAccount]) -> String {
    accounts.map { account in
      let who =
        account.by.isEmpty ? account.basis.map { index.name($0) } : index.names(account.by)
      let date = account.date.map { " (\($0.words))" } ?? ""
      guard let level = account.level else { return "\(who ?? "someone") denies it\(date)" }
      return level.words + (who.map { ", says \($0)" } ?? "") + date
    }.joined(separator: "; ")
  }

  /// `promised by South for 1 February 2024, overdue`
  func promiseWords(_ promise: PreconditionsView.Promise) -> String {
    var words = "promised by \(index.names(promise.by))"
    if let due = promise.due { words += " for \(due.words)" }
    if promise.isOverdue { words += ", overdue" }
    if promise.isBroken { words += ", \(accountWords(promise.accounts))" }
    return words
  }
}
