/// Makes the table of words from the lists.
struct LexiconBuilder {
  private(set) var cues: [Cue] = [Cue(lemma: "", frames: [])]
  private(set) var entries: [(key: UInt64, entry: Lexicon.Entry)] = []
  private var places: [UInt64: Int] = [:]
  private var cuePlaces: [String: Int] = [:]

  init() {
    for (word, list) in EnglishWords.classes + CyrillicWords.classes {
      for each in list.split(separator: " ") { add(each, word) }
    }
    var irregular: [String: [Substring]] = [:]
    for line in EnglishWords.irregular.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let forms = line.split(separator: " ")
      // Several verbs may share a line.
      if let base = forms.first { irregular[String(base)] = Array(forms.dropFirst()) }
    }
    for line in EnglishWords.irregular.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      if let base = line.split(separator: " ").first { addVerb(String(base), irregular, cue: 0) }
    }
    for base in EnglishWords.verbs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      addVerb(String(base), irregular, cue: 0)
    }
    addCues(irregular)
    addCyrillic()
  }

  private mutating func addCues(_ irregular: [String: [Substring]]) {
    for item in CueWords.verbs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let cue = Self.cue(item)
      guard cuePlaces[cue.lemma] == nil else { continue }
      addVerb(cue.lemma, irregular, cue: place(of: cue))
    }
    for item in CueWords.phrasalVerbs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let cue = Self.cue(item)
      let parts = cue.lemma.split(separator: "_")
      guard parts.count == 2 else { continue }
      let base = String(parts[0])
      let phrasal = place(of: cue)
      if cuePlaces[base] == nil {
        addVerb(base, irregular, cue: place(of: Cue(lemma: base, frames: [])))
      }
      if let verb = cuePlaces[base] {
        cues[verb].particles.append((Lexicon.hash(parts[1]), phrasal))
      }
    }
    for lemma in CueWords.lightVerbs.split(separator: " ") {
      if cuePlaces[String(lemma)] == nil {
        addVerb(
          String(lemma), irregular, cue: place(of: Cue(lemma: String(lemma), frames: .saidObject)))
      }
    }
    for noun in CueWords.nouns.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      add(noun, [.noun, .cueNoun])
      add(Inflection.third(String(noun)), [.noun, .cueNoun, .plural])
    }
  }

  private static func cue(_ item: Substring) -> Cue {
    let halves = item.split(separator: ":", maxSplits: 1)
    let description = (halves.count > 1 ? halves[1] : "").split(
      separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
    var cue = Cue(
      lemma: String(halves[0]), frames: Cue.Frames(letters: description.first ?? ""))
    if description.count > 1 {
      cue.prepositions = description[1].split(separator: ",").map { Lexicon.hash($0) }
    }
    return cue
  }

  private mutating func place(of cue: Cue) -> Int {
    cues.append(cue)
    cuePlaces[cue.lemma] = cues.count - 1
    return cues.count - 1
  }

  private mutating func addVerb(_ base: String, _ irregular: [String: [Substring]], cue: Int) {
    add(base, .verbBase, cue: cue)
    add(Inflection.third(base), .verbS, cue: cue)
    for form in Inflection.ing(base) { add(form, .verbIng, cue: cue) }
    if let forms = irregular[base] {
      if let past = forms.first {
        add(past, forms.count == 1 ? [.verbPast, .participle] : .verbPast, cue: cue)
      }
      if forms.count > 1 { add(forms[1], .participle, cue: cue) }
    } else {
      for form in Inflection.past(base) { add(form, [.verbPast, .participle], cue: cue) }
    }
  }

  private mutating func addCyrillic() {
    for line in CyrillicWords.verbs.split(separator: "\n") {
      let halves = line.split(separator: ":")
      guard halves.count == 2 else { continue }
      let forms = halves[0].split(separator: ",")
      let cue = place(of: Cue(lemma: String(forms[0]), frames: Cue.Frames(letters: halves[1])))
      for form in forms {
        let isGerund =
          form.hasSuffix("вши") || form.hasSuffix("яя")
          || form.hasSuffix("вив") && form == "добавив"
        add(form, isGerund ? .verbIng : [.verbPast, .verbS], cue: cue)
      }
    }
    for word in CyrillicWords.sourceNouns.split(separator: " ") {
      add(word, [.sourcePhrase, .noun])
    }
    for word in CyrillicWords.sourceVerbs.split(separator: " ") { add(word, .sourcePhrase) }
  }

  private mutating func add(_ word: some StringProtocol, _ classes: WordClass, cue: Int = 0) {
    let key = Lexicon.hash(word)
    if let place = places[key] {
      entries[place].entry.word.formUnion(classes)
      if cue > 0, entries[place].entry.cue == 0 { entries[place].entry.cue = cue }
    } else {
      places[key] = entries.count
      entries.append((key, Lexicon.Entry(word: classes, cue: cue)))
    }
  }
}
