package import StateOfPlay

extension SimulationView: DerivedView {
  package static let declaration = ViewDeclaration(
    "simulation", command: "simulate", title: "Simulation", in: .agreements, hasPage: false,
    summary: "Simulate bargaining over a scenario by rule: for teaching, never a forecast.",
    details: """
      Plays the stacked alternating offers protocol over an analyst's scenario: in turn each party \
      accepts the offer on the table or makes another, until all accept or the deadline passes. \
      Strategies are boulware (concedes late), linear, conceder (early), tit-for-tat, naive and \
      hill-climbing; boulware:4 and conceder:2 set their strength. A tournament plays every \
      assignment of the strategies to the parties. People do not bargain like this: it shows what such \
      bargaining would do with these numbers.
      """,
    filledBy: "How bargaining over a scenario could run, once one is entered.",
    examples: [
      .init("Examples/istanbul", ("strategy", "boulware"), ("trace", nil)),
      .init("Examples/istanbul", ("tournament", nil)),
    ],
    choosing: [])

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { frame.data(self) }
}
