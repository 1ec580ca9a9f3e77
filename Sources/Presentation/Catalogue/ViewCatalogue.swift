internal import StateOfPlay

/// The views there are.
package enum ViewCatalogue {
  /// In the order of the navigation and of the program's help.
  package static let all: [any DerivedView.Type] = [
    Brief.self,
    PositionsView.self, ChangesView.self, ConvergenceView.self, NetworksView.self,
    TimelineView.self,
    PreconditionsView.self, ContradictionsView.self, ConstraintsView.self,
    CommitmentsView.self, CalendarView.self, OffersView.self, DraftsView.self, DelegationsView.self,
    SettlementView.self,
    SimulationView.self, StabilityView.self,
    SourcesView.self, SearchView.self, EntryView.self,
  ]

  /// Those of a group, in order.
  package static func views(of group: ViewGroup) -> [any DerivedView.Type] {
    all.filter { $0.declaration.group == group }
  }
}
