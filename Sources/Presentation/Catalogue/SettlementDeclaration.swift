package import StateOfPlay

extension SettlementView: DerivedView {
  package static let declaration = ViewDeclaration(
    "settlement", command: "settle", title: "Settlement", in: .agreements, key: "a",
    summary: "Which packages all parties could accept, by an analyst's numbers.",
    details: """
      The zone of possible agreement, the efficient packages and the named points on the frontier of a \
      scenario; what each party gains and concedes, which red lines bind, and how sensitive the \
      result is to uncertain inputs. Where no package is acceptable to all it says what stands in \
      the way. The arithmetic is exact; it shows what would have to be true, not what will happen. A \
      scenario can also be a file of its own: see docs/bargaining.md; `dragoman scenario draft` \
      makes one from the record.

      A package is named by its id in the scenario, or written issue=option,issue=option.
      """,
    filledBy: """
      Which packages all parties could accept, once a scenario is entered: issues, options, \
      and what each is worth to whom.
      """,
    examples: [
      .init("Examples/istanbul"),
      .init("Examples/istanbul", ("package", "draft-2022"), ("next", nil)),
      .init("Examples/istanbul", ("set", "ukraine.weight.ceasefire=0.2..0.5"), ("robust", "1000")),
    ],
    choosing: [])

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
