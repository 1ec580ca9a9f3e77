internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// The days on which as-of makes a difference, for the slider.
  static let dates = Page(
    name: "dates", path: "/dates",
    content: { visit in
      let days = try visit.look.evidenceDays()
      return Content(
        title: "Dates",
        main: """
          <article class="dragoman"><header><h1>Dates with evidence</h1></header><ul class="many">
          \(days.html { day in
            let href = visit.address.at("/positions").through { $0.asOf = EDTFDate(day) }.href
            return "<li><a href=\"\(href)\">\(EDTFDate(day).words)</a></li>\n"
          })</ul></article>

          """, place: "timeline")
    },
    json: { visit in try visit.frame.json(try visit.look.evidenceDays().map(\.iso)) },
    csv: { visit in
      var table = Table("Dates with evidence", [Table.Column("date")])
      for day in try visit.look.evidenceDays() { table.row(Inline(day.iso)) }
      return visit.csv(table)
    })
}
