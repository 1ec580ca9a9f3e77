import ArgumentParser
import Presentation
import StateOfPlay

struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    CalendarView.declaration,
    more: "With --format ics the dates are printed as a file for calendar programs (iCalendar).")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown, html, ics
  }

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var lens: LensOptions<CalendarView>
  @Option(help: "Output format: text, json, csv, markdown, html or ics.")
  var format = Format.text
  @Flag(help: "Begin CSV with a byte order mark, so that spreadsheets recognise UTF-8.")
  var bom = false
  @OptionGroup(title: "Output") var columns: ColumnOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  func validate() throws {
    if bom, format != .csv { throw ValidationError("--bom goes with --format csv") }
  }

  func run() throws {
    let opened = try lens.through(try file.open())
    let view = try opened.view(CalendarView.self, work)
    guard let format = OutputOptions.Format(rawValue: format.rawValue) else {
      opened.noteWhereEmpty()
      return Console.out(ICalendarFace(opened.frame).render(view))
    }
    let output = OutputOptions(format, bom: bom, columns)
    opened.noteWhereEmpty(output)
    try output.print(view, in: opened.frame)
  }
}
