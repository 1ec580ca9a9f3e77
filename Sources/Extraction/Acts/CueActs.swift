internal import CaseModel

/// What a word of reporting does by itself, so that `backs the plan` is an acceptance though nothing in the
/// plan says so.
enum CueActs {
  /// By the cue's lemma; nil for words that say only that something was said.
  static let table: [String: Case.Statement.Act] = {
    let lists: [(Case.Statement.Act, String)] = [
      (
        .demand,
        """
        demand urge insist call press seek request order exhort implore beg plead appeal lobby push want \
        instruct command insistence ultimatum plea require
        """
      ),
      (
        .propose,
        "propose suggestion recommend recommendation proposal suggest float idea table advocate"
      ),
      (.offer, "offer invitation readiness willingness volunteer interest"),
      (
        .accept,
        "accept agree endorse welcome back support favor favour approve consent applaud hail concur agreement support"
      ),
      (
        .reject,
        """
        reject refuse dismiss spurn rebuff oppose object veto disavow renounce refusal rejection opposition \
        objection reluctance
        """
      ),
      (
        .commit,
        "promise pledge vow undertake commit guarantee assure swear commitment assurance undertaking"
      ),
      (.threaten, "threaten threat warn warning"),
      (
        .accuse,
        """
        accuse blame criticize criticise condemn denounce decry deplore lament complain blast slam lambast \
        lambaste attack rebuke fault allege berate chide scold excoriate castigate chastise mock ridicule deride \
        bemoan protest outrage accusation allegation complaint criticism condemnation
        """
      ),
      (.deny, "deny dispute contradict refute rebut contest denial"),
      (
        .confirm,
        "confirm acknowledge admit recognize recognise confirmation admission acknowledgement acknowledgment"
      ),
      (
        .assess,
        """
        believe think consider view regard see feel doubt suspect fear worry hope expect predict estimate \
        describe characterize characterise portray label brand dub term deem praise commend laud speculate \
        reckon guess anticipate foresee belief opinion confidence scepticism skepticism optimism expectation prediction conviction concern \
        fret envisage imagine
        """
      ),
      (.ask, "wonder inquire query question"),
      (.withdraw, "withdraw retract recant drop abandon"),
    ]
    var table: [String: Case.Statement.Act] = [:]
    for (act, lemmas) in lists {
      for lemma in lemmas.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        table[String(lemma)] = table[String(lemma)] ?? act
      }
    }
    table["rule out"] = .reject
    table["turn down"] = .reject
    table["brush off"] = .reject
    table["brush aside"] = .reject
    table["put forward"] = .propose
    return table
  }()

  /// What words on any issue may be reported by, as ``ContentWords`` has them.
  static let stems: Set<String> = Set(
    (Array(table.keys) + ["declare", "announce", "mention", "explain", "argue", "report", "claim"])
      .flatMap(ContentWords.of))

  /// Also of a noun in the plural.
  static func act(of lemma: String) -> Case.Statement.Act? {
    table[lemma] ?? (lemma.hasSuffix("s") ? table[String(lemma.dropLast())] : nil)
  }

  /// Calling something this denies it.
  static let untrue: Set<String> = [
    "false", "untrue", "inaccurate", "baseless", "unfounded", "groundless", "lie", "lies",
    "nonsense",
    "fabricated", "fabrication", "fiction", "incorrect", "fake",
  ]
  /// Calling something this blames the one who did it.
  static let blaming: Set<String> = [
    "betrayal", "ultimatum", "provocation", "sham", "blackmail", "aggression", "illegal",
    "unlawful",
    "violation", "crime", "criminal", "sabotage", "cynical", "irresponsible", "reckless",
    "shameful",
    "obstacle", "obstacles", "unrealistic", "unsuitable", "interference", "destructive",
    "unserious", "disgrace", "hypocrisy", "hypocritical", "cowardly", "treason", "disgraceful",
    "outrageous",
  ]
  /// Verbs that call something something.
  static let naming: Set<String> = [
    "call", "describe", "label", "brand", "dub", "term", "deem", "characterize", "characterise",
    "portray",
  ]
}
