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

extension ChangesView.PossibleMove.Kind {
  package var words: String {
    switch self {
    case .saidWithout: "also said without the condition"
    case .reportedOtherwise: "others report otherwise"
    case .sideSaysOtherwise:
      "someone of its own side says otherwise (a difference within it, or newer words)"
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
      } else if let unnamed = unnamedWords(answer.reportedBy) {
        marks.append("according to \(unnamed)")
      } else if !by.isEmpty {
        let isText = isJointText(answer.decidedBy, of: answer.reportedBy)
        marks.append(isText ? "in a text of \(by)" : "reported by \(by)")
      } else {
        marks.append(isSide ? "unnamed, from its own side" : "reported by others")
      }
    } else if answer.isHedged {
      marks.append("hedged or doubtful")
    }
    // A red line drawn by itself is none of a package, though a package repeats it.
    if answer.isPackage, !answer.isRedLine {
      marks.append(answer.stances == [.against] ? "in a package it refused" : "as a package")
    }
    if isWithdrawn(answer) { marks.append(withdrawnWords(answer)) }
    return marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
  }

  /// `as reported by the envoy`, `in a text of the envoy`
  func relayWords(_ by: [Case.Actor.ID], _ statements: [Case.Statement.ID]) -> String {
    isJointText(statements, of: by)
      ? "in a text of \(index.running(by))" : "as reported by \(index.running(by))"
  }

  /// Whether what several say together stands in a document of those who pass it on, as a mediator's text
  /// does: that is no report of what they said.
  private func isJointText(_ statements: [Case.Statement.ID], of by: [Case.Actor.ID]) -> Bool {
    !statements.isEmpty && !by.isEmpty
      && statements.allSatisfy { id in
        guard let statement = index.statement(id), statement.speaker.count > 1,
          let source = index.source(statement.source), source.kind == .official
        else { return false }
        return by.allSatisfy { source.authors.contains($0) || source.publisher == $0 }
      }
  }

  /// `a Federation official, not named`; nil where one of them has a name.
  private func unnamedWords(_ actors: [Case.Actor.ID]) -> String? {
    guard actors.count == 1, let actor = actors.first.flatMap({ index.actor($0) }),
      actor.kind == .unnamed
    else { return nil }
    // "A Federation official (not named)"
    let name = actor.name.components(before: " (not named")
    return "\(name.withLowerArticle), not named"
  }

  /// All that now decides the answer takes it back.
  func isWithdrawn(_ answer: PositionsView.OptionPosition) -> Bool {
    answer.stances == [.unclear] && !answer.decidedBy.isEmpty
      && answer.decidedBy.allSatisfy { index.statement($0)?.act == .withdraw }
  }

  /// What is taken back, by what the withdrawn words had done.
  private func withdrawnWords(_ answer: PositionsView.OptionPosition) -> String {
    let dropped = answer.decidedBy.flatMap { index.statement($0)?.drops ?? [] }
      .compactMap { index.statement($0)?.act }
    if !dropped.isEmpty, dropped.allSatisfy({ $0 == .threaten }) { return "threat withdrawn" }
    let offers: Set<Case.Statement.Act> = [.offer, .propose, .commit, .concede]
    if !dropped.isEmpty, dropped.allSatisfy(offers.contains) { return "no longer offered" }
    if dropped.contains(.demand) { return "no longer asked for" }
    return "withdrawn"
  }

  /// ` if first: the prisoners are freed; if first: the accounts are open`; empty where nothing is
  /// required.
  package func requirementsWords(_ lines: [PositionsView.RequirementLine]) -> String {
    lines.isEmpty ? "" : " " + lines.map { requirementWords($0) }.joined(separator: "; ")
  }

  /// ` if first: the prisoners are freed (promised, not yet done)`
  package func requirementWords(_ line: PositionsView.RequirementLine) -> String {
    var words: String =
      switch line.kind {
      case .before: "if first: \(line.step)"
      case .exchange: "in exchange for: \(line.step)"
      case .trigger: "if \(line.step)"
      }
    if let due = line.due {
      words += (line.kind == .trigger ? " " : ", ") + due.dueWords
    }
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
    // "Done without it" says already that it was done.
    let words = closing.reason == .overtaken ? nil : closing.words
    return closing.reason.words + (closing.date.map { " \($0.words)" } ?? "")
      + (closing.lateWords.map { ", \($0)" } ?? "") + (words.map { ": \($0)" } ?? "")
  }

  /// `disputed: North denies it (14 June 2025)`
  func deniedWords(_ denials: [MilestoneDenial]) -> String {
    "disputed: "
      + denials.map { denial in
        "\(index.running(denial.by)) denies it"
          + (denial.date.map { " (\($0.words))" } ?? "")
      }.joined(separator: "; ")
  }

  /// `breached, says North; South denies it`; a denial stands behind what it denies.
  ///
  /// - Parameter commitment: the one of which they are, whose reports say what they note.
  package func accountWords(
    _ accounts: [CommitmentAccount], of commitment: Case.Commitment.ID? = nil
  ) -> String {
    let reports = commitment.flatMap { index.commitment($0) }?.status ?? []
    // What several say in the same words of one day is said once, unless their notes differ.
    var ordered: [(account: CommitmentAccount, note: String?)] = []
    for account in accounts.filter({ !$0.denies }) + accounts.filter(\.denies) {
      let note = reports.last { $0.isBehind(account) }?.note
      if let place = ordered.firstIndex(where: {
        $0.account.saysTheSame(as: account) && $0.note == note
      }) {
        ordered[place].account.by += account.by
      } else {
        ordered.append((account, note))
      }
    }
    return ordered.map { account, noted in
      let who =
        account.by.isEmpty ? account.basis.map { index.name($0) } : index.running(account.by)
      let says = account.by.count > 1 ? "say" : "says"
      let date =
        account.date.map { date in
          let said = account.given.map { saidWords($0, of: date) } ?? ""
          return " (\(date.words)\(said.isEmpty ? "" : "; \(said)"))"
        } ?? ""
      let note = noted.map { $0.count <= Self.longestNote ? ": \($0)" : "" } ?? ""
      if account.denies {
        return "\(who ?? "someone") \(account.by.count > 1 ? "deny" : "denies") it\(date)\(note)"
      }
      // Of several who owe it, those whom the account names.
      let whose = account.of.isEmpty ? "" : " by \(index.running(account.of))"
      let level = account.level.map { $0.words + whose }
      let amount = account.done.map { level == nil ? "\($0) done" : $0 }
      let due = account.due.map { " (the part due \($0.words))" } ?? ""
      return [level, amount].compactMap(\.self).joined(separator: ", ") + due
        + (who.map { ", \(says) \($0)" } ?? "") + date + note
    }.joined(separator: "; ")
  }

  /// `said 4 November 2025` of a report on 2022; empty where the day it speaks of is as good as that on
  /// which it was given.
  func saidWords(_ given: EDTFDate, of date: EDTFDate) -> String {
    let isLongAfter = given.earliest.number - date.latest.number > 31
    return !date.isDay || isLongAfter ? "said \(given.words)" : ""
  }

  /// Longer notes stand in the view alone.
  private static let longestNote = 60

  /// `promised by South for 1 February 2024, overdue`; of several dues `promised by South, all by
  /// 1 June 2025 and 4 million by 1 May 2025`
  func promiseWords(_ promise: PreconditionsView.Promise) -> String {
    var words = "promised by \(index.running(promise.by))"
    if let last = promise.last, let due = promise.due {
      let share = promise.share ?? (promise.isOverdue ? "a part" : "the next part")
      words += ", all by \(last.words) and \(share) \(due.dueWords)"
    } else if let due = promise.due {
      words += due.isInterval || !due.isDay ? " \(due.dueWords)" : " for \(due.words)"
    }
    if promise.isOverdue { words += ", overdue" }
    if promise.isBroken { words += ", \(accountWords(promise.accounts))" }
    return words
  }
}

extension CommitmentAccount {
  /// The same report, of the same day, by other speakers.
  fileprivate func saysTheSame(as other: CommitmentAccount) -> Bool {
    level == other.level && done == other.done && of == other.of && due == other.due
      && denies == other.denies && date == other.date && basis == other.basis && !by.isEmpty
      && !other.by.isEmpty
  }
}

extension Case.Commitment.Report {
  /// The account rests on it.
  fileprivate func isBehind(_ account: CommitmentAccount) -> Bool {
    date == account.date && account.evidence.allSatisfy(evidence.statements.contains)
  }
}

extension String {
  /// What stands before `mark`; all of it where that is not in it.
  fileprivate func components(before mark: String) -> String {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
