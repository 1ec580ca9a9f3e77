package import StateOfPlay

extension EntryView: DerivedView {
  package static let declaration = ViewDeclaration(
    "entry", command: "show", title: "Entry", in: .record, hasPage: false,
    summary: "Any entry with its full provenance.",
    details: """
      For a statement: its words in context, the chain from the speaker to the reader, how its date \
      was found, its grades, and its part in each position. For any entry: what it rests on, where \
      it is used, and the notes on it.
      """,
    filledBy: "An entry of the case, once it holds one.",
    examples: [.init("Examples/istanbul", words: "bg-05")],
    choosing: [])

  package func document(in frame: ViewContext) -> Document { frame.document([self]) }
  package func data(in frame: ViewContext) -> [Table] { frame.document([self]).tables }
}
