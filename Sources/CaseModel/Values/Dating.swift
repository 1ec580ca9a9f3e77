/// A date with the words it came from, the rule that resolved them, and another reading.
public struct Dating: FieldShaped {
  public var value: EDTFDate
  /// The source's words, as "16 May".
  public var text: String?
  /// How the words became the value, as "year from the source's date".
  public var rule: String?
  /// Another reading of the same words.
  public var or: EDTFDate?

  public init() { self.init(.unwritten) }

  public init(_ value: EDTFDate, text: String? = nil, rule: String? = nil, or: EDTFDate? = nil) {
    self.value = value
    self.text = text
    self.rule = rule
    self.or = or
  }

  /// Where it comes from, as `“Thursday”, the Thursday after publication`; nil where nothing is said.
  public var origin: String? {
    let words = [text.map { "“\($0)”" }, rule].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  public static let noun = "dating"
  public static var holdsReferences: Bool { false }
  public static let shorthand: String? = "value"
  public static let fields: [Field<Dating>] = [
    .required("value", \.value, "The date"),
    .optional("text", \.text, "The source's words for it"),
    .optional("rule", \.rule, "How the words were resolved"),
    .optional("or", \.or, "Another reading of the words"),
  ]
}

extension EDTFDate {
  /// What a struct holds before it is read; never seen outside reading.
  static let unwritten = EDTFDate(CivilDay(number: 0))
}
