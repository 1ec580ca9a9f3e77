internal import Bargaining
internal import CaseModel
internal import Foundations

/// A scenario of the case as the engine takes it, and the way back to names and grounds.
struct ScenarioModel {
  typealias Engine = Bargaining.Scenario

  let source: Case.Scenario
  let index: CaseIndex
  let path: EntryPath
  /// Issues that may be any number are on a grid here.
  let engine: Engine
  private let translation: ScenarioTranslation
  let compiled: CompiledScenario
  /// One a party, as people call it.
  let names: [String]

  /// - Parameter texts: packages that will be asked about, so that their numbers are used.
  /// - Throws: ``ModelError`` for a part that cannot be used.
  init(
    _ source: Case.Scenario, _ index: CaseIndex, naming texts: [String] = []
  ) throws(ModelError) {
    if let first = source.faults.first { throw ModelError(first) }
    self.source = source
    self.index = index
    path = .entry(.scenarios, source.id.raw)
    names = source.parties.map(index.name(of:))
    translation = try ScenarioTranslation(
      source, path,
      naming: texts.flatMap { text in
        text.split(separator: ",").compactMap { Case.Scenario.Choice(String($0)) }
      })
    let gridded = try translation.scenario()
    engine = gridded.scenario
    do throws(ScenarioError) {
      compiled = try CompiledScenario(gridded)
    } catch {
      throw Self.fault(error, in: source)
    }
  }

  var partyIDs: [String] { source.parties.map(\.id.raw) }

  // MARK: Names

  func title(ofIssue position: Int) -> String {
    index.title(of: source.issues[position])
  }

  func id(ofIssue position: Int, option: Int) -> String {
    let issue = source.issues[position]
    if issue.options.indices.contains(option) { return issue.options[option].id.raw }
    return engine.issues[position].name(of: option) ?? "\(option)"
  }

  func title(ofIssue position: Int, option: Int) -> String {
    index.title(ofOption: id(ofIssue: position, option: option), in: source.issues[position])
  }

  /// An answer for each issue, by id.
  func ids(_ package: Engine.Package) -> [String] {
    package.options.enumerated().map { id(ofIssue: $0, option: $1) }
  }

  var issueLines: [SettlementView.IssueLine] {
    source.issues.enumerated().map { position, issue in
      let count = engine.issues[position].optionCount ?? 0
      return SettlementView.IssueLine(
        id: issue.name.raw, title: title(ofIssue: position), issue: issue.issue,
        options: count > 200
          ? []
          : (0..<count).map {
            .init(
              id: id(ofIssue: position, option: $0), title: title(ofIssue: position, option: $0),
              isLeftOut: issue.options.indices.contains($0) && issue.options[$0].leftOut)
          }, optionCount: count, isContinuous: issue.range?.continuous ?? false)
    }
  }

  // MARK: Packages

  /// The engine's package for the options chosen; nil where an issue is open.
  func package(_ choose: NameMap<String>) -> Engine.Package? {
    let options = source.issues.indices.compactMap { position in
      choose[source.issues[position].name].flatMap { option($0, ofIssue: position) }
    }
    return options.count == source.issues.count ? Engine.Package(options) : nil
  }

  /// The position of an option, or of a number of a range.
  func option(_ name: String, ofIssue position: Int) -> Int? {
    translation.option(name, ofIssue: position)
  }

  /// The package a text names: a package of the scenario, or `issue=option,…`, in which issues left
  /// out are those of `base`.
  func package(_ text: String, _ question: ModelQuestion, base: Engine.Package? = nil)
    throws(ModelError)
    -> Engine.Package
  {
    if let named = source.packages.first(where: { $0.id.raw == text }),
      let package = package(named.choose)
    {
      return package
    }
    let known = source.packages.map(\.id.raw)
    guard text.contains("=") else {
      throw ModelError(
        question, "the scenario has no package `\(text)`",
        hint: suggestion(for: text, among: known)
          ?? "write `issue=option,issue=option`"
          + (known.isEmpty ? "" : ", or one of \(known.alternatives)"))
    }
    var options: [Int?] = base.map { $0.options.map { $0 } } ?? source.issues.map { _ in nil }
    for part in text.split(separator: ",") {
      guard let choice = Case.Scenario.Choice(String(part)) else {
        throw ModelError(
          question, "`\(part)` is not a choice", hint: "write `issue=option`")
      }
      let issues = source.issues.map(\.name.raw)
      guard let position = issues.firstIndex(of: choice.issue.raw) else {
        throw ModelError(
          question, "the scenario has no issue `\(choice.issue)`",
          hint: suggestion(for: choice.issue.raw, among: issues)
            ?? "its issues are \(issues.alternatives)")
      }
      guard let option = option(choice.option, ofIssue: position) else {
        let options = source.issues[position].options.map(\.id.raw)
        throw ModelError(
          question, "`\(choice.issue)` has no option `\(choice.option)`",
          hint: suggestion(for: choice.option, among: options)
            ?? (options.isEmpty ? "give a number of its range" : "it has \(options.alternatives)"))
      }
      options[position] = option
    }
    if let open = options.firstIndex(of: nil) {
      throw ModelError(
        question, "the package has no option for `\(source.issues[open].name)`",
        hint: "a package takes an option for every issue")
    }
    return Engine.Package(options.compactMap { $0 })
  }

  // MARK: Grounds

  /// What a part rests on: its own grounds, else its party's, else the scenario's.
  func grounds(
    _ own: Evidence, party: Int? = nil
  ) -> SettlementView.Grounds {
    let evidence =
      [own, party.map { source.parties[$0].evidence }, source.evidence]
      .compactMap { $0 }.first { !$0.isEmpty } ?? Evidence()
    return .init(
      statements: evidence.statements, basis: evidence.basis, isDefault: false)
  }

  func grounds(_ number: Case.Scenario.Number?, party: Int) -> SettlementView.Grounds {
    guard let number else { return .init(statements: [], basis: nil, isDefault: true) }
    switch number.basis {
    case .standard?: return .init(statements: number.evidence, basis: nil, isDefault: true)
    case .who(let who)?: return .init(statements: number.evidence, basis: who, isDefault: false)
    case nil: return grounds(Evidence(number.evidence), party: party)
    }
  }
}

extension SettlementView.Figure {
  init(_ value: ExactValue) { self.init(exact: "\(value)", value: value.approximate) }
}
