internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// The last offer on record, what it holds, and what each party answered.
extension ViewContext {
  func offerBlocks(_ view: OffersView) -> [Document.Block] {
    guard let offer = view.last else { return [] }
    var head = offer.draft == nil ? "A package" : offer.title
    head += " by \(index.running(offer.by))"
    if let date = offer.date { head += ", \(date.words)" }
    var line = Inline(head, .strong) + Inline(" (\(stateWords(offer)))")
    let most = 8
    let clauses = offer.clauses.filter { clause in
      lens.issues.isEmpty || clause.issue.map(lens.issues.contains) ?? false
    }
    if !clauses.isEmpty {
      line += Inline(". \(clauseGroups(clauses).joined(separator: ". "))")
      if clauses.count < offer.clauses.count {
        line += Inline(". Further clauses are on other issues")
      }
    } else if !offer.clauses.isEmpty {
      line += Inline(". All its clauses are on other issues")
    } else if !offer.parts.isEmpty {
      line += Inline(": \(offer.parts.prefix(most).joined(separator: "; "))")
      if offer.parts.count > most { line += Inline("; and \(offer.parts.count - most) more") }
    }
    line += ending(offer.statements, limit: 3)
    for answer in offer.answers where answer.stance != nil {
      line += Inline(" \(answererWords(answer))", .strong)
      line += Inline(notAskedWords(answer)) + Inline(": ", .strong) + Inline(answerWords(answer))
      if answer.onParts.isEmpty {
        line += ending(answer.statements, limit: 2)
      } else {
        line += Inline(" ") + references(answer.statements, limit: 2)
        line += partAnswers(answer, to: offer) + Inline(".")
      }
    }
    for answer in offer.answers where answer.stance == nil && !answer.onParts.isEmpty {
      line +=
        Inline(" \(answererWords(answer)): ", .strong) + Inline("has not answered it as a whole")
      line += partAnswers(answer, to: offer) + Inline(".")
    }
    let silent = offer.answers.filter { $0.stance == nil && $0.onParts.isEmpty }.map(\.party)
    if !silent.isEmpty {
      line += Inline(" No answer from \(index.running(silent)) is on record.", .faint)
    }
    return [.heading("The last offer"), .paragraph(line)]
  }

  /// What a sentence rests on, and its full stop.
  private func ending(_ statements: [Case.Statement.ID], limit: Int) -> Inline {
    if statements.isEmpty { return Inline(".") }
    return Inline(" ") + references(statements, limit: limit) + Inline(".")
  }

  /// The texts on the table or signed, the newest first, without the one that is the last offer.
  func textBlocks(_ view: DraftsView, without offered: Case.Draft.ID?) -> [Document.Block] {
    let texts = view.drafts.filter { $0.draft != offered && !$0.clauses.isEmpty }
      .enumerated().sorted { a, b in
        let (x, y) = (a.element.date?.ends ?? .min, b.element.date?.ends ?? .min)
        return x == y ? a.offset < b.offset : x > y
      }.map(\.element)
    guard !texts.isEmpty else { return [] }
    let most = 3
    var items = texts.prefix(most).map { text in
      var line = Inline(text.title, .strong) + Inline(" (\(textWords(text)))")
      let isSigned = text.signed != nil || text.level == .signed
      let groups = clauseGroups(text.clauses, isShort: !isSigned)
      line += Inline(". \(groups.joined(separator: ". ")) ")
      return line + grounds(text.evidence, basis: text.basis, limit: 2)
    }
    if texts.count > most {
      items.append(
        Inline("and \(texts.count - most) earlier; `dragoman drafts` has them all", .faint))
    }
    return [.heading("Texts"), .items(Array(items))]
  }

  /// The clauses of a text by how far they are agreed: `Agreed: …`, `In brackets: …`.
  /// - Parameter isShort: what they settle, without how.
  func clauseGroups(_ clauses: [DraftsView.Clause], isShort: Bool = false) -> [String] {
    groups(clauses).map { status, these in
      let words = these.map { clause in
        var marks: [String] = []
        if clause.status == .bracketed || clause.status == .refusedToDiscuss, !clause.by.isEmpty {
          marks.append("by \(index.running(clause.by))")
        }
        let others = clause.alternativeWords(index)
        if !others.isEmpty {
          if clause.status == .alternatives { return "\(clause.matter), \(others.listed("or"))" }
          marks.append("instead: \(others.listed("or"))")
        }
        let settled = clause.issue.flatMap { index.issue($0)?.title } ?? clause.title
        let matter = isShort && others.isEmpty ? settled : clause.matter
        return matter + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
      }
      return "\(status.capitalisedFirst): \(words.joined(separator: "; "))"
    }
  }

  /// Clauses by how far they are agreed, in words: none of the groups is empty.
  func groups(
    _ clauses: [DraftsView.Clause]
  ) -> [(status: String, clauses: [DraftsView.Clause])] {
    Case.Draft.BracketStatus.allCases.flatMap { status in
      let these = clauses.filter { $0.status == status }
      return these.map(\.statusWords).uniqued.map { words in
        (words, these.filter { $0.statusWords == words })
      }
    }
  }
}

