internal import CaseModel

/// The JSON Schema (draft 2020-12) of the case file, for editors and other programs.
package enum CaseSchema {
  package static func json() -> [UInt8] {
    var builder = SchemaBuilder()
    Case.forEachSection(&builder)
    let header = Case.Header.schema(&builder.book)
    var properties: [Node.Pair] = [
      .init("dragoman", .map([.init("enum", .list([.literal("1"), .text("1")]))])),
      .init("case", header),
    ]
    properties += builder.properties
    var writer = JSONWriter()
    writer.pretty(
      .map([
        .init("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
        .init("title", .text("Dragoman case file, version 1")),
        .init("type", .text("object")),
        .init("required", .list([.text("dragoman"), .text("case")])),
        .init("properties", .map(properties)),
        .init("additionalProperties", .literal("false")),
        .init("$defs", .map(builder.book.definitions.map { .init($0.name, $0.schema) })),
      ]))
    return writer.output + [UInt8(ascii: "\n")]
  }
}

private struct SchemaBuilder: SectionVisitor {
  var book = SchemaBook()
  var properties: [Node.Pair] = []

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    let entry = Entry.schema(&book)
    properties.append(
      .init(
        section.rawValue,
        .map([
          .init("type", .list([.text("array"), .text("null")])), .init("items", entry),
        ])))
  }
}
