package import CaseModel

/// Why a suggestion cannot be decided on.
package struct DecisionError: ExplainedError, Hashable {
  package let message: String
  package let hint: String?

  package init(message: String, hint: String?) {
    self.message = message
    self.hint = hint
  }
}

/// What becomes of suggestions: pure changes of a case, to be written by the caller.
extension Case {
  /// The case with suggestions added that it does not have yet, by the ids of their statements.
  package func suggesting(_ suggestions: [Candidate]) -> Case {
    var known = Set(statements.map(\.id)).union(candidates.map(\.statement.id))
    var changed = self
    for suggestion in suggestions where known.insert(suggestion.statement.id).inserted {
      changed.candidates.append(suggestion)
    }
    return changed
  }

  /// The case with a suggestion as a statement, and with the actors, issues and milestones that it names
  /// and the case lacks.
  /// - Parameter edited: the statement as a person corrected it; as it was proposed where nil.
  package func accepting(
    _ id: Statement.ID, as edited: Statement? = nil, by who: Analyst, on day: EDTFDate
  ) throws(DecisionError) -> Case {
    let place = try waiting(id)
    let statement = edited ?? candidates[place].statement
    guard !statements.contains(where: { $0.id == statement.id }) else {
      throw DecisionError(
        message: "the case already has a statement `\(statement.id)`",
        hint: "give the suggestion another id, or reject it")
    }
    return accepting(at: place, as: statement, by: who, on: day)
  }

  /// The same for the suggestion at a place, which waits; the statement's id is free.
  package func accepting(
    at place: Int, as accepted: Statement, by who: Analyst, on day: EDTFDate
  ) -> Case {
    var changed = self
    let suggestion = changed.candidates.remove(at: place)
    var statement = accepted
    statement.proposedBy = suggestion.proposedBy
    statement.provenance.by = Who(who.id.raw)
    statement.provenance.entered = day
    changed.enter(suggestion.rules.compactMap { NewEntry(rule: $0) }, for: statement)
    changed.statements.append(statement)
    changed.enter(who)
    return changed
  }

  /// The case with a suggestion rejected, so that it does not return.
  package func rejecting(
    _ id: Statement.ID, by who: Analyst, on day: EDTFDate
  ) throws(DecisionError) -> Case {
    rejecting(at: try waiting(id), by: who, on: day)
  }

  /// The same for the suggestion at a place, which waits.
  package func rejecting(at place: Int, by who: Analyst, on day: EDTFDate) -> Case {
    var changed = self
    changed.candidates[place].status = .rejected
    changed.candidates[place].decidedBy = Who(who.id.raw)
    changed.candidates[place].decided = day
    changed.enter(who)
    return changed
  }

  /// The analyst of a name, or one to be entered.
  package func analyst(named name: String) -> Analyst? {
    if let known = analysts.first(where: { $0.id.raw == name || $0.name == name }) { return known }
    guard let slug = Slug.from(name) else { return nil }
    return Analyst(id: Analyst.ID(slug.raw), name: name)
  }

  private func waiting(_ id: Statement.ID) throws(DecisionError) -> Int {
    guard
      let place = candidates.firstIndex(where: { $0.statement.id == id && $0.status == .waiting })
    else {
      throw DecisionError(
        message: "no suggestion `\(id)` is waiting",
        hint: "it may have been decided elsewhere; read the case again")
    }
    return place
  }

  private mutating func enter(_ who: Analyst) {
    let isKnown =
      analysts.contains { $0.id == who.id } || actors.contains { $0.id.raw == who.id.raw }
    if !isKnown { analysts.append(who) }
  }

  /// Only what the statement, perhaps corrected, still names.
  private mutating func enter(_ entries: [NewEntry], for statement: Statement) {
    var named = Set(statement.speaker + statement.via + statement.to + statement.of)
    // The side of a new actor is entered with it.
    for case .actor(let id, _, _, let sides) in entries where named.contains(id) {
      named.formUnion(sides)
    }
    let steps = statement.requires.map(\.step.subject) + (statement.about?.parts ?? [])
    for entry in entries {
      switch entry {
      case .actor(let id, let name, let kind, let of):
        guard named.contains(id), !actors.contains(where: { $0.id == id }) else { continue }
        var actor = Actor(id: id, name: name, kind: kind)
        let sides = of.filter { side in actors.contains { $0.id == side } }
        actor.partOf = sides
        // As in the form, where the side of a named speaker is filled in.
        if kind == .person, let side = actors.first(where: { $0.id == sides.first }),
          side.canBeSpokenFor
        {
          var link = Actor.SpeaksFor(side.id)
          link.evidence.basis = statement.provenance.by
          actor.speaksFor = [link]
        }
        actors.append(actor)
      case .issue(let id, let title, let value, let unit):
        guard steps.contains(where: { $0.issue == id }), !issues.contains(where: { $0.id == id })
        else { continue }
        var issue = Issue()
        issue.id = id
        issue.title = title
        issue.value = value
        issue.unit = unit
        issues.append(issue)
      case .milestone(let id, let title):
        guard steps.contains(.milestone(id)), !milestones.contains(where: { $0.id == id }) else {
          continue
        }
        var milestone = Milestone()
        milestone.id = id
        milestone.title = title
        milestones.append(milestone)
      }
    }
  }
}

extension Case.Actor {
  /// It is no person, so that persons may speak for it.
  package var canBeSpokenFor: Bool { kind != .person && kind != .unnamed }
}
