internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// What was promised, and what became of it.
  static let commitments = plain(
    "commitments", title: "Commitments", heeds: [.parties, .issues],
    view: { try $0.look.commitments() },
    document: { $0.document($1) }, data: { $0.data($1) })

  /// Who sat on which side, meeting by meeting.
  static let delegations = plain(
    "delegations", title: "Delegations", heeds: [.parties], view: { try $0.look.delegations() },
    document: { $0.document($1) }, data: { $0.data($1) })

  /// Which law stands in the way, and by whose reading.
  static let constraints = plain(
    "constraints", title: "Legal limits", heeds: [.parties], view: { try $0.look.constraints() },
    document: { $0.document($1) }, data: { $0.data($1) })

  /// Texts under negotiation, clause by clause.
  static let drafts = plain(
    "drafts", title: "Draft text", heeds: [.parties, .issues], view: { try $0.look.drafts() },
    document: { $0.document($1) },
    data: { $0.data($1) })

  /// Grades, hashes, coverage, and which texts are withheld.
  static let sources = plain(
    "sources", title: "Sources", view: { try $0.look.sources() }, document: { $0.document($1) },
    data: { $0.data($1) })

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
    json: { visit in try visit.look.frame.json(try visit.look.evidenceDays().map(\.iso)) },
    csv: { visit in
      var table = Table("Dates with evidence", [Table.Column("date")])
      for day in try visit.look.evidenceDays() { table.row(Inline(day.iso)) }
      return visit.csv(Document("", [.table(table)]))
    })
}
