/// The tables of a file of Discourse Network Analyzer 3, by their published names and limits.
enum DNASchema {
  static let variables = [
    (name: "person", type: "short text"), (name: "organization", type: "short text"),
    (name: "concept", type: "short text"), (name: "agreement", type: "boolean"),
  ]

  private static let colours = ["Red", "Green", "Blue"]
    .map { "\($0) INTEGER NOT NULL DEFAULT 0 CHECK (\($0) BETWEEN 0 AND 255)" }
    .joined(separator: ", ")

  private static let permissions = [
    "AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements",
    "EditStatements", "DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes",
    "EditCoders", "EditCoderRelations", "ViewOthersDocuments", "EditOthersDocuments",
    "ViewOthersStatements", "EditOthersStatements",
  ].map { "Permission\($0) INTEGER NOT NULL DEFAULT 1 CHECK (Permission\($0) BETWEEN 0 AND 1)" }
    .joined(separator: ", ")

  private static func short(_ name: String, _ more: String = "NOT NULL DEFAULT ''") -> String {
    "\(name) TEXT \(more) CHECK (LENGTH(\(name)) < 191)"
  }

  private static func reference(_ name: String, _ table: String, _ more: String = "NOT NULL")
    -> String
  { "\(name) INTEGER \(more) REFERENCES \(table)(ID) ON DELETE CASCADE" }

  private static func data(_ name: String, _ value: String) -> String {
    """
    CREATE TABLE \(name) (ID INTEGER NOT NULL PRIMARY KEY, \(reference("StatementId", "STATEMENTS")), \
    \(reference("VariableId", "VARIABLES")), \(value), UNIQUE (StatementId, VariableId))
    """
  }

  static let tables = [
    "CREATE TABLE SETTINGS (\(short("Property", "NOT NULL PRIMARY KEY")), Value TEXT)",
    """
    CREATE TABLE CODERS (ID INTEGER NOT NULL PRIMARY KEY, \(short("Name", "NOT NULL UNIQUE")), \
    \(colours), Refresh INTEGER NOT NULL DEFAULT 0, FontSize INTEGER NOT NULL DEFAULT 14, \
    \(short("Password", "NOT NULL")), PopupWidth INTEGER DEFAULT 300, \
    ColorByCoder INTEGER NOT NULL DEFAULT 0, PopupDecoration INTEGER NOT NULL DEFAULT 0, \
    PopupAutoComplete INTEGER NOT NULL DEFAULT 1, \(permissions))
    """,
    """
    CREATE TABLE CODERRELATIONS (ID INTEGER NOT NULL PRIMARY KEY, \(reference("Coder", "CODERS")), \
    \(reference("OtherCoder", "CODERS")), viewStatements INTEGER NOT NULL DEFAULT 1, \
    editStatements INTEGER NOT NULL DEFAULT 1, viewDocuments INTEGER NOT NULL DEFAULT 1, \
    editDocuments INTEGER NOT NULL DEFAULT 1, UNIQUE (Coder, OtherCoder))
    """,
    """
    CREATE TABLE DOCUMENTS (ID INTEGER NOT NULL PRIMARY KEY, \(short("Title", "NOT NULL")), \
    Text TEXT NOT NULL, \(reference("Coder", "CODERS", "")), \(short("Author")), \(short("Source")), \
    \(short("Section")), Notes TEXT NOT NULL DEFAULT '', \(short("Type")), Date INTEGER NOT NULL)
    """,
    "CREATE TABLE REGEXES (\(short("Label", "NOT NULL PRIMARY KEY")), \(colours))",
    """
    CREATE TABLE STATEMENTTYPES (ID INTEGER NOT NULL PRIMARY KEY, \
    \(short("Label", "NOT NULL UNIQUE")), \(colours))
    """,
    """
    CREATE TABLE VARIABLES (ID INTEGER NOT NULL PRIMARY KEY, \(short("Variable", "NOT NULL")), \
    DataType TEXT NOT NULL DEFAULT 'short text' \
    CHECK (DataType IN ('boolean', 'integer', 'long text', 'short text')), \
    \(reference("StatementTypeId", "STATEMENTTYPES")), UNIQUE (Variable, StatementTypeId))
    """,
    """
    CREATE TABLE VARIABLELINKS (ID INTEGER NOT NULL PRIMARY KEY, \(short("Label", "NOT NULL")), \
    \(colours), \(reference("SourceVariableId", "VARIABLES")), \
    \(reference("TargetVariableId", "VARIABLES")))
    """,
    """
    CREATE TABLE STATEMENTS (ID INTEGER NOT NULL PRIMARY KEY, \
    \(reference("StatementTypeId", "STATEMENTTYPES")), \(reference("DocumentId", "DOCUMENTS")), \
    Start INTEGER NOT NULL CHECK (Start >= 0), Stop INTEGER NOT NULL CHECK (Stop >= 0), \
    \(reference("Coder", "CODERS")), CHECK (Start < Stop))
    """,
    """
    CREATE TABLE ENTITIES (ID INTEGER NOT NULL PRIMARY KEY, \(reference("VariableId", "VARIABLES")), \
    \(short("Value")), \(colours), \(reference("ChildOf", "ENTITIES", "")), \
    UNIQUE (VariableId, Value))
    """,
    """
    CREATE TABLE ATTRIBUTEVARIABLES (ID INTEGER NOT NULL PRIMARY KEY, \
    \(reference("VariableId", "VARIABLES")), \(short("AttributeVariable", "NOT NULL")), \
    UNIQUE (VariableId, AttributeVariable))
    """,
    """
    CREATE TABLE ATTRIBUTEVALUES (ID INTEGER NOT NULL PRIMARY KEY, \
    \(reference("EntityId", "ENTITIES")), \(reference("AttributeVariableId", "ATTRIBUTEVARIABLES")), \
    \(short("AttributeValue")), UNIQUE (EntityId, AttributeVariableId))
    """,
    data("DATABOOLEAN", "Value INTEGER NOT NULL DEFAULT 1"),
    data("DATAINTEGER", "Value INTEGER NOT NULL DEFAULT 0"),
    data("DATASHORTTEXT", reference("Entity", "ENTITIES")),
    data("DATALONGTEXT", "Value TEXT DEFAULT ''"),
  ]
}
