internal import CaseModel

/// What the words of one party show before they are entered.
extension IssueLedger {
  /// The bodies whose own words there are, where there are several, or one beside the party as a
  /// whole; else one that is none.
  static func wings(_ spoken: [PartyStatement]) -> [Int?] {
    let found = Set(spoken.lazy.filter { $0.voice == .own }.compactMap(\.wing))
    return found.count > 1 || found.count == 1 && speaksAsOne(spoken) ? found.sorted() : [nil]
  }

  /// There are own words of the party as a whole.
  static func speaksAsOne(_ spoken: [PartyStatement]) -> Bool {
    spoken.contains { $0.voice == .own && $0.wing == nil }
  }

  /// Of words on a package, those by which the party itself took the package back later.
  static func withdrawn(_ members: [Int], _ spoken: [PartyStatement]) -> [Int: Int] {
    var closers: [Int: [(member: Int, said: EDTFDate)]] = [:]
    for member in members {
      guard spoken[member].act == .withdraw, spoken[member].voice == .own,
        let package = spoken[member].package, let said = spoken[member].said
      else { continue }
      closers[package, default: []].append((member, said))
    }
    if closers.isEmpty { return [:] }
    let newest = closers.mapValues { $0.map(\.said.begins).max() ?? .min }
    var found: [Int: Int] = [:]
    for member in members {
      guard let package = spoken[member].package, let said = spoken[member].said,
        newest[package].map({ $0 > said.ends }) ?? false
      else { continue }
      found[member] =
        closers[package]?.last { $0.member != member && $0.said.isLater(than: said) }?
        .member
    }
    return found
  }
}
