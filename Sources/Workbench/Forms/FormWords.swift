internal import CaseModel

/// How the fields of the record are called in forms.
enum FormWords {
  /// The label of a field: a name of its own where the key of the file does not speak for itself.
  static func label(_ key: String) -> String { labels[key] ?? spaced(key).capitalisedFirst }

  /// What an alternative of a value is called, as it stands behind "Add".
  static func noun(_ shape: FormShape) -> String {
    switch shape {
    case .text: "text"
    case .number: "number"
    case .date: "date"
    case .yesNo: "yes or no"
    case .id: "id"
    case .reference(let target): target == "who" ? "analyst or actor" : singular(target)
    case .word: "one of a list"
    case .constant(let word): self.word(word)
    case .list(let element): noun(element).pluralised
    case .names(let value): "named \(noun(value))"
    case .group(let fields):
      fields.count == 1
        ? alternatives[fields[0].name] ?? label(fields[0].name).lowercased() : "details"
    case .named(let name): nouns[name] ?? name.replacing("-", with: " ")
    case .either(let shapes): shapes.map(noun).joined(separator: " or ")
    }
  }

  /// A word of a closed list as a person reads it: `takeNote` as "take note".
  static func word(_ word: String) -> String { words[word] ?? spaced(word) }

  /// The same where the word alone does not say what it means in that field: `3` as "3 full".
  static func word(_ word: String, of key: String) -> String {
    meanings[key]?[word] ?? self.word(word)
  }

  private static let meanings: [String: [String: String]] = [
    "level": [
      "0": "0 not begun", "1": "1 minimal", "2": "2 in part", "3": "3 in full, and goes on",
      "met": "met: done as promised", "missed": "missed: not done by the day it was due",
      "breached": "breached: broken", "denied": "denied: said never to have been promised",
      "superseded": "superseded: another promise stands in its place",
    ],
    "kind": [
      "negotiable": "to be settled (negotiable)",
      "factual": "a question of what happened (factual)",
      "before": "only after it", "exchange": "in exchange for it", "trigger": "if it happens",
      "unnamed": "someone not named", "outlet": "a newspaper or other medium",
    ],
    "stage": [
      "Pre": "before negotiations", "SubPar": "substance, in part",
      "SubComp": "substance, as a whole",
      "Imp": "carrying out", "Ren": "renewal", "Cea": "ceasefire", "Oth": "other",
    ],
    "comparator": [
      "<": "less than", "≤": "at most", "=": "exactly", "≥": "at least", ">": "more than",
      "≈": "about",
    ],
    "value": [
      "option": "one of several options", "quantity": "a number with a unit", "date": "a date",
      "set": "a set of members",
    ],
  ]

  /// Whether the field is one of those by which the program finds words again in a text.
  static func isTechnical(_ name: String, among fields: [FormField]) -> Bool {
    let names = Set(fields.map(\.name))
    guard names.contains("exact") || names.contains("sha256") else { return false }
    return ["start", "end", "nth", "prefix", "suffix", "sha256", "length", "file"].contains(name)
  }

  /// Fields that hold more than a line.
  static let isLong: Set<String> = [
    "description", "doubted", "exact", "gist", "need", "note", "notes", "reason", "text", "what",
    "prefix", "suffix",
  ]

  /// Days by which something is to be done.
  static let isLimit: Set<String> = ["due", "until"]

  /// Words of a document, in which a blank at the end counts.
  static let isVerbatim: Set<String> = ["exact", "prefix", "suffix"]

  /// Fields that the program fills in, and those that few entries have: folded away until used.
  static let isRecordKeeping: Set<String> = ["entered", "by", "enteredBy", "confidential"]

  private static func singular(_ target: String) -> String {
    Case.Section(rawValue: target)?.noun ?? parts[target] ?? spaced(target)
  }

  private static let parts = [
    "clauses": "clause", "options": "option", "members": "member", "readings": "reading",
  ]

