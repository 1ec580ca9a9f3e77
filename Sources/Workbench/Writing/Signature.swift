internal import CaseModel

/// Who makes a change: a name that someone gave, and the analyst of the case who bears it.
struct Signature: Sendable {
  let analyst: Case.Analyst
  /// The case does not hold the analyst yet.
  let isNew: Bool

  /// - Throws: ``Problem`` where no one is named.
  init(_ given: String, in theCase: Case) throws {
    guard let name = Self.name(given) else {
      throw Problem.badRequest(
        "the author of the change is missing",
        hint: "enter your name in the form, on one line; it is asked for once and kept")
    }
    if let known = theCase.analysts.first(where: { $0.id.raw == name || $0.name == name }) {
      (analyst, isNew) = (known, false)
      return
    }
    let id = NewID.make(named: name, .analysts, theCase)
    (analyst, isNew) = (Case.Analyst(id: Case.Analyst.ID(id), name: name), true)
  }

  /// The case with the one who signs among its analysts, as it is once the change is made.
  func entered(into theCase: Case) -> Case {
    guard isNew, !theCase.analysts.contains(analyst) else { return theCase }
    var theCase = theCase
    theCase.analysts.append(analyst)
    return theCase
  }

  var who: Who { Who(analyst.id.raw) }

  /// A name without spaces round it; nil where it is none.
  static func name(_ given: String) -> String? {
    let name = given.drop(while: \.isWhitespace)
    let end = name.lastIndex { !$0.isWhitespace }
    guard let end, name[...end].unicodeScalars.count <= 200,
      name[...end].unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { return nil }
    return String(name[...end])
  }
}
