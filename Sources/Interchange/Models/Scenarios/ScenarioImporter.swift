internal import CaseModel
internal import Foundation

/// Puts the parts of one scenario together.
struct ScenarioImporter {
  let format: ScenarioImport.Format
  private var names = ForeignNames()

  init(format: ScenarioImport.Format) { self.format = format }

  mutating func scenario(
    domain: ForeignDocument?, profiles: [ForeignDocument], named paths: [String]
  ) throws -> Case.Scenario {
    var result: Case.Scenario
    switch format {
    case .genius: result = try genius(domain ?? profiles[0], profiles)
    case .geniusweb: result = try geniusWeb(domain, profiles)
    case .negmas: result = try negMAS(domain, profiles)
    }
    if result.title.isEmpty {
      let path = paths.count == 1 ? paths[0] : (domain ?? profiles[0]).path
      result.title = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    }
    result.id = Case.Scenario.ID(Slug.from(result.title)?.raw ?? "scenario")
    return result
  }

  private func rounding(_ count: Int) -> [String] {
    count == 0
      ? []
      : [
        count == 1
          ? "One number had more digits than can be kept and was rounded to 17."
          : "\(count) numbers had more digits than can be kept and were rounded to 17."
      ]
  }

  /// A party for every profile, called as its file is.
  private mutating func parties(
    of profiles: [ForeignDocument],
    _ read: (ForeignDocument.Root, _ id: Slug, _ title: String, inout NodeReader)
      -> Case.Scenario.Party?
  ) throws -> [Case.Scenario.Party] {
    var parties: [Case.Scenario.Party] = []
    for document in profiles {
      var reader = NodeReader()
      let id = names.id(document.stem, otherwise: "party-\(parties.count + 1)")
      guard let party = read(document.root, id, document.stem, &reader) else {
        throw document.unreadable(reader)
      }
      parties.append(party)
    }
    return parties
  }

  private mutating func genius(
    _ domain: ForeignDocument, _ profiles: [ForeignDocument]
  ) throws -> Case.Scenario {
    var reader = NodeReader()
    var numbers = ForeignNumber()
    guard case .xml(let root) = domain.root,
      let issues = GeniusDomain(root, &numbers, &reader)
    else { throw domain.unreadable(reader) }
    var taken = ForeignNames()
    let ids = issues.issues.map { issue -> (issue: Slug, options: [Slug]) in
      let id = taken.id(issue.name, otherwise: "issue-\(issue.index)")
      guard case .discrete(let values) = issue.kind else { return (id, []) }
      var options = ForeignNames()
      return (
        id,
        values.enumerated().map { options.id($1, otherwise: "option-\($0 + 1)") }
      )
    }
    var result = Case.Scenario(id: "", title: issues.name ?? "")
    for (issue, id) in zip(issues.issues, ids) {
      var own = Case.Scenario.Issue(id: id.issue, options: [])
      own.title = issue.name
      switch issue.kind {
      case .discrete(let values):
        own.options = zip(id.options, values).map { .init(id: $0, title: $1) }
      case .integer(let lower, let upper):
        own.range = .init(from: lower, to: upper, step: Amount(1))
      case .real(let lower, let upper): own.range = .init(from: lower, to: upper, step: nil)
      }
      result.issues.append(own)
    }
    var profile = GeniusProfile(domain: issues, ids: ids)
    result.parties = try parties(of: profiles) { root, id, title, reader in
      guard case .xml(let root) = root else { return nil }
      return profile.party(root, id: id, title: title, &reader)
    }
    var keys = ForeignKeys()
    root.noteUnknown(&keys)
    result.notes =
      profile.remarks
      + (profiles.contains { $0.path == domain.path } ? [] : keys.remarks(in: "the domain"))
      + rounding(numbers.rounded + profile.numbers.rounded)
    return result
  }

  private mutating func geniusWeb(
    _ domain: ForeignDocument?, _ profiles: [ForeignDocument]
  ) throws -> Case.Scenario {
    var web = GeniusWebReader()
    let holder = domain ?? profiles[0]
    var reader = NodeReader()
    guard case .tree(let root) = holder.root else { throw holder.unreadable(reader) }
    guard let node = domain == nil ? GeniusWebReader.domain(in: root) : root else {
      reader.fail(
        .missingKey, at: root.place, "this profile has no `domain`",
        hint: "name the domain's file too")
      throw holder.unreadable(reader)
    }
    var result = Case.Scenario(id: "", title: "")
    result.issues = web.domain(node, &reader)
    if reader.hasErrors { throw holder.unreadable(reader) }
    result.title = web.name ?? ""
    result.parties = try parties(of: profiles) { root, id, title, reader in
      guard case .tree(let root) = root else { return nil }
      return web.party(root, id: id, title: title, &reader)
    }
    result.notes = web.remarks + rounding(web.numbers.rounded)
    return result
  }

  private mutating func negMAS(
    _ domain: ForeignDocument?, _ profiles: [ForeignDocument]
  ) throws -> Case.Scenario {
    guard let domain else {
      throw CaseFileError(
        "there is no file with the issues beside `\(profiles[0].path)`",
        hint: "name the folder, or the domain's file too")
    }
    var negmas = NegMASReader()
    var reader = NodeReader()
    guard case .tree(let root) = domain.root else { throw domain.unreadable(reader) }
    var result = Case.Scenario(id: "", title: "")
    result.issues = negmas.domain(root, &reader)
    if reader.hasErrors { throw domain.unreadable(reader) }
    result.title = negmas.name ?? ""
    result.parties = try parties(of: profiles) { root, id, title, reader in
      guard case .tree(let root) = root else { return nil }
      return negmas.party(root, id: id, title: title, &reader)
    }
    result.notes = negmas.remarks + rounding(negmas.numbers.rounded)
    return result
  }
}
