internal import CaseModel
internal import CaseStore
internal import Presentation

extension Action {
  /// Makes a conflict, or changes one.
  static let conflict = Action(
    path: "/conflicts/build", changesCase: true, largestForm: (bytes: 1_000_000, items: 20_000)
  ) { site, posted in
    try await site.code(posted) { stored, signature, day in
      var new = NewEntries(stored.theCase, signature, on: day)
      let form = posted.form.naming(&new)
      var theCase = new.theCase
      let id = posted.form["conflict"] ?? ""
      let place = theCase.conflicts.firstIndex { $0.id.raw == id }
      if !id.isEmpty {
        guard place != nil else {
          throw Problem.conflict("the case holds no conflict `\(id.shortened(to: 60))`")
        }
        try stored.checkUnchanged(
          .conflicts, "conflict", id, since: posted.form["expected"].flatMap { Int($0) },
          hint: "load the page again, and make your changes on the newer version")
      }
      let made = try ConflictForm(form: form, signature: signature)
        .made(of: place.map { theCase.conflicts[$0] }, in: theCase)
      if let place { theCase.conflicts[place] = made } else { theCase.conflicts.append(made) }
      try RuleCheck.check(
        before: stored.theCase, after: signature.entered(into: theCase), stored.texts)
      return Site.Coded(
        theCase: theCase, message: (["conflict \(made.id)"] + new.added).joined(separator: ", "),
        said: "Saved the conflict “\(made.title)”.")
    }
  }
}

extension Query {
  /// With the ids of those whom an action names by their names, entered as actors of the case.
  fileprivate func naming(_ new: inout NewEntries) -> Query {
    var form = self
    for place in form.items.indices {
      let item = form.items[place]
      guard item.value == "+", item.name.hasPrefix("o."), item.name.hasSuffix(".owner"),
        let title = self[item.name.dropLast(6) + ".new"].flatMap({ NewEntries.title("+" + $0) })
      else { continue }
      let kind = NewActorReading(title, new.theCase).kind
      form.items[place].value = new.actor(title, kind: kind).raw
    }
    return form
  }
}