extension ViewContext {
  /// `tabled, not signed`, `refused by South; open until 3 May 2031`
  func stateWords(_ offer: OffersView.Offer) -> String {
    let open = offer.until.flatMap { offer.isOpen ? "open until \($0.words)" : nil }
    switch offer.state {
    case .rejected:
      return (["refused by \(index.running(offer.rejectedBy))"] + [open].compactMap(\.self))
        .joined(separator: "; ")
    case .onTheTable:
      let state = offer.draft == nil ? offer.state.words : "tabled, not signed"
      return ([state] + [open].compactMap(\.self)).joined(separator: "; ")
    case .lapsed:
      let words = offer.until.map { "lapsed \($0.words)" } ?? offer.state.words
      let later = offer.reportedUntil.map {
        "; open until \($0.until.words), \($0.by.isEmpty ? "as reported" : "according to \(index.running($0.by))")"
      }
      return words + (later ?? "")
    case .accepted: return offer.draft == nil ? offer.state.words : "agreed, not signed"
    case .inForce:
      let refused = offer.rejectedBy
      return offer.state.words
        + (refused.isEmpty ? "" : "; refused by \(index.running(refused))")
    case .signed, .withdrawn, .replaced: return offer.state.words
    }
  }

  /// `for, in exchange for: the prisoners`, `took note`
  func answerWords(_ answer: OffersView.Answer) -> String {
    guard let stance = answer.stance else { return "no answer on record" }
    switch answer.act {
    case .takeNote? where stance == .unclear: return "took note"
    case .silent? where stance == .unclear: return "was asked and did not answer"
    default: break
    }
    let except = answer.reservations.map { "“\($0.title)”" }
    let but = except.isEmpty ? "" : ", except \(except.listed("and"))"
    if stance == .forIf, !answer.conditions.isEmpty {
      return "for, \(answer.conditions.joined(separator: ", "))\(but)"
    }
    return stance.words + but
  }

  /// `; against Prisoners freed a week: 250 persons [s7]`: what it said since of single parts; of a
  /// closed offer `; had been against …`.
  func partAnswers(_ answer: OffersView.Answer, to offer: OffersView.Offer) -> Inline {
    answer.onParts.reduce(Inline("")) { line, part in
      let past = offer.state.isClosed ? "had been " : ""
      let stance = part.stance == .forIf ? "for, with conditions," : part.stance.words
      return line + Inline("; \(past)\(stance) “\(part.title)” ")
        + Inline(part.isRedLine ? "(its red line) " : "", .redLine)
        + references(part.statements, limit: 2)
    }
  }

  /// ` (not asked; a member of the Union)`: who is no party, was not asked and need not consent.
  func notAskedWords(_ answer: OffersView.Answer) -> String {
    if answer.isAsked { return "" }
    let actor = index.actor(answer.party)
    guard let whole = actor?.partOf.first else { return " (not asked)" }
    let tie =
      switch actor?.kind {
      case .state?, .organisation?, .group?: "a member of"
      default: "of"
      }
    return " (not asked; \(tie) \(index.running(whole)))"
  }

  /// The party, with the body of it that answers where its bodies differ.
  func answererWords(_ answer: OffersView.Answer) -> String {
    guard let body = answer.body else { return index.name(answer.party) }
    return "\(index.name(answer.party)), by \(index.running(body))"
  }

  /// Who joined a text in force, and who refused it.
  private func joinedWords(_ text: DraftsView.Text) -> [String] {
    let plain = text.joined.filter { $0.stance == .for && $0.reservations.isEmpty }.map(\.party)
    var parts: [String] = []
    if !plain.isEmpty { parts.append("joined by \(index.running(plain))") }
    parts += text.joined.filter { $0.stance != .for || !$0.reservations.isEmpty }.map {
      "by \(index.running($0.party)): \(answerWords($0))"
    }
    if !text.refusedBy.isEmpty { parts.append("refused by \(index.running(text.refusedBy))") }
    // Who takes the rest is named with what it excepts.
    let joined = Set(text.joined.map(\.party))
    for clause in text.clauses {
      let against = (clause.objections ?? []).map(\.actor).filter { !joined.contains($0) }.uniqued
      if !against.isEmpty {
        parts.append("“\(clause.title)” refused by \(index.running(against))")
      }
    }
    return parts
  }

  /// `3 May 2031; tabled, not signed`
  func textWords(_ text: DraftsView.Text) -> String {
    var parts = [text.date?.words ?? "undated"]
    if text.possiblyLater { parts.append("perhaps later than the date asked about") }
    let since = text.levelDate.map { $0 == text.date ? "" : " \($0.words)" } ?? ""
    let isSigned = text.signed != nil || text.level == .signed
    if isSigned {
      parts.append("signed\(text.signed.map { $0 == text.date ? "" : " \($0.words)" } ?? since)")
    } else if !text.signedBy.isEmpty {
      parts.append("signed by \(index.running(text.signedBy)) alone")
    }
    if let closed = text.closed, !isSigned {
      let refused = text.refusedBy.isEmpty ? "" : ", refused by \(index.running(text.refusedBy))"
      parts.append(closed.words + refused)
      return parts.joined(separator: "; ")
    }
    switch text.level {
    case nil: if !isSigned, text.signedBy.isEmpty { parts.append("not recorded as signed") }
    case .proposed?: if !isSigned { parts.append("proposed, not signed") }
    case .tabled?: if !isSigned { parts.append("tabled, not signed") }
    case .agreed?: if !isSigned { parts.append("agreed\(since), not signed") }
    case .signed?: break
    case .inForce?:
      if !isSigned, let agreed = text.agreed {
        parts.append("agreed" + (agreed == text.date ? "" : " \(agreed.words)"))
      }
      parts.append("in force" + (text.levelDate.map { " since \($0.words)" } ?? ""))
    case .ended?: parts.append("ended\(since)")
    }
    if !isSigned { parts += joinedWords(text) }
    return parts.joined(separator: "; ")
  }
}
