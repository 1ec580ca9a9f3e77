/// A date with the words it came from, the rule that resolved them, and another reading.
public struct Dating: FieldShaped {
  /// The date.
  public var value: EDTFDate
  /// The source's words, as "16 May".
  public var text: String?
  /// How the words became the value, as "year from the source's date".
  public var rule: String?
  /// Another reading of the same words.
  public var or: EDTFDate?

  /// One with every field empty.
  public init() { self.init(.unwritten) }

  /// A date, and how it was made out.
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

  /// What one is called in messages.
  public static let noun = "dating"
  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { false }
  /// The field that a bare value stands for.
  public static let shorthand: String? = "value"
  /// Its fields, in the order of the file.
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
