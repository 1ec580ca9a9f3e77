internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// What falls due and what has gone by, with the way to take it into a calendar program.
  static let calendar = Page.view(
    CalendarView.self,
    main: { request in
      var document = try request.view(CalendarView.self).document(in: request.frame)
      document.title = CalendarView.declaration.title
      let download: HTML = """
        <p class="export">Download: <a href="\(request.link("/calendar.ics"))" download>for calendar programs (.ics)</a></p>

        """
      return request.fragment(document, slots: ["files": download])
    })

  /// The same as a file for calendar programs.
  static let calendarFile = Page(
    name: "calendar-file", path: "/calendar.ics", lens: CalendarView.lensOptions,
    content: { _ in throw Problem.notFound("there is no such page") },
    file: { request in
      let view = try request.view(CalendarView.self)
      return File(
        name: "calendar-\(request.frame.index.theCase.header.id).ics",
        kind: "text/calendar; charset=utf-8",
        text: ICalendarFace(request.frame).render(view))
    })
}
