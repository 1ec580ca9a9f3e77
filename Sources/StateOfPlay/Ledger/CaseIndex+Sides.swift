package import CaseModel

extension CaseIndex {
  /// Whom an actor belongs to without speaking for them, over all steps.
  package func sides(of actor: Case.Actor.ID) -> [Case.Actor.ID] {
    var found = self.actor(actor)?.partOf ?? []
    var next = 0
    while next < found.count {
      for other in self.actor(found[next])?.partOf ?? [] where !found.contains(other) {
        found.append(other)
      }
      next += 1
    }
    return found
  }
}
