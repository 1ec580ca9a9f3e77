package import StateOfPlay

extension StabilityView: DerivedView {
  package static let declaration = ViewDeclaration(
    "stability", title: "Stability", in: .agreements, key: "o",
    summary: "Which outcomes of a conflict would be stable once reached.",
    details: """
      Analyses an analyst's model of what each side can do and prefers, as the case holds it under \
      `conflicts`, by the graph model for conflict resolution: the stable outcomes in words, then by \
      solution concept, then how to get there from the status quo. It says what would have to be \
      true, not what will happen. A model can also be a file of its own: YAML or JSON of one conflict, \
      or a .gmcr file; see docs/graph-model.md.

      A state is named by its pattern, one sign per option (YNN), by the options taken (a,b, or \
      none), or as status-quo.

      Concepts: Nash, GMR, SMR, SEQ and SSEQ unless others are named; SIM, SEQ+SIM, SMR+SIM, FH:X \
      for X one of the first five, L2, L3 and so on, NM (non-myopic); all for those that apply.
      """,
    filledBy: """
      Which outcomes would hold once reached, once a conflict is entered: who can do what, \
      and what each prefers.
      """,
    examples: [
      .init("Examples/istanbul", ("why", nil)),
      .init("Examples/istanbul", ("concept", "SEQ"), ("concept", "SIM"), ("why", nil)),
      .init("Examples/istanbul", ("want", "truce,send"), ("sample", "500")),
      .init("Examples/istanbul", ("what-if", "russia: truce")),
    ],
    choosing: [])

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
