/// How a reported number bounds the true one.
public enum Comparator: String, Vocabulary {
  case less = "<"
  case atMost = "≤"
  case equal = "="
  case atLeast = "≥"
  case more = ">"
  /// Within a tenth either way, unless `within` says otherwise.
  case about = "≈"
  /// What one is called in messages.
  public static let noun = "comparator"
}

/// A number as a text gives it: exact, bounded, approximate, or a range.
public struct Quantity: FieldShaped {
  /// The number.
  public var quantity: Amount
  /// How it bounds the true number.
  public var comparator: Comparator
  /// The upper end of a range that begins at `quantity`, both included.
  public var to: Amount?
  /// The half-width of "about" as a share of the number; 0.1 where absent.
  public var within: Amount?
  /// What is counted, as person or hour.
  public var unit: String?

  /// One with every field empty.
  public init() { self.init(Amount(0)) }

  /// A quantity in a unit, or a range of it.
  public init(
    _ quantity: Amount, _ comparator: Comparator = .equal, to: Amount? = nil,
    within: Amount? = nil, unit: String? = nil
  ) {
    self.quantity = quantity
    self.comparator = comparator
    self.to = to
    self.within = within
    self.unit = unit
  }

  /// What one is called in messages.
  public static let noun = "quantity"
  /// Its fields, in the order of the file.
  public static let fields: [Field<Quantity>] = [
    .required("quantity", \.quantity, "The number"),
    .defaulted("comparator", \.comparator, .equal, "How it bounds the true number"),
    .optional("to", \.to, "The upper end of a range, included"),
    .optional("within", \.within, "Half-width of ≈ as a share of the number; 0.1 where absent"),
    .optional("unit", \.unit, "What is counted, as person or hour"),
  ]

  /// Reports what its fields cannot be together.
  public func validate(_ node: Node, _ reader: inout NodeReader) {
    if [quantity, to, within].contains(where: { $0?.isFinerThanReported ?? false }) {
      reader.fail(
        .badNumber, at: node.place, "no text reports a number of so many digits",
        hint: "give at most 15 digits, 9 of them behind the point")
    }
    if let to, to < quantity {
      reader.fail(
        .backwardRange, at: node.place,
        "the range runs backwards, from \(quantity.text) to \(to.text)")
    }
    if to != nil, comparator != .equal {
      reader.fail(
        .rangeWithComparator, at: node.place, "a range takes no comparator",
        hint: "leave out `comparator` or `to`")
    }
    if within != nil, comparator != .about {
      reader.fail(
        .withinWithoutAbout, at: node.place, "`within` belongs to the comparator ≈ alone")
    }
  }

  /// `< 2 hours`, `≈ 100`, `14–21 days`, `50,000 persons`
  public var words: String {
    var text = comparator == .equal ? "" : "\(comparator.rawValue) "
    text += quantity.words
    if let to { text += "–\(to.words)" }
    guard let unit else { return text }
    // One million is a million euros.
    let isOne = to == nil && quantity == Amount(1) && !unit.isMultiplied
    return text + " \(isOne ? unit.singularUnit : unit.pluralUnit)"
  }

  /// Its unit is a thing that is counted, as hostages are, of which there are fewer and not less: no
  /// measure of time, length, weight or money, and no bare multiple such as a billion.
  package var isOfThings: Bool {
    guard let unit else { return false }
    let counted = unit.split(separator: " ").drop { String.multiples.contains(String($0)) }
    guard let head = counted.first.map(String.init)?.singularUnit else { return false }
    let isCounted = unit.pluralUnit != unit || unit.singularUnit != unit
    return isCounted && !Self.measures.contains(head)
  }

  private static let measures: Set<String> = [
    "second", "minute", "hour", "day", "week", "month", "year", "decade", "metre", "meter",
    "kilometre", "kilometer", "mile", "hectare", "acre", "gram", "kilogram", "tonne", "ton",
    "litre",
    "liter", "barrel", "dollar", "euro", "pound", "franc", "yuan", "yen", "rouble", "ruble",
    "rupee",
    "peso", "shilling", "crown", "dinar", "dirham", "real", "mark", "guilder", "tael", "degree",
    "watt", "kilowatt", "megawatt", "gigawatt", "point", "inch", "foot", "yard", "gallon", "ounce",
    "stone", "hundredweight",
  ]
}

extension Amount {
  /// Comparisons of reported numbers multiply them, and must not overflow.
  fileprivate var isFinerThanReported: Bool {
    places > 9 || digits.magnitude >= 1_000_000_000_000_000
  }
}

extension String {
  /// Words that multiply what is counted and take no plural after a number.
  fileprivate static let multiples: Set<String> = [
    "dozen", "hundred", "thousand", "million", "billion", "trillion",
  ]

  /// The plural of a unit: units are English words as a rule; a sign such as km, km² or GWh takes none,
  /// nor does a multiple: 1,300 billion. Of "prisoner per hostage" and "seat in the council" what stands before the
  /// preposition takes it, else the last word.
  fileprivate var pluralUnit: String { inNumber { $0.pluralWord } }

  fileprivate var isMultiplied: Bool {
    split(separator: " ").first.map { Self.multiples.contains(String($0)) } ?? false
  }

  /// The singular of a unit that someone wrote in the plural.
  fileprivate var singularUnit: String { inNumber { $0.singularWord } }

  private static let prepositions = [
    " per ", " a ", " an ", " of ", " in ", " for ", " on ", " at ", " to ", " from ", " with ",
    " under ",
  ]

  private func inNumber(_ word: (String) -> String) -> String {
    if self == "per cent" { return self }
    if let joint = indices.first(where: { place in
      Self.prepositions.contains { self[place...].hasPrefix($0) }
    }) {
      return String(self[..<joint]).inNumber(word) + self[joint...]
    }
    guard let space = lastIndex(of: " ") else {
      return Self.multiples.contains(self) ? self : word(self)
    }
    return self[...space] + String(self[index(after: space)...]).inNumber(word)
  }

  /// An abbreviation has no vowel: bcm, kwh, bpd.
  private var isWord: Bool {
    utf8.count > 2 && utf8.allSatisfy { $0 &- UInt8(ascii: "a") < 26 }
      && contains { "aeiouy".contains($0) }
  }

  private static let irregular = [
    "person": "people", "man": "men", "woman": "women", "child": "children",
  ]
  private static let unchanged: Set<String> = [
    "percent", "police", "staff", "personnel", "aircraft", "series", "people", "men", "women",
    "children", "news",
  ]

  private var pluralWord: String {
    guard isWord, !Self.unchanged.contains(self), !hasSuffix("s") || hasSuffix("ss") else {
      return self
    }
    if let own = Self.irregular[self], self != "person" { return own }
    if hasSuffix("y"), let before = dropLast().last, !"aeiou".contains(before) {
      return dropLast() + "ies"
    }
    let isHissed = ["ss", "x", "ch", "sh"].contains { hasSuffix($0) }
    return self + (isHissed ? "es" : "s")
  }

  private var singularWord: String {
    if let own = Self.irregular.first(where: { $0.value == self })?.key { return own }
    let isPlural = isWord && utf8.count > 3 && hasSuffix("s")
    guard isPlural, !Self.unchanged.contains(self), !["ss", "us", "is"].contains(where: hasSuffix)
    else { return self }
    if hasSuffix("ies"), utf8.count > 4 { return dropLast(3) + "y" }
    let isHissed = ["sses", "xes", "ches", "shes"].contains { hasSuffix($0) }
    return String(dropLast(isHissed ? 2 : 1))
  }
}
