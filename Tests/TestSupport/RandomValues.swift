internal import CaseModel
internal import Foundations

/// Makes values of every kind a case file holds, from a seed.
package struct RandomValues {
  var random: SplitMix64
  /// How likely an optional field is there, from 0 to 1.
  let density: Double

  init(seed: UInt64, density: Double) {
    random = SplitMix64(seed: seed)
    self.density = density
  }

  /// What YAML 1.1 or 1.2 would retype, break or refuse, and what tools trip over.
  package static let nasty = [
    "no", "No", "y", "N", "on", "off", "true", "False", "null", "Null", "~", "2022", "-1", "+1",
    "1e3",
    "0x1F", "0o17", "017", "1_000", "12:30", "12:30:45", "2025-05-16", "2025-05-16T10:00:00Z", ".5",
    ".inf", "-.INF", ".nan", "1.", "=", "<<", "- a", "-", "--- a", "---", "...", "? a", "a: b",
    "a:",
    ":a", "a #b", "# x", "#x", " lead", "trail ", "  ", " ", "new\nline", "\n", "\nlead", "trail\n",
    "a\r\nb", "\r", "tab\there", "\t", "\"", "'", "'quoted'", "\"quoted\"", "\\", "\\n", "a\\",
    "`tick`",
    "@at", "%percent", "&anchor", "*alias", "!tag", "|", ">", "[a]", "{a: b}", "a, b", ",", "]",
    "}",
    "\u{0}", "\u{1}", "\u{7}", "\u{1B}", "\u{7F}", "\u{80}", "\u{85}", "\u{9F}", "\u{A0}", "\u{AD}",
    "\u{2028}",
    "a\u{2028}b", "\u{2029}", "\u{200B}", "\u{200E}", "\u{202E}rtl", "\u{FEFF}", "a\u{FEFF}b",
    "\u{FFFD}",
    "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}", "\u{10FFFF}", "\u{E000}", "e\u{301}", "\u{301}", "é",
    "Київ", "Москва: так",
    "עברית", "العربية", "中文", "👩‍👩‍👧", "🇺🇦", "𝔘", "12 hours", "3rd", "0b11", "1,000", "1.5.2", "any",
    "analyst",
    "</script>", "${x}", "{{x}}", "a  b", "ÿ", "Â", "â€¨", "\u{C2}", "NaN", "infinity", "yes!",
    "n/a", "a'b", "key: [", "--",
  ]

  mutating func chance() -> Bool { Double.random(in: 0..<1, using: &random) < density }
  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[int(0...(values.count - 1))] }

  mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
    chance() ? make(&self) : nil
  }

  /// Up to four; often empty where the density is low.
  mutating func some<Value>(_ make: (inout Self) -> Value) -> [Value] {
    guard chance() else { return [] }
    return (0..<int(1...4)).map { _ in make(&self) }
  }

  mutating func text() -> String {
    switch int(0...9) {
    case 0...5: return pick(Self.nasty)
    case 6: return pick(Self.nasty) + pick(Self.nasty)
    case 7: return pick(Self.nasty) + " " + pick(Self.nasty)
    case 8:
      return String(repeating: pick(["long words ", "Київ ", "x"]), count: int(10...200)) + "."
    default:
      var scalars = String.UnicodeScalarView()
      for _ in 0..<int(1...20) {
        let limit: UInt32 = pick([0x80, 0x800, 0x3000, 0x10000, 0x110000])
        let value = UInt32.random(in: 0..<limit, using: &random)
        scalars.append(Unicode.Scalar(value) ?? "?")
      }
      return String(scalars)
    }
  }

  mutating func slug() -> String {
    pick([
      "no", "y", "null", "2022", "1e3", "0", "any", "true", "a-b", "osw-07", "on", "x--", "12-30",
      "abc", String(repeating: "q", count: 100),
    ])
  }

  mutating func id<Owner>() -> EntryID<Owner> { EntryID<Owner>(slug()) }
  mutating func name() -> Slug { Slug(slug()) }
  mutating func who() -> Who { Who(slug()) }

  mutating func date() -> EDTFDate {
    let text = pick([
      "2025-05-16", "2025-05", "2022", "2022-23", "2022-03~", "2022?", "202X", "20XX", "2004-XX",
      "2025-05-12/2025-05-15", "2022-03/..", "../2022", "2022/", "/2022", "-0044", "Y170002",
      "2025-05-16T14:00:00+03:00", "0000", "2022%",
    ])
    return (try? EDTFDate(text)) ?? EDTFDate(CivilDay(number: 0))
  }

  mutating func dating() -> Dating {
    Dating(date(), text: maybe { $0.text() }, rule: maybe { $0.text() }, or: maybe { $0.date() })
  }

  mutating func amount() -> Amount {
    Amount(pick(["0", "1", "-3", "1000", "0.5", "0.000000001", "999999999999999", "-0.25"]))
      ?? Amount(0)
  }

  mutating func quantity() -> Quantity {
    let unit = maybe { $0.text() }
    switch int(0...2) {
    case 0:
      let (a, b) = (amount(), amount())
      return Quantity(min(a, b), to: max(a, b), unit: unit)
    case 1: return Quantity(amount(), .about, within: maybe { $0.amount() }, unit: unit)
    default: return Quantity(amount(), pick(Comparator.allCases), unit: unit)
    }
  }

  mutating func value() -> AnswerValue {
    switch int(0...2) {
    case 0: .quantity(quantity())
    case 1: .date(dating())
    default:
      .set(MemberSet(some { $0.name() }, open: chance(), except: some { $0.name() }))
    }
  }

  mutating func answer() -> Answer {
    switch int(0...4) {
    case 0: .none
    case 1: .any
    case 2: .options([name()])
    case 3: .options((0..<int(1...3)).map { _ in name() })
    default: .value(value())
    }
  }

  mutating func subject() -> Subject {
    if chance(), int(0...9) == 0 { return .together((0..<int(1...3)).map { _ in simpleSubject() }) }
    return simpleSubject()
  }

  private mutating func simpleSubject() -> Subject {
    switch int(0...10) {
    case 0: .milestone(id())
    case 1: .meeting(id())
    case 2: .delegation(id(), party: id())
    case 3: .commitment(id())
    case 4: .constraint(id(), reading: maybe { $0.name() })
    case 5: .draft(id(), clause: maybe { $0.name() })
    case 6: .interest(id())
    case 7: .actor(id())
    case 8: .statement(id())
    case 9: .requirement(id())
    default: .issue(id(), answer())
    }
  }

  mutating func step() -> Step {
    switch int(0...4) {
    case 0: .milestone(id())
    case 1: .meeting(id())
    case 2: .commitment(id())
    case 3: .draft(id())
    default: .issue(id(), answer())
    }
  }

  mutating func requirement() -> Requirement {
    var requirement = Requirement(step(), pick(Requirement.Kind.allCases))
    requirement.party = maybe { $0.id() }
    requirement.stance = maybe { $0.pick(Case.Statement.Stance.allCases) }
    requirement.inferred = maybe { $0.who() }
    (requirement.met, requirement.giver) = (
      maybe { $0.pick(Requirement.Met.allCases) }, some { $0.id() }
    )
    requirement.due = maybe { $0.dating() }
    return requirement
  }

  mutating func digest() -> SHA256Digest { SHA256Digest(of: text().utf8) }

  mutating func span() -> QuoteAnchor {
    let start = int(0...100_000)
    var span = QuoteAnchor(
      start: start, end: start + int(1...500), exact: maybe { $0.text() },
      prefix: maybe { $0.text() }, suffix: maybe { $0.text() }, sha256: maybe { $0.digest() })
    span.nth = maybe { $0.int(1...9) }
    // One by its words alone.
    if chance(), let exact = span.exact, !exact.isEmpty { (span.start, span.end) = (0, 0) }
    return span
  }

  mutating func provenance() -> Provenance {
    Provenance(
      entered: maybe { $0.date() }, by: maybe { $0.who() }, confidential: chance() && chance())
  }

  mutating func evidence() -> Evidence {
    Evidence(some { $0.id() }, basis: maybe { $0.who() })
  }
}
