internal import Bargaining
internal import CaseModel

/// Packages explained, set side by side, and certified.
extension SettlementMaker {
  func packageLines(_ robustness: SettlementRobustness?) throws -> [View.PackageLine] {
    try packages.map { item in
      let explanation = try compiled.explain(item.package, checkpoint: checkpoint)
      let distance = try frontier.distance(of: item.package, checkpoint: checkpoint)
      return View.PackageLine(
        key: item.key, title: item.title, options: ids(item.package),
        isFeasible: explanation.broken.isEmpty,
        isAcceptable: explanation.broken.isEmpty
          && explanation.parties.allSatisfy { $0.margin >= .zero },
        isEfficient: distance.isEfficient, commonGain: distance.commonGain.approximate,
        parties: explanation.parties.map(part),
        broken: explanation.broken.map(constraintID),
        binding: explanation.binding.prefix(20).map { binding in
          .init(
            constraint: constraintID(binding.constraint), change: change(binding.change),
            gains: binding.gains.map(figure))
        }, shares: robustness?.shares[item.package])
    }
  }

  private func part(_ part: Explanation.PartyPart) -> View.PartyPart {
    View.PartyPart(
      utility: figure(part.utility), margin: figure(part.margin),
      givenUp: part.givenUp.map(figure), least: figure(part.certainty.low),
      most: figure(part.certainty.high), isTight: part.certainty.isTight,
      issues: part.issues.map {
        .init(
          adds: $0.contribution.approximate, worst: $0.worst.approximate,
          best: $0.best.approximate)
      })
  }

  func comparison() throws -> View.Comparison {
    guard questions.compare.count == 2 else {
      throw ModelError(
        .comparison, "a comparison needs two packages",
        hint: "name each by its id, or as issue=option,…")
    }
    let pair = try questions.compare.map { try model.package($0, .comparison) }
    let (first, second) = (try compiled.utilities(of: pair[0]), try compiled.utilities(of: pair[1]))
    return View.Comparison(
      first: key(pair[0]), second: key(pair[1]),
      changes: pair[0].options.indices.filter { pair[0].options[$0] != pair[1].options[$0] }.map {
        change(.init(issue: $0, from: pair[0].options[$0], to: pair[1].options[$0]))
      }, gains: zip(second, first).map { figure($0 - $1) })
  }

  // MARK: Certificates

  func certificates(_ obstruction: View.Obstruction?) throws -> [View.CertificateLines] {
    var lines: [View.CertificateLines] = []
    if let obstruction {
      lines.append(
        .init(
          package: "", claim: "no package is acceptable to all",
          reasons: obstruction.conflicts.map {
            "no package keeps all of \($0.joined(separator: ", "))"
          }))
    }
    for certificate in try frontier.nashCertificates(
      limit: Self.mostTies, checkpoint: checkpoint)
    {
      let product = certificate.gains.map { "\($0)" }.joined(separator: " × ")
      var reasons = ["the gains multiply to \(product) = \(certificate.product)"]
      if let other = certificate.runnerUp {
        reasons.append("the next largest product on the frontier is \(other.product)")
      }
      lines.append(
        .init(
          package: key(certificate.package), claim: "its product of gains is the largest",
          reasons: reasons))
    }
    for item in packages {
      guard let certificate = try frontier.efficiencyCertificate(for: item.package) else {
        continue
      }
      lines.append(
        .init(
          package: item.key, claim: "no single change is better for one and worse for none",
          reasons: certificate.singleChanges.map(words)))
    }
    return lines
  }

  private func words(_ refutation: Certificate.Refutation) -> String {
    let change = change(refutation.change)
    let reason =
      switch refutation.reason {
      case .breaks(let constraints):
        "breaks \(constraints.map(constraintID).joined(separator: ", "))"
      case .includesNothing: "leaves the package empty"
      case .costs(let party, let amount): "costs \(model.names[party]) \(amount)"
      case .changesNothing: "changes nothing for any party"
      }
    return "\(change.issue): \(change.to) for \(change.from) \(reason)"
  }

  // MARK: Moves

  func moves(from draft: Package) throws -> View.Moves {
    func lines(_ goal: NextMove.Goal) throws -> [View.Move] {
      try compiled.nextMoves(from: draft, toward: goal, limit: 12, checkpoint: checkpoint).map {
        View.Move(
          package: key($0.package), changes: $0.changes.map(change), gains: $0.gains.map(figure))
      }
    }
    return View.Moves(
      from: key(draft), toAcceptable: try lines(.acceptableToAll),
      toBetter: try lines(.betterForAll),
      logrolls: try compiled.logrolling(from: draft, limit: 12, checkpoint: checkpoint).map {
        .init(
          first: change($0.first), second: change($0.second), byFirst: $0.byFirst.map(figure),
          bySecond: $0.bySecond.map(figure), together: $0.together.map(figure))
      })
  }

  func singleText(from start: Package) throws -> View.SingleTextLines {
    let text = try compiled.singleText(from: start, checkpoint: checkpoint)
    return View.SingleTextLines(
      drafts: text.drafts.map(key), endsEfficient: text.endsEfficient)
  }
}