  /// What a field that names an entry can bring in.
  static func newNoun(_ target: String) -> String {
    target == "who" ? Case.Section.analysts.noun : singular(target)
  }

  /// `takenBy` as "taken by".
  private static func spaced(_ key: String) -> String {
    var text = ""
    for character in key.unicodeScalars {
      if ("A"..."Z").contains(character) {
        text += " " + String(character).lowercased()
      } else {
        text.unicodeScalars.append(character == "-" ? " " : character)
      }
    }
    return text
  }

  static let labels: [String: String] = [
    "about": "What it is about", "answers": "Several options at once", "aliases": "Other names",
    "asOf": "As of", "at": "At the meeting", "binds": "Binds", "by": "Entered by",
    "category": "PA-X category", "consent": "Whose consent is needed",
    "date": "Date", "doubted": "Doubted because", "drops": "Withdraws", "due": "Due by",
    "dueStep": "Due with the step", "ended": "No longer under negotiation", "entered": "Entered on",
    "evidence": "Rests on", "gist": "In one line", "giver": "Who gives it", "head": "Leads it",
    "hedge": "Hedge (the text's own)", "id": "Short name (id)", "inferred": "Inferred by",
    "issue": "Issue", "kind": "Kind", "met": "Met when", "nth": "Which occurrence",
    "of": "Whose position", "option": "Option", "partOf": "Part of", "quote": "Exact words",
    "redLine": "Red line", "requires": "Conditions", "sameAs": "Same as",
    "singleUndertaking": "Nothing is agreed until everything is agreed",
    "source": "Document", "speaksFor": "Speaks for", "takenBy": "Who must act",
    "together": "Package of", "to": "To", "told": "Reported on", "url": "Web address",
    "verbatim": "In the speaker's own words", "via": "Reported by",
    "wants": "Direction each party wants", "entered by": "Entered by",
    "basis": "On whose word", "reached": "It came about", "planned": "Planned for",
    "quantity": "Number", "comparator": "Exact or not",
  ]

  private static let words: [String: String] = [
    "for": "for", "against": "against", "takeNote": "take note", "one": "one option at a time",
    "many": "several at once", "none": "nothing", "inForce": "in force",
    "inPrinciple": "agreed in principle",
    "notHeld": "not held", "refusedToDiscuss": "refused to discuss", "bracketed": "in brackets",
  ]

  /// What a value is, where there is a choice between several kinds.
  private static let alternatives: [String: String] = [
    "quantity": "number", "date": "date", "set": "set",
  ]

  private static let nouns: [String: String] = [
    "dating": "date, with the words that say so", "date-value": "date", "subject": "subject",
    "quantity": "number", "draft-status": "stage",
    "quote-span": "passage", "requirement": "condition", "actors-role": "role",
    "speaks-for-link": "link", "analysts-verdict": "verdict",
  ]
}

extension FormWords {
  /// Whether the field is one that most entries with these fields have, so that it is shown at once.
  static func isCommon(_ name: String, among fields: [FormField]) -> Bool {
    let names = Set(fields.map(\.name))
    // A subject or a condition is most often an issue and its option.
    if names.contains("together") { return ["issue", "option", "kind", "value"].contains(name) }
    return common.contains(name)
  }

  private static let common: Set<String> = [
    "name", "title", "gist", "kind", "issue", "option", "options", "speaksFor", "aliases", "roles",
    "parties", "published", "publisher", "date", "place", "about", "stance", "requires", "via",
    "value", "unit", "what", "debtors", "creditors", "due", "status", "evidence", "clauses",
    "readings", "delegations", "reached", "planned", "level", "done", "reason", "verdict", "text",
    "decisionMakers", "issues",
  ]
}

extension String {
  fileprivate var pluralised: String {
    hasSuffix("y") && !hasSuffix("ay") && !hasSuffix("ey") ? dropLast() + "ies" : self + "s"
  }
}
