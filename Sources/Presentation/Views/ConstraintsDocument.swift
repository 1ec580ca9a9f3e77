internal import CaseModel
package import StateOfPlay

extension ViewContext {
  package func document(_ view: ConstraintsView) -> Document {
    var blocks = opening
    if view.rows.isEmpty { blocks.append(.paragraph("No legal limit is on record.")) }
    for act in view.rows {
      blocks.append(.heading(act.title))
      blocks += actBlocks(act, mostBreaches: 50)
    }
    blocks.append(.rule(view.rule))
    blocks.append(.remark(footer))
    return Document("\(title): legal limits", blocks)
  }

  func actBlocks(_ act: ConstraintsView.Act, mostBreaches: Int) -> [Document.Block] {
    var head = Inline("Binds \(index.names(act.holders))")
    if let issued = act.issued { head += Inline("; issued \(issued.words)") }
    if let until = act.until { head += Inline("; in force until \(until.words)") }
    head += Inline(" ") + grounds(act.evidence, basis: act.basis)
    var blocks: [Document.Block] = [.paragraph(head)]
    let issuers = act.issuers.map { issuer in
      Inline("Issued by \(index.running(issuer.actor))")
        + Inline(issuer.saidBy.isEmpty ? " " : ", says \(index.running(issuer.saidBy)) ")
        + grounds(issuer.evidence, basis: issuer.basis)
    }
    if !issuers.isEmpty { blocks.append(.items(issuers)) }
    for reading in act.readings {
      var line = Inline(reading.title, .strong)
      line += Inline(": " + reading.rules.map { words($0) }.joined(separator: "; "))
      if let since = reading.since { line += Inline("; since \(since.words)") }
      if !reading.heldBy.isEmpty {
        line += Inline("; interpreted this way by \(index.running(reading.heldBy))")
      }
      blocks.append(
        .paragraph(line + Inline(" ") + grounds(reading.evidence, basis: reading.basis)))
      if !reading.rules.contains(where: { $0.kind == .forbids }) { continue }
      if reading.breaches.isEmpty {
        blocks.append(.remark("Nothing on record would breach it under this interpretation."))
      } else {
        var items = reading.breaches.prefix(mostBreaches).map { breachWords($0) }
        if reading.breaches.count > mostBreaches {
          items.append(Inline("and \(reading.breaches.count - mostBreaches) more", .faint))
        }
        blocks.append(.items(items))
      }
    }
    return blocks
  }

  private func words(_ rule: ConstraintsView.Rule) -> String {
    let verdict =
      switch rule.kind {
      case .forbids: "is forbidden"
      case .requires: "is required"
      case .allows: "is allowed"
      }
    guard let action = rule.action else { return "“\(rule.step ?? "")” \(verdict)" }
    let with = rule.with.isEmpty ? "" : " with \(index.running(rule.with))"
    return "to \(action.rawValue)\(with) \(verdict)"
  }

  private func breachWords(_ breach: ConstraintsView.Breach) -> Inline {
    let kind =
      switch breach.kind {
      case .meetingHeld: "Held"
      case .meetingPlanned: "Planned"
      case .refusal: "Refused"
      case .offer: "Said"
      case .promise: "Promised"
      case .performance: "Done"
      }
    let with = breach.because.isEmpty ? "" : ", with \(index.running(breach.because))"
    return Inline("\(kind) \(breach.date?.words ?? "undated"): \(breach.words)\(with) ")
      + references(breach.statements)
  }
}
