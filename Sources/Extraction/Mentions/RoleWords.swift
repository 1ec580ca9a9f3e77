/// Words for posts, bodies and people without names.
enum RoleWords {
  enum Head {
    /// One holds the post.
    case office
    /// Said for the side itself.
    case side
    case delegation
    /// Someone without a name.
    case unnamed
    /// A part of a state: ministry, army, parliament.
    case body
  }

  static func head(_ word: String) -> Head? { heads[word] }

  /// A word that qualifies a post: deputy, foreign, chief.
  static func qualifies(_ word: String) -> Bool { qualifiers.contains(word) }

  /// Said before a person's name.
  static func isTitle(_ word: String) -> Bool { titles[word] != nil }

  /// A title that a point follows.
  static func isShortened(_ word: String) -> Bool {
    ["mr", "mrs", "ms", "dr", "gen", "col", "prof", "sen", "gov", "capt", "lt"].contains(word)
  }

  /// Of the person so addressed or called, true for a woman; nil where the word does not say.
  static func isWoman(_ word: String) -> Bool? {
    switch word {
    case "he", "mr", "sir", "lord", "spokesman", "chairman", "congressman", "king", "prince",
      "monsieur",
      "father", "пан", "господин":
      false
    case "she", "ms", "mrs", "miss", "mme", "madam", "madame", "dame", "lady", "spokeswoman",
      "chairwoman", "congresswoman", "queen", "princess", "пані", "госпожа":
      true
    default: nil
    }
  }

  /// A post in one spelling, as a set of words: `Minister of Foreign Affairs` and `foreign minister`,
  /// `Presidential aide` and `Kremlin aide` without the Kremlin.
  static func canonical(_ words: some Sequence<String>) -> Set<String> {
    var found: Set<String> = []
    for word in words where !fillers.contains(word) {
      found.insert(same[word] ?? word)
    }
    return found
  }

  /// Without one of these a post is another: a deputy minister is not the minister.
  static let rank: Set<String> = ["deputy", "vice", "first", "former", "acting", "state", "under"]

  private static let fillers: Set<String> = [
    "of", "for", "the", "and", "affairs", "to", "a", "an", "current", "chief", "senior", "top",
    "lead", "-", "'s", "in", "its", "his", "her", "general", "ministry",
  ]

  private static let same: [String: String] = [
    "defense": "defence", "spokesperson": "spokesman", "spokeswoman": "spokesman",
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "adviser": "advisor",
    "counsellor": "advisor", "premier": "prime minister", "energies": "energy",
    "negotiators": "negotiator", "presidential": "president", "waters": "water",
    "finances": "finance", "chancellery": "chancellor",
  ]

  private static let heads: [String: Head] = {
    let lists: [(Head, String)] = [
      (
        .office,
        """
        president premier minister chancellor secretary spokesman spokeswoman spokesperson ambassador \
        envoy negotiator aide adviser advisor commander chief head leader chair chairman chairwoman \
        chairperson director governor mayor king prince commissioner mediator facilitator judge \
        speaker counsel observer deputy representative chancellor patriarch pope general treasurer \
        councillor executive delegate boss colleague predecessor successor counterpart \
        президент премьер министр советник помощник глава міністр радник помічник прем'єр речник
        """
      ),
      (
        .side,
        """
        side government authorities administration leadership cabinet regime rulers management \
        employers сторона правительство власти уряд влада бік
        """
      ),
      (.delegation, "delegation team negotiators representatives delegates делегация делегація"),
      (
        .unnamed,
        """
        official officials source sources diplomat diplomats insider insiders person people member \
        members expert experts engineer engineers lawmaker lawmakers deputies delegate aides advisers \
        lawyer lawyers critics officer officers soldiers ministers politicians analysts hydrologists \
        porter observers ambassadors participants resident residents witnesses worker workers nurse \
        nurses doctor doctors manager managers activist activists campaigner campaigners scientist \
        scientists source's чиновник чиновники источник джерело дипломат дипломаты
        """
      ),
      (
        .body,
        """
        ministry parliament army military court council office department agency service chamber \
        committee union federation association commission intelligence police министерство армия \
        парламент міністерство армія
        """
      ),
    ]
    var heads: [String: Head] = [:]
    for (head, words) in lists {
      for word in words.split(separator: " ") { heads[String(word)] = head }
    }
    return heads
  }()

  private static let qualifiers: Set<String> = split(
    """
    prime foreign defence defense interior finance energy water health labour labor justice deputy vice \
    first chief senior top former current acting state presidential press special lead leading \
    permanent government parliamentary military naval air security national general legal political \
    peace negotiating unnamed anonymous high ranking high-ranking economic trade environment climate \
    agriculture transport education culture european western commission opposition chief's union \
    ruling interim supreme joint technical two three several some many other another one key veteran \
    main official humanitarian regional federal provincial local
    """)

  private static let titles: [String: Bool] = {
    let words = """
      mr mrs ms miss mme madam madame sir dr prof professor president premier minister secretary \
      ambassador general gen colonel col captain admiral judge justice senator sen governor king prince \
      pope chancellor lord lady dame sheikh ayatollah imam bishop patriarch \
      councillor пан пані господин госпожа
      """
    return Dictionary(uniqueKeysWithValues: split(words).sorted().map { ($0, true) })
  }()

  private static func split(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }
}
