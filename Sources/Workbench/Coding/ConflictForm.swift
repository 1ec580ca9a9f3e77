internal import CaseModel
internal import Presentation

/// What the form of a conflict says: who can do what, what is done now, what each wants and what cannot be.
///
/// Rows are named by their number: `o.3.title` is the action of the fourth row. What the form does not show
/// stays as it was.
struct ConflictForm {
  let form: Query
  let signature: Signature

  /// Rows of one kind that are read at the most.
  static let most = 60

  /// - Throws: ``Problem`` that names the field.
  func made(of before: Case.Conflict?, in theCase: Case) throws -> Case.Conflict {
    var conflict = before ?? Case.Conflict()
    conflict.title = line(form["title"])
    guard !conflict.title.isEmpty else {
      throw Problem.badRequest(
        "the conflict has no title", hint: "say in a few words what is at stake", field: "title")
    }
    if before == nil {
      conflict.evidence.basis = signature.who
      conflict.id = Case.Conflict.ID(NewID.make(named: conflict.title, .conflicts, theCase))
    }
    try readOptions(&conflict, theCase)
    try readWishes(&conflict, theCase)
    readExclusions(&conflict)
    guard !conflict.options.isEmpty else {
      throw Problem.badRequest(
        "no one can do anything yet", hint: "write at least one action, and who can take it",
        field: "o.0.title")
    }
    return conflict
  }

