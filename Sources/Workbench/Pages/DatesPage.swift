internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// The days on which as-of makes a difference, for the slider.
  static let dates = Page(
    name: "dates", path: "/dates",
    content: { request in
      let days = try request.lensed.evidenceDays()
      return Content(
        title: "Dates",
        main: """
          <article class="dragoman"><header><h1>Dates with evidence</h1></header><ul class="many">
          \(days.html { day in
            let href = request.address.at("/positions").through { $0.asOf = EDTFDate(day) }.href
            return "<li><a href=\"\(href)\">\(EDTFDate(day).words)</a></li>\n"
          })</ul></article>

          """, place: "timeline")
    },
    json: { request in try request.frame.json(try request.lensed.evidenceDays().map(\.iso)) },
    csv: { request in
      var table = Table("Dates with evidence", [Table.Column("date")])
      for day in try request.lensed.evidenceDays() { table.row(Inline(day.iso)) }
      return request.csv(table)
    })
}
