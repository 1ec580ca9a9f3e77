internal import CaseModel

/// Words and phrases by which acts are known. A phrase is matched word for word; `*` is any of the verb's
/// forms, written once.
enum ActWords {
  typealias Act = Case.Statement.Act

  struct Phrase: Sendable {
    var words: [String]
    var act: Act
    /// How strongly it speaks for the act; a longer phrase beats a shorter one at the same place.
    var weight: Int
  }

  /// By the first word, the longest first.
  static let phrases: [String: [Phrase]] = {
    var table: [String: [Phrase]] = [:]
    func add(_ words: [String], _ act: Act, _ weight: Int) {
      guard let first = words.first else { return }
      table[first, default: []].append(Phrase(words: words, act: act, weight: weight))
    }
    for (act, weight, list) in verbs {
      for verb in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        for form in VerbForms.all(verb) { add([form], act, weight) }
      }
    }
    for (act, weight, list) in fixed {
      for phrase in list.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
        let words = phrase.split(separator: " ")
        // A first word with a star is a verb in any form.
        if let first = words.first, first.hasSuffix("*") {
          for form in VerbForms.all(first.dropLast()) {
            add([form] + words.dropFirst().map(String.init), act, weight)
          }
        } else if !words.isEmpty {
          add(words.map(String.init), act, weight)
        }
      }
    }
    return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()

  private static let verbs: [(Act, Int, String)] = [
    (
      .demand, 6,
      """
      demand insist urge require want seek/sought press request exhort implore expect must
      """
    ),
    (.propose, 6, "propose suggest recommend float moot table advocate"),
    (.offer, 6, "offer invite"),
    (.accept, 6, "accept agree approve endorse consent welcome"),
    (.accept, 6, "supports/supported backs/backed favours/favoured favors/favored"),
    (.reject, 6, "reject refuse dismiss spurn rebuff oppose object decline veto resist"),
    (.concede, 6, "concede yield soften relent"),
    (.withdraw, 5, "retract rescind waive"),
    (.commit, 6, "promise pledge commit undertake/undertook/undertaken guarantee vow assure"),
    (.threaten, 6, "threaten warn"),
    (
      .accuse, 6,
      "accuse blame denounce decry deplore criticise criticize condemn denounce allege reproach complain fault rebuke charge"
    ),
    (
      .accuse, 4,
      """
      violate breach sabotage stall obstruct undermine neglect betray mislead deceive provoke rearm exploit \
      shell bomb loot cheat break/broke/broken hit/hit kidnap torture attack
      """
    ),
    (.deny, 6, "deny dispute contradict contest refute rebut"),
    (.confirm, 6, "confirm acknowledge admit recognise recognize verify corroborate"),
    (.ask, 4, "ask wonder inquire enquire"),
    (
      .assess, 4,
      "believe consider judge doubt argue think/thought view regard seem appear suspect estimate"
    ),
    (
      .state, 2,
      """
      say/said state declare announce report mention note tell/told explain add claim describe stress \
      recall remark inform maintain
      """
    ),
  ]

  /// Ukrainian and Russian verbs by what all their forms begin with.
  static let slavic: [(stem: String, act: Act)] = [
    (.demand, "вимага требу потребова настаива настоял наполяга заклик призва призыва"),
    (.propose, "пропону запропон предлага предлож"), (.offer, "готов"),
    (.accept, "погоди погоджу соглас прийня приня"),
    (.reject, "відкину відхили відмов отверг отклони отказ"),
    (.commit, "обіця пообіця обеща пообеща зобов'яз обяз"), (.threaten, "погрож угрож пригроз"),
    (.accuse, "звинува обвин"), (.deny, "спросту запереч опроверг отрица"),
    (.confirm, "підтверд подтверд визна призна"), (.ask, "запита спроси"),
    (.state, "заяв сказа повідом сообщ"), (.condition, "умов услов"),
  ].flatMap { act, stems in stems.split(separator: " ").map { (String($0), act) } }

  /// A repeated position.
  static let reaffirms: Set<String> = Set(
    "reiterate repeat reaffirm restate maintain".split(separator: " ").flatMap { VerbForms.all($0) }
  )

  /// Things said earlier that a verb of withdrawing takes back.
  static let positions: Set<String> = [
    "demand", "demands", "offer", "condition", "conditions", "proposal", "claim", "claims",
    "request",
    "requirement", "insistence", "objection", "objections", "veto", "list", "call", "calls",
    "threat",
    "threats", "suit", "motion", "amendment", "candidacy", "reservation", "reservations",
  ]

  static let hedges = PhraseTable(
    """
    reportedly|allegedly|apparently|supposedly|purportedly|seemingly|perhaps|possibly|probably|presumably|\
    in principle|provisionally|tentatively|is said to|are said to|was said to|were said to|is believed to|\
    are believed to|it is claimed|is understood to|is thought to|may have|might have|seems|seem|appears to|\
    appear to|largely|if true|unconfirmed|so-called|likely|according to some|imagine|might|якобы|нібито|\
    возможно
    """)

  static let redLines = PhraseTable(
    """
    red line|red lines|non negotiable|not negotiable|non - negotiable|under no circumstances|never accept|\
    will never|would never|no compromise on|not one inch|out of the question|cannot be crossed|\
    not up for negotiation|not open to negotiation|last word|not a penny more|not one florin|and no more|\
    there can be no|inalienable|absolute limit|bottom line|ceiling|as far as|will not give up|\
    can never|could never|shall never|must never|our floor|is the floor|is our minimum|our minimum is|\
    absolute minimum|not go under|not go below|not go above|not go beyond|our limit|\
    червона лінія
    """)

  /// What `not` and its like make of a step.
  static let negations: Set<String> = [
    "not", "no", "never", "cannot", "nothing", "nobody", "none", "neither", "nor", "refuses",
    "refused", "refuse", "without", "won't", "can't", "didn't", "doesn't", "don't", "wouldn't",
    "hasn't", "haven't", "isn't", "aren't", "wasn't", "weren't", "не", "ни", "нет", "немає",
  ]

  /// Deeds that are threatened with.
  static let harms: Set<String> = [
    "sanction", "sanctions", "strike", "strikes", "leave", "walk", "sue", "court", "attack",
    "attacks",
    "escalate", "close", "cut", "retaliate", "face", "consequences", "war", "resume", "block",
    "stop",
    "expel", "suspend", "punish", "penalties", "force", "bomb", "shut", "boycott", "lockout",
    "dismiss",
    "tariffs", "embargo", "arrest", "invade", "shell", "veto", "quit", "collapse",
  ]

  static func phraseList(_ list: String) -> [[String]] {
    list.split(whereSeparator: { $0 == "|" || $0 == "\n" })
      .map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
  }
}
