import ArgumentParser
import Presentation
import StateOfPlay

/// The commands of the views in the catalogue.
enum ViewCommands {
  /// Those that take questions beyond case and lens, by the view's name.
  static let own: [String: any ParsableCommand.Type] = [
    PositionsView.declaration.name: Positions.self,
    CalendarView.declaration.name: CalendarCommand.self,
    SettlementView.declaration.name: Settle.self,
    SimulationView.declaration.name: Simulate.self,
    StabilityView.declaration.name: Stability.self,
    NetworksView.declaration.name: NetworksCommand.self,
    SearchView.declaration.name: Search.self,
    EntryView.declaration.name: Show.self,
  ]

  /// A group of `dragoman --help` for each group of views.
  static var groups: [CommandGroup] {
    ViewGroup.allCases.map { group in
      CommandGroup(
        name: "Views: \(group.title)",
        subcommands: ViewCatalogue.views(of: group).compactMap(command))
    }
  }

  /// Nil where a view with questions of its own has no command; a test names it.
  static func command(for view: any DerivedView.Type) -> (any ParsableCommand.Type)? {
    if let own = own[view.declaration.name] { return own }
    return (view as? any PlainView.Type).map { plain($0) }
  }

  private static func plain<View: PlainView>(_: View.Type) -> any ParsableCommand.Type {
    ViewCommand<View>.self
  }
}
