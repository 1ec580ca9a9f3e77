/// Who put an entry into the record, and when; every entry of a section may carry it.
public struct Provenance: Sendable, Hashable {
  public var entered: EDTFDate?
  public var by: Who?
  /// Left out, with whatever rests on it alone, by `--redact`.
  public var confidential = false

  public init(entered: EDTFDate? = nil, by: Who? = nil, confidential: Bool = false) {
    self.entered = entered
    self.by = by
    self.confidential = confidential
  }

  static let fields: [Field<Provenance>] = [
    .optional("entered", \.entered, "When the entry was made in the record"),
    .optional("by", \.by, "The analyst who made it"),
    .defaulted("confidential", \.confidential, false, "Left out by --redact"),
  ]
}

public protocol Recorded: Sendable {
  var provenance: Provenance { get set }
}

/// What a fact of the record rests on: statements, or, where no document says it, an analyst.
public struct Evidence: Sendable, Hashable {
  public var statements: [Case.Statement.ID] = []
  /// Who says so where no document does.
  public var basis: Who?

  public init(_ statements: [Case.Statement.ID] = [], basis: Who? = nil) {
    self.statements = statements
    self.basis = basis
  }

  public var isEmpty: Bool { statements.isEmpty && basis == nil }

  static let fields: [Field<Evidence>] = [
    .list("evidence", \.statements, "The statements it rests on"),
    .optional("basis", \.basis, "Who says so where no document does"),
  ]
}

public protocol Evidenced: Sendable {
  var evidence: Evidence { get set }
}