  private func line(_ text: String?) -> String {
    (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Options

  private func readOptions(_ conflict: inout Case.Conflict, _ theCase: Case) throws {
    var now: [Bool] = []
    let known = conflict.options
    var kept: [Int] = []
    var options: [Case.Conflict.Option] = []
    for row in 0..<Self.most {
      let title = line(form["o.\(row).title"])
      let old = form["o.\(row).id"].flatMap { id in known.firstIndex { $0.id.raw == id } }
      guard !title.isEmpty else { continue }
      var option = old.map { known[$0] } ?? Case.Conflict.Option()
      let owner = try maker(
        form["o.\(row).owner"] ?? "", &conflict, theCase, field: "o.\(row).owner")
      let evidence = try self.evidence(of: "o.\(row)", option.evidence, theCase)
      let isChanged =
        option.title != title || option.owners.count < 2 && option.owners != [owner]
        || option.evidence.statements != evidence
      option.title = title
      if option.owners.count < 2 { option.owners = [owner] }
      option.evidence.statements = evidence
      if old == nil {
        let taken = Set((known + options).map(\.id.raw))
        option.id = Self.id(title, taken)
      }
      if isChanged, evidence.isEmpty { option.evidence.basis = signature.who }
      kept.append(old ?? -1)
      now.append(form["o.\(row).now"] == "yes")
      options.append(option)
    }
    conflict.options = options
    conflict.statusQuo = options.isEmpty ? nil : String(now.map { $0 ? "Y" : "N" })
    move(&conflict, kept)
  }

  /// Patterns of the conflict with the signs of the options that stay, in their order; new ones are not
  /// taken in states, and either in what holds of several states.
  private func move(_ conflict: inout Case.Conflict, _ kept: [Int]) {
    func moved(_ pattern: String, _ new: Character) -> String {
      let signs = Array(pattern)
      return String(kept.map { $0 >= 0 && $0 < signs.count ? signs[$0] : new })
    }
    for place in conflict.states.indices {
      conflict.states[place].state = moved(conflict.states[place].state, "N")
    }
    conflict.feasible = conflict.feasible.map { moved($0, "-") }
    conflict.coalesced = conflict.coalesced.map { moved($0, "-") }
    for place in conflict.infeasible.indices {
      conflict.infeasible[place].pattern = conflict.infeasible[place].pattern.map { moved($0, "-") }
    }
    for place in conflict.forbidden.indices {
      conflict.forbidden[place].from = moved(conflict.forbidden[place].from, "-")
      conflict.forbidden[place].to = moved(conflict.forbidden[place].to, "-")
    }
  }

  /// A few words that no other option has; a formula names it by them.
  static func id(_ title: String, _ taken: Set<String>) -> Slug {
    let words = title.split(separator: " ").prefix(3).joined(separator: " ")
    let stem = Slug.from(words)?.raw ?? "action"
    // Words of formulas are no names.
    let reserved = ["not", "and", "or", "if", "iff", "true", "false"]
    let first = reserved.contains(stem) ? "do-\(stem)" : stem
    var id = first
    var number = 2
    while taken.contains(id) {
      id = "\(first)-\(number)"
      number += 1
    }
    return Slug(id)
  }

  /// The decision maker named, who becomes one with the first action or wish.
  private func maker(
    _ name: String, _ conflict: inout Case.Conflict, _ theCase: Case, field: String
  ) throws -> Slug {
    if let known = conflict.decisionMakers.first(where: { $0.id.raw == name }) { return known.id }
    guard let actor = theCase.actors.first(where: { $0.id.raw == name }) else {
      throw Problem.badRequest(
        "it is not said who can do this", hint: "choose one of the actors, or name someone new",
        field: field)
    }
    let id = Slug(actor.id.raw)
    conflict.decisionMakers.append(Case.Conflict.DecisionMaker(id: id, actors: [actor.id]))
    return id
  }

  private func evidence(
    of prefix: String, _ known: [Case.Statement.ID], _ theCase: Case
  ) throws -> [Case.Statement.ID] {
    guard form["\(prefix).evidence"] != nil else { return known }
    let typed = form.all("\(prefix).evidence").joined(separator: " ")
    return try typed.split { $0.isWhitespace || $0 == "," }.map { word in
      let id = Case.Statement.ID(String(word))
      guard theCase.statements.contains(where: { $0.id == id }) else {
        throw Problem.badRequest(
          "the case has no statement `\(String(word).shortened(to: 40))`",
          hint: "write ids of statements, with blanks between", field: "\(prefix).evidence")
      }
      return id
    }
  }

  private func evidence(
    of prefix: String, _ known: Evidence, _ theCase: Case
  ) throws -> [Case.Statement.ID] {
    try evidence(of: prefix, known.statements, theCase)
  }

  // MARK: Wishes

  private func readWishes(_ conflict: inout Case.Conflict, _ theCase: Case) throws {
    let ids = Set(conflict.options.map(\.id.raw))
    for place in conflict.decisionMakers.indices {
      let maker = conflict.decisionMakers[place]
      let prefix = "p.\(maker.id)"
      guard form["\(prefix).there"] == "yes" else { continue }
      var wishes: [(rank: Int, wish: Case.Conflict.Priority)] = []
      for row in 0..<Self.most {
        let name = "\(prefix).\(row)"
        guard let that = form["\(name).that"], !that.isEmpty else { continue }
        let known = form["\(name).old"].flatMap { Int($0) }.flatMap {
          maker.prefers.indices.contains($0) ? maker.prefers[$0] : nil
        }
        var wish = known ?? Case.Conflict.Priority(that: that)
        if wish.that != that { (wish.that, wish.title) = (that, nil) }
        let isUncertain = form["\(name).uncertain"] == "yes"
        let evidence = try self.evidence(of: name, wish.evidence, theCase)
        let isChanged =
          known == nil || known?.that != that || wish.uncertain != isUncertain
          || wish.evidence.statements != evidence
        (wish.uncertain, wish.evidence.statements) = (isUncertain, evidence)
        if isChanged, evidence.isEmpty { wish.evidence.basis = signature.who }
        wishes.append((form["\(name).rank"].flatMap { Int($0) } ?? row + 1, wish))
      }
      let order = wishes.indices.sorted { (wishes[$0].rank, $0) < (wishes[$1].rank, $1) }
      conflict.decisionMakers[place].prefers = order.map { wishes[$0].wish }
      try readWeights(&conflict.decisionMakers[place], ids)
    }
    let named = Set(conflict.options.flatMap(\.owners))
    // A party without moves or preferences decides nothing.
    conflict.decisionMakers.removeAll { maker in
      !named.contains(maker.id) && maker.prefers.isEmpty && maker.weights.isEmpty
        && maker.ranking.isEmpty && maker.compares.isEmpty
    }
  }

  private func readWeights(_ maker: inout Case.Conflict.DecisionMaker, _ ids: Set<String>) throws {
    maker.weights.removeAll { !ids.contains($0.option.raw) }
    for place in maker.weights.indices {
      let name = "w.\(maker.id).\(maker.weights[place].option)"
      func number(_ key: String, _ known: Int) throws -> Int {
        guard let typed = form["\(name).\(key)"] else { return known }
        guard let number = Int(typed.filter { !$0.isWhitespace }.replacing("−", with: "-")) else {
          throw Problem.badRequest(
            "“\(typed.shortened(to: 40))” is not a whole number", hint: "write 5, 0 or -3",
            field: "\(name).\(key)")
        }
        return number
      }
      let before = maker.weights[place]
      maker.weights[place].taken = try number("taken", before.taken)
      maker.weights[place].notTaken = try number("not", before.notTaken)
      if maker.weights[place] != before { maker.weights[place].evidence.basis = signature.who }
    }
  }

  // MARK: What cannot be

  private func readExclusions(_ conflict: inout Case.Conflict) {
    let ids = Set(conflict.options.map(\.id.raw))
    let kept = Set(form.all("x"))
    if form["x.there"] == "yes" {
      conflict.infeasible = conflict.infeasible.enumerated().filter {
        kept.contains("\($0.offset)")
      }
      .map(\.element)
    }
    for row in 0..<3 {
      let pair = ["a", "b"].compactMap { form["x.\(row).\($0)"] }.filter { ids.contains($0) }
      guard pair.count == 2, pair[0] != pair[1] else { continue }
      var never = Case.Conflict.Infeasible()
      never.exclusive = pair.map { Slug($0) }
      never.evidence.basis = signature.who
      conflict.infeasible.append(never)
    }
  }
}
