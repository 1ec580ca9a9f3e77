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
    if !offer.clauses.isEmpty {
      line += Inline(". \(clauseGroups(offer.clauses).joined(separator: ". "))")
    } else if !offer.parts.isEmpty {
      line += Inline(": \(offer.parts.prefix(most).joined(separator: "; "))")
      if offer.parts.count > most { line += Inline("; and \(offer.parts.count - most) more") }
    }
    line += Inline(" ") + references(offer.statements, limit: 3) + Inline(".")
    for answer in offer.answers where answer.stance != nil {
      line += Inline(" \(answererWords(answer)): ", .strong) + Inline("\(answerWords(answer)) ")
      line += references(answer.statements, limit: 2) + Inline(".")
    }
    for answer in offer.answers where answer.stance == nil && !answer.onParts.isEmpty {
      line += Inline(" \(answererWords(answer)): ", .strong) + Inline("no answer to the whole")
      line += partAnswers(answer) + Inline(".")
    }
    let silent = offer.answers.filter { $0.stance == nil && $0.onParts.isEmpty }.map(\.party)
    if !silent.isEmpty {
      line += Inline(" No answer from \(index.running(silent)) is on record.", .faint)
    }
    return [.heading("The last offer"), .paragraph(line)]
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
    Case.Draft.BracketStatus.allCases.compactMap { status in
      let these = clauses.filter { $0.status == status }
      guard !these.isEmpty else { return nil }
      let words = these.map { clause in
        var marks: [String] = []
        if status == .bracketed || status == .refusedToDiscuss, !clause.by.isEmpty {
          marks.append("by \(index.running(clause.by))")
        }
        let others = clause.alternativeWords(index)
        if !others.isEmpty {
          if status == .alternatives { return "\(clause.matter), \(others.listed("or"))" }
          marks.append("instead: \(others.listed("or"))")
        }
        let settled = clause.issue.flatMap { index.issue($0)?.title } ?? clause.title
        let matter = isShort && others.isEmpty ? settled : clause.matter
        return matter + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
      }
      return "\(status.words.capitalisedFirst): \(words.joined(separator: "; "))"
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
    if stance == .forIf, !answer.conditions.isEmpty {
      return "for, \(answer.conditions.joined(separator: ", "))"
    }
    return stance.words
  }

  /// `; against Prisoners freed a week: 250 persons [s7]`: what it said since of single parts.
  func partAnswers(_ answer: OffersView.Answer) -> Inline {
    answer.onParts.reduce(Inline("")) { line, part in
      line + Inline("; \(part.stance.words) “\(part.title)” ")
        + references(part.statements, limit: 2)
    }
  }

  /// The party, with the body of it that answers where its bodies differ.
  func answererWords(_ answer: OffersView.Answer) -> String {
    guard let body = answer.body else { return index.name(answer.party) }
    return "\(index.name(answer.party)), by \(index.name(body))"
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
    return parts.joined(separator: "; ")
  }
}
