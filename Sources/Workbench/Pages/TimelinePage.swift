internal import CaseModel
internal import Foundations
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Everything dated on one axis, nearer to where a range is given.
  static let timeline = Page.view(
    TimelineView.self, own: ["from", "to"], made: { try TimelineRange($0).view },
    main: { try TimelineRange($0).html() })
}

/// The part of the timeline between two dates.
private struct TimelineRange {
  let request: PageRequest
  /// What lies within the range.
  let view: TimelineView
  private let whole: TimelineView
  private let from: EDTFDate?
  private let to: EDTFDate?

  /// Beyond so many statements the picture leaves them out, and the list is cut.
  static let mostDrawn = 250
  static let mostListed = 600

  init(_ request: PageRequest) throws {
    self.request = request
    whole = try request.lensed.view(TimelineView.self)
    from = try request.date("from")
    to = try request.date("to")
    let (from, to) = (from, to)
    var view = whole
    view.events.removeAll { event in
      if let from, event.date.latest < from.earliest { return true }
      if let to, event.date.earliest > to.latest { return true }
      return false
    }
    self.view = view
  }

  func html() throws -> HTML {
    var document = request.frame.document(
      view, mostDrawn: Self.mostDrawn, mostListed: Self.mostListed)
    document.title = TimelineView.declaration.title
    return request.fragment(document, slots: ["range": zoom])
  }

  private var zoom: HTML {
    """
    <form class="panel row" method="get" action="/timeline">
    \(request.address.lensQuery.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
    <label>From \(request.dateBox("from", placeholder: "the start"))</label>
    <label>to \(request.dateBox("to", placeholder: "the end"))</label>
    <button type="submit">Apply</button>
    <span class="quick">\(link("All", nil, nil)) \(spans)</span>
    </form>
    """
  }

  /// The years, and within one year its months, in which something is dated.
  private var spans: HTML {
    let isInYear = from.map { from in to.map { $0.text == from.text } ?? false } ?? false
    let year = isInYear ? from?.text.prefix(4) : nil
    var counts: [String: Int] = [:]
    for event in whole.events where !event.date.hasOpenStart {
      let iso = event.date.earliest.iso
      let name = String(iso.prefix(4))
      counts[name, default: 0] += 1
      if let year, name == year, event.date.latest.iso.prefix(7) == iso.prefix(7) {
        counts[String(iso.prefix(7)), default: 0] += 1
      }
    }
    return counts.keys.sorted().html { name in
      let title = (try? EDTFDate(name))?.words ?? name
      return link("\(title) (\(counts[name] ?? 0))", name, name)
    }
  }

  private func link(_ title: String, _ from: String?, _ to: String?) -> HTML {
    let isHere = from == self.from?.text && to == self.to?.text
    let href = request.address.asking("from", from).asking("to", to).href
    return isHere
      ? "<a href=\"\(href)\" aria-current=\"true\">\(title)</a> "
      : "<a href=\"\(href)\">\(title)</a> "
  }
}
