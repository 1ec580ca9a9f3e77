internal import CaseModel

extension FormWords {
  /// The label of a field among those beside it: the same key means another thing to a person in another entry.
  static func label(_ key: String, among fields: [FormField]) -> String {
    let names = Set(fields.map(\.name))
    let own = contexts.lazy.filter { $0.names.isSubset(of: names) }.compactMap { $0.labels[key] }
    return own.first ?? label(key)
  }

  /// What stands under a field; empty where its label says it.
  static func doc(_ field: FormField, _ label: String) -> String {
    let words = docs[field.doc] ?? quoted(field.doc)
    return words.lowercased() == label.lowercased() ? "" : words
  }

  /// What is wrong in the words of the form: labels in place of keys, and no advice on how to write a file.
  static func plain(_ finding: Finding) -> (message: String, hint: String?) {
    if let missing = finding.missing {
      let name = label(missing.key, among: fields(of: missing.noun))
      return ("“\(name)” is missing: this \(missing.noun) needs it", nil)
    }
    if finding.code == ReadErrorCode.badDate.rawValue, let written = firstQuoted(finding.message) {
      do { _ = try WrittenDate.read(written) } catch {
        return ("“\(written)” is not a date: \(error.reason)", dateHint)
      }
    }
    return (quoted(finding.message), finding.hint.map(quoted))
  }

  /// How dates can be written.
  static let dateHint =
    "write 16 May 2025, May 2025, early May 2025, before 16 May 2025 or 12–14 May 2025"

  private static func firstQuoted(_ words: String) -> String? {
    words.firstMatch(of: /`([^`]+)`/).map { String($0.output.1) }
  }

  private static func fields(of noun: String) -> [FormField] {
    let book = FormBook.shared
    let section = Case.Section.allCases.first { $0.noun == noun }
    let shape =
      section.flatMap { book.sections[$0] } ?? .named(noun.replacing(" ", with: "-"))
    guard case .group(let fields) = book.resolved(shape) else { return [] }
    return fields
  }

  /// Names of fields by their labels, and other words of the file in quotation marks.
  private static func quoted(_ words: String) -> String {
    words.replacing(/`([^`]+)`/) { match in
      let key = String(match.output.1)
      return "“\(labels[key] ?? key)”"
    }
  }

  /// Fields that say of what the others speak, with the labels that these have there.
  private static let contexts: [(names: Set<String>, labels: [String: String])] = [
    (
      ["value", "text", "rule"],
      [
        "value": "Date", "text": "In the text’s words", "rule": "How the words were read",
        "or": "Or perhaps",
      ]
    ),
    (
      ["debtors", "what"],
      [
        "debtors": "Who promised it", "creditors": "To whom", "what": "What was promised",
        "strength": "How firmly", "status": "Reports on it", "agreed": "Promised on",
        "quantity": "How much", "unit": "Counted in", "about": "Part of which issue",
        "requires": "What it waits for", "until": "To be kept until", "each": "Owed by each",
        "window": "Within a period", "schedule": "In several parts",
      ]
    ),
    (["level", "done"], ["date": "On", "level": "How it stands", "done": "How much is done"]),
    (["rank", "level"], ["actor": "Person", "role": "Task", "level": "Level of the rank"]),
    (["level", "basis"], ["date": "Since", "level": "Stage"]),
    (
      ["clauses", "binds"],
      [
        "by": "Written by", "to": "Given to", "status": "How far it has come",
        "signed": "Signatures", "binds": "Binds without their consent", "date": "Written on",
      ]
    ),
    (
      ["alternatives", "status"],
      [
        "status": "How far it is agreed", "by": "Who agrees or refuses", "text": "Its words",
        "about": "The issue it settles",
      ]
    ),
    (
      ["delegations", "status"],
      ["status": "Status", "planned": "Planned for", "date": "Held on", "host": "Hosted by"]
    ),
    (
      ["reached", "lost"],
      [
        "reached": "It came about", "lost": "It failed, or no longer holds",
        "postponed": "Put off without another day", "of": "Carries out",
        "by": "Who brings it about",
        "planned": "Planned for", "title": "What comes about",
      ]
    ),
    (
      ["kind", "giver"],
      ["kind": "How it binds", "met": "Counts as met when", "stance": "The stance meant"]
    ),
    (["party", "members"], ["party": "Sent by", "absent": "Expected, and did not come"]),
  ]

  /// Descriptions that are written for the file, as a person reads them in a form.
  private static let docs: [String: String] = [
    "Its title": "", "The date": "", "The issue": "", "Its clauses": "", "The number": "",
    "When it was said or held":
      "Left empty, it counts as said on the day its document was published, and is marked so",
    "When": "", "Where": "", "The option": "", "The role": "", "The person": "", "To whom": "",
    "By when": "", "Who owes it": "", "What is owed": "",
    "The day it was held, with the words for it": "",
    "The day it was planned for, with the words for it": "", "Whether it was held": "",
    "How far it is agreed": "", "How much": "", "Who signed it, and when": "",
    "Who says so, if no document does": "Whose word it is, where no document says it",
    "What is counted": "Tonnes, days, per cent: only where something is counted",
    "Promised, agreed in principle, or merely expected": "",
    "0 not initiated … 3 full; breached, denied (of a report), superseded, met, missed": "",
    "What was reported about it; empty means unknown, never 0":
      "Where there is none, nothing is known of how it was kept",
    "What it waits for; `none` if the words say that nothing is required": "",
    "What the step in question waits for; `none` if the words say that nothing is required":
      "What has to come first, is given in exchange, or sets it off",
    "Before, exchange or trigger": "",
    "Done or agreed: when it counts as met. Absent: done for actions, agreed for terms":
      "Left open: an action once it is done, a term once it is agreed",
    "Its stage: proposed, tabled, agreed, signed, inForce or ended, each with its date":
      "Each stage that it reached, with its date",
    "Proposed, tabled, agreed, signed, in force or ended": "",
    "Its option, a list of them, or any": "Several, where any of them is meant",
    "A value, if the issue's answers are values":
      "Only where the issue is answered by a number, a date or a set",
    "A list: who brings it about, such as [parliament]. One id without brackets: the analyst who made the entry":
      "Choose those who bring it about; or, alone, the analyst who made the entry",
    "The analyst who made the entry, if `by` is a list": "The analyst who made the entry",
    "That the planned day was given up and no other set; a new day goes in `planned`":
      "The planned day was given up and no other set; a new day goes into “Planned for”",
    "Talks, summit or call": "", "To be settled, or a question of what happened": "",
    "Its kind; a state of the world if absent": "Left open: a state of the world",
    "What kind of document; report if absent": "Left open: a report",
    "What an answer is; option if absent": "Left open: one of several options",
    "True if stated as a limit that must not be crossed": "A limit that must not be crossed",
    "True if nothing is agreed until everything is agreed": "",
    "True if the text is not with the case": "The text is not with the case",
    "True if the text allows for more (\"such as\")": "The text allows for more (“such as”)",
    "IETF language tag, such as en": "en for English, uk for Ukrainian, ar for Arabic",
    "PA-X stage": "After the PA-X database of peace agreements",
    "PA-X family, such as Ce for ceasefire": "After the PA-X database of peace agreements",
    "Whom it binds; a list where it binds several": "Whom it binds",
    "The entry it is on, as {statement: ID}": "",
  ]
}
