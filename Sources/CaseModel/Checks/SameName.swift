/// Two actors have the same name, or one has the name of the other among its aliases; capital
/// letters, accents and spaces are ignored. They may be one actor entered twice, with its
/// statements split between two rows; and if they are two, readers cannot tell them apart.
struct SameName: IntegrityRule {
  static let code = "same-name"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    actors("{id: north-two, name: NORTH, kind: state}"),
    actors("{id: northland, name: Northland, kind: state, aliases: [The North, North]}"),
  ]
  static let passing: [RuleExample] = [
    actors("{id: northland, name: Northland, kind: state, aliases: [Northland, The Northland]}")
  ]

  private static func actors(_ another: String) -> RuleExample {
    RuleExample(
      """
      actors:
        - {id: north, name: North, kind: state}
        - {id: south, name: South, kind: state}
        - {id: gazette, name: The Gazette, kind: outlet}
        - {id: envoy, name: The envoy, kind: person, speaksFor: [{actor: north, basis: ana}]}
        - \(another)
      """)
  }

  static func check(_ context: CheckContext) -> [Finding] {
    let actors = context.theCase.actors
    // Names before aliases, so that a shared name is said to be one.
    var owners: [String: Int] = [:]
    var findings: [(position: Int, finding: Finding)] = []
    var paired: Set<[Int]> = []
    func claim(_ name: String, _ position: Int, asAlias: Bool) {
      let key = folded(name)
      guard !key.isEmpty else { return }
      guard let owner = owners[key] else {
        owners[key] = position
        return
      }
      let pair = [min(owner, position), max(owner, position)]
      guard owner != position, actors[owner].id != actors[position].id,
        paired.insert(pair).inserted
      else { return }
      let (first, second) = (actors[owner], actors[position])
      let path = context.path(to: second, at: position)
      findings.append(
        (
          position,
          finding(
            asAlias ? path.key("aliases") : path.key("name"),
            "`\(second.id)` \(asAlias ? "is also called" : "has the name") "
              + "`\(name.shortened(to: 60))`, as `\(first.id)` \(asAlias ? "is" : "has")",
            hint: "merge them if they are one actor, with the names as `aliases`; "
              + "otherwise give them different names")
        ))
    }
    for (position, actor) in actors.enumerated() { claim(actor.name, position, asAlias: false) }
    for (position, actor) in actors.enumerated() {
      for alias in actor.aliases { claim(alias, position, asAlias: true) }
    }
    return findings.enumerated().sorted { a, b in
      (a.element.position, a.offset) < (b.element.position, b.offset)
    }.map(\.element.finding)
  }

  /// In lower case, without accents, blanks evened; what has no word is itself.
  private static func folded(_ name: String) -> String {
    let words = FoldedText(name).words.map(\.raw)
    return words.isEmpty ? name.trimmedUnseen : words.joined(separator: " ")
  }
}
