internal import CaseModel
internal import Foundations
internal import Presentation
internal import StateOfPlay

/// The tools that the catalogue of views gives: a new view is a new tool.
struct ViewTools {
  let desk: any AssistantDesk

  /// In the order of the catalogue.
  var all: [Tool] { ViewCatalogue.all.compactMap(tool) }

  /// Nil where a view with questions of its own has no tool; a test names it.
  private func tool(for view: any DerivedView.Type) -> Tool? {
    if let plain = view as? any PlainView.Type { return self.plain(plain) }
    switch view.declaration.name {
    case SearchView.declaration.name: return search
    case EntryView.declaration.name: return entry
    case SettlementView.declaration.name: return settlementTool
    case SimulationView.declaration.name: return simulationTool
    case StabilityView.declaration.name: return stabilityTool
    default: return nil
    }
  }

  /// The options of a view's lens that the user has not fixed.
  private func lens(_ view: ViewDeclaration) -> [ToolParameter] {
    view.lens.filter { !$0.value.isFlag && !desk.fixed.contains($0.name) }.map(ToolParameter.init)
  }

  private func tool(
    _ view: ViewDeclaration, _ own: [ToolParameter] = [],
    _ run: @escaping (CaseInSight, ToolArguments, Checkpoint) throws -> Document
  ) -> Tool {
    Tool(
      name: view.name, title: view.title,
      description: "\(view.summary) \(view.details)".oneParagraph, parameters: own + lens(view)
    ) { arguments, checkpoint in
      let sight = try desk.look(arguments.lens)
      return ToolAnswer(try run(sight, arguments, checkpoint), in: sight, as: view.name)
    }
  }

  private func plain<View: PlainView>(_: View.Type) -> Tool {
    tool(View.declaration) { sight, _, checkpoint in
      try View.make(sight.subject, checkpoint).document(in: sight.frame)
    }
  }

  private var search: Tool {
    let kinds = SearchView.Kind.allCases.map(\.rawValue)
    let own = [
      ToolParameter(
        "words", .text(longest: 400),
        "The words to find, in any order; words in quotation marks must stand together.",
        isRequired: true),
      ToolParameter("kind", .words(kinds), "Only results of this kind."),
      ToolParameter("speaker", .texts, "Only statements by this actor, by its id."),
      ToolParameter("from", .text(longest: 100), "Only results dated on or after this day."),
      ToolParameter("to", .text(longest: 100), "Only results dated on or before this day."),
      ToolParameter("literal", .flag, "Only this spelling: no other script, no other name."),
      ToolParameter("most", .number(1...100), "Results of each kind, at the most (20)."),
    ]
    return tool(SearchView.declaration, own) { sight, arguments, _ in
      let choice = try SearchChoice({ arguments.texts($0) }, sight.frame.index)
      let subject = sight.subject
      let view = StateOfPlay.search(
        subject.theCase, subject.lens, for: arguments["words"] ?? "", choosing: choice,
        texts: subject.texts, isLiteral: arguments.has("literal"))
      return sight.frame.document(view, most: arguments.number("most") ?? 20)
    }
  }

  private var entry: Tool {
    let own = [
      ToolParameter(
        "id", .text(longest: 200), "The entry's id, as statements and lists show it.",
        isRequired: true)
    ]
    return tool(EntryView.declaration, own) { sight, arguments, _ in
      let id = arguments["id"] ?? ""
      let subject = sight.subject
      let views = entries(subject.theCase, subject.lens, id: id, texts: subject.texts)
      guard !views.isEmpty else {
        if let later = sight.frame.notYet(id) { throw ToolError(later.message, hint: later.hint) }
        let index = sight.frame.index
        throw ToolError(
          "the case has no entry `\(id.shortened(to: 60))`",
          hint: suggestion(for: id, among: Case.Section.allCases.flatMap { index.ids($0) })
            ?? "the tool `search` finds entries by their words")
      }
      return sight.frame.document(views)
    }
  }

  // MARK: Models

  /// A tool that asks an analyst's model, by its id where the case has several.
  private func modelTool(
    _ declaration: ViewDeclaration, _ name: String,
    _ make:
      @escaping (
        _ sight: CaseInSight, _ id: String?, _ checkpoint: Checkpoint
      ) throws -> Document
  ) -> Tool {
    let which = ToolParameter(
      name, .text(longest: 200), "Which \(name) of the case, if it has several.")
    return tool(declaration, [which]) { try make($0, $1[name], $2) }
  }

  private var settlementTool: Tool {
    modelTool(SettlementView.declaration, "scenario") { sight, id, checkpoint in
      try settlement(
        sight.subject.theCase, sight.subject.lens, scenario: id.map { Case.Scenario.ID($0) },
        checkpoint: checkpoint
      ).document(in: sight.frame)
    }
  }

  private var simulationTool: Tool {
    modelTool(SimulationView.declaration, "scenario") { sight, id, checkpoint in
      try simulation(
        sight.subject.theCase, sight.subject.lens, scenario: id.map { Case.Scenario.ID($0) },
        checkpoint: checkpoint
      ).document(in: sight.frame)
    }
  }

  private var stabilityTool: Tool {
    modelTool(StabilityView.declaration, "conflict") { sight, id, checkpoint in
      try stability(
        sight.subject.theCase, sight.subject.lens, conflict: id.map { Case.Conflict.ID($0) },
        checkpoint: checkpoint
      ).document(in: sight.frame)
    }
  }
}
