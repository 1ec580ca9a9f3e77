/// Who put an entry into the record, and when; every entry of a section may carry it.
public struct Provenance: Sendable, Hashable {
  /// When the entry was made in the record.
  public var entered: EDTFDate?
  /// The analyst who made it.
  public var by: Who?
  /// Left out, with whatever rests on it alone, by redaction.
  public var confidential = false

  /// Who entered it, when, and whether it is confidential.
  public init(entered: EDTFDate? = nil, by: Who? = nil, confidential: Bool = false) {
    self.entered = entered
    self.by = by
    self.confidential = confidential
  }

  static let fields: [Field<Provenance>] = [
    .optional("entered", \.entered, "When the entry was made in the record"),
    .optional("by", \.by, "The analyst who made it"),
    .defaulted("confidential", \.confidential, false, "Left out if the case is redacted"),
  ]
}

/// Something that says who entered it.
public protocol Recorded: Sendable {
  var provenance: Provenance { get set }
}

/// What a fact of the record rests on: statements, or, where no document says it, an analyst.
public struct Evidence: Sendable, Hashable {
  /// The statements it rests on.
  public var statements: [Case.Statement.ID] = []
  /// Who says so, if no document does.
  public var basis: Who?

  /// Statements that it rests on, or who vouches for it.
  public init(_ statements: [Case.Statement.ID] = [], basis: Who? = nil) {
    self.statements = statements
    self.basis = basis
  }

  /// Whether it rests on nothing.
  public var isEmpty: Bool { statements.isEmpty && basis == nil }

  static let fields: [Field<Evidence>] = [
    .list("evidence", \.statements, "The statements it rests on"),
    .optional("basis", \.basis, "Who says so, if no document does"),
  ]
}

/// Something that says what it rests on.
public protocol Evidenced: Sendable {
  var evidence: Evidence { get set }
}
