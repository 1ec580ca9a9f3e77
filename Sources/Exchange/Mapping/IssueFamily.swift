/// Families of issues as the two databases of peace agreements call them.
///
/// PA-X: Bell and Badanjak, "Introducing PA-X" (2019); a part of its categories. UCDP: Högbladh, "Peace
/// agreements 1975–2011" (2012). Only where both count the same thing does a family have both codes.
package struct IssueFamily: Sendable, Hashable {
  /// What a case calls it.
  package let words: String
  /// The variable of PA-X.
  package let pax: String
  /// The variable of UCDP's Peace Agreement Dataset; nil where it has none for the same.
  package let ucdp: String?

  private init(_ words: String, _ pax: String, _ ucdp: String? = nil) {
    (self.words, self.pax, self.ucdp) = (words, pax, ucdp)
  }

  package static let all: [IssueFamily] = [
    IssueFamily("ceasefire", "Ce", "cease"),
    IssueFamily("withdrawal", "SsrFf", "withd"),
    IssueFamily("disarmament", "SsrDdr", "ddr"),
    IssueFamily("merger of forces", "MpsMe", "intarmy"),
    IssueFamily("security guarantees", "SsrGua"),
    IssueFamily("armed forces", "SsrArm"),
    IssueFamily("police", "SsrPol"),
    IssueFamily("terrorism", "Terr"),
    IssueFamily("peacekeeping", "ImPK", "pko"),
    IssueFamily("enforcement", "ImE"),
    IssueFamily("elections", "Ele", "elections"),
    IssueFamily("political parties", "PolPar", "pp"),
    IssueFamily("political institutions", "Pol"),
    IssueFamily("constitution", "Cons"),
    IssueFamily("power-sharing", "Polps", "shagov"),
    IssueFamily("autonomy", "TpsAut", "aut"),
    IssueFamily("federalism", "TpsSub", "fed"),
    IssueFamily("nature of the state", "StDef"),
    IssueFamily("amnesty", "TjAm", "amn"),
    IssueFamily("prisoners", "TjPrire", "pris"),
    IssueFamily("missing persons", "TjMis"),
    IssueFamily("reparations", "TjRep"),
    IssueFamily("reconciliation", "TjNR", "recon"),
    IssueFamily("courts", "TjCou"),
    IssueFamily("refugees", "GRef", "return"),
    IssueFamily("children", "GCh"),
    IssueFamily("human rights", "HrGen"),
    IssueFamily("protection", "Prot"),
    IssueFamily("citizenship", "HrCit"),
    IssueFamily("mobility", "HrMob"),
    IssueFamily("media", "Med"),
    IssueFamily("development", "Dev"),
    IssueFamily("natural resources", "NatRes"),
    IssueFamily("international funds", "IntFu"),
    IssueFamily("business", "Bus"),
    IssueFamily("taxation", "Tax"),
    IssueFamily("banks", "Ban"),
    IssueFamily("land", "LaRef"),
    IssueFamily("cultural heritage", "LaCH"),
    IssueFamily("environment", "LaEn"),
    IssueFamily("water", "Wat"),
  ]

  private static let byName: [String: IssueFamily] = {
    var names: [String: IssueFamily] = [:]
    for family in all {
      for name in [family.words, family.pax, family.ucdp ?? family.pax] {
        names[name.lowercased()] = family
      }
    }
    return names
  }()

  /// The family of that name, in the words of a case or by the variable of either database.
  package static func named(_ name: String) -> IssueFamily? {
    byName[Names.plain(name).lowercased()]
  }

  private static let byVariable = Dictionary(
    all.flatMap { family in
      [(family.pax, family)] + (family.ucdp.map { [($0, family)] } ?? [])
    }, uniquingKeysWith: { first, _ in first })

  /// The family that a column of either database counts, by its name to the letter: `pp` is UCDP's
  /// political parties, and `PP` a number of PA-X.
  static func counted(by column: String) -> IssueFamily? { byVariable[column] }

  /// Whether two names mean one family.
  static func isSame(_ one: String, _ other: String) -> Bool {
    if Names.plain(one).lowercased() == Names.plain(other).lowercased() { return true }
    guard let family = named(one) else { return false }
    return family == named(other)
  }
}
