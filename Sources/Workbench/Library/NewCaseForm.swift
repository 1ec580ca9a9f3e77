internal import CaseModel
internal import Foundations
internal import Interchange
internal import Presentation

/// A case with the texts at hand, and the name its file is to bear.
struct CaseToCreate: Sendable {
  var name: String
  var theCase: Case
  var texts = CaseTexts()
}

/// What is asked of a new case: its title and its parties.
struct NewCaseForm: Sendable {
  var title: String
  /// As typed: one on each line, or with commas between.
  var parties: String

  static let mostParties = 50

  init(_ form: Query = Query()) {
    title = form["title"] ?? ""
    parties = form["parties"] ?? ""
  }

  /// - Throws: ``Problem`` that names the field.
  func made() throws -> CaseToCreate {
    let title = Self.clean(title)
    guard !title.isEmpty else {
      throw Problem.badRequest(
        "the case has no title", hint: "write what you would call it, such as Talks on the valley",
        field: "title")
    }
    guard title.unicodeScalars.count <= 300 else {
      throw Problem.badRequest(
        "the title is longer than 300 characters", hint: "shorten it", field: "title")
    }
    let names = parties.split { $0.isNewline || $0 == "," || $0 == ";" }
      .map { Self.clean(String($0)) }.filter { !$0.isEmpty }
    guard names.count <= Self.mostParties else {
      throw Problem.badRequest(
        "there are \(names.count) parties, more than \(Self.mostParties)",
        hint: "name the main ones; others are added later", field: "parties")
    }
    if let long = names.first(where: { $0.unicodeScalars.count > 200 }) {
      throw Problem.badRequest(
        "“\(long.shortened(to: 40))” is longer than 200 characters",
        hint: "put each party on a line of its own", field: "parties")
    }
    var seen: Set<String> = []
    for name in names where !seen.insert(name.lowercased()).inserted {
      throw Problem.badRequest(
        "“\(name)” is there twice", hint: "leave one of the two out", field: "parties")
    }
    let id = NewID.stem(title) ?? "case"
    var header = Case.Header(id: Slug(id), title: title, parties: [])
    header.description = nil
    var theCase = Case(header)
    for name in names {
      let actor = Case.Actor.ID(NewID.make(named: name, .actors, theCase))
      theCase.actors.append(Case.Actor(id: actor, name: name, kind: .organisation))
      theCase.header.parties.append(actor)
    }
    return CaseToCreate(name: id, theCase: theCase)
  }

  /// Without spaces round it and without what no one sees.
  private static func clean(_ text: String) -> String {
    var words = ""
    for scalar in text.unicodeScalars {
      words.unicodeScalars.append(
        scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// - Parameter problem: what was wrong with what was typed.
  func html(_ problem: Problem? = nil) -> HTML {
    func fault(_ name: String) -> HTML {
      guard let problem, problem.field == name else { return HTML() }
      return """
        <span class="fault" id="fault-\(name)" role="alert" dir="auto">\
        \(problem.message.capitalisedFirst). \(problem.hint?.capitalisedFirst ?? "").</span>
        """
    }
    func mark(_ name: String) -> HTML {
      problem?.field == name
        ? " aria-invalid=\"true\" aria-describedby=\"fault-\(name)\""
        : " aria-describedby=\"help-\(name)\""
    }
    return """
      <form class="new-case" method="post" action="\(LibraryRoute.home)/new">\(PageFrame.token)
      <label for="case-title">What are the talks called?</label>
      <input id="case-title" name="title" required maxlength="300" autocomplete="off" dir="auto" \
      value="\(title)"\(mark("title"))>
      \(fault("title"))<p class="help" id="help-title">For example: Talks on the Sarn valley.</p>
      <label for="case-parties">Who are the parties?</label>
      <textarea id="case-parties" name="parties" rows="4" dir="auto"\(mark("parties"))>\
      \(parties)</textarea>
      \(fault("parties"))<p class="help" id="help-parties">One on each line. More can be added at any \
      time, and so can their people.</p>
      <p class="row"><button type="submit">Create the case</button></p>
      </form>

      """
  }
}
