internal import CaseModel
internal import Foundations
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Which steps depend on which, and what opens when a condition is given up.
  static let preconditions = Page.view(
    PreconditionsView.self, own: ["without"], made: { try WaiverTrial($0).tried },
    main: { try WaiverTrial($0).html() })
}

/// The conditions as they stand, and as they would with some of them given up.
struct WaiverTrial {
  let request: PageRequest
  let comparison: WaiverComparison

  private var base: PreconditionsView { comparison.base }
  var tried: PreconditionsView { comparison.tried }
  private var waived: Set<PreconditionsView.EdgeID> { comparison.waived }

  init(_ request: PageRequest) throws {
    self.request = request
    let base = try request.view(PreconditionsView.self)
    let asked = request.address.own.all("without").compactMap { Int($0) }
    let waived = Set(asked.filter { base.edge($0)?.state.stands ?? false })
    comparison = WaiverComparison(
      base: base,
      tried: try waived.isEmpty
        ? base
        : StateOfPlay.preconditions(
          request.lensed.theCase, request.lensed.lens, waiving: waived,
          checkpoint: request.checkpoint),
      waived: waived)
  }

  func html() -> HTML {
    var document = request.frame.document(comparison)
    document.title = PreconditionsView.declaration.title
    return request.fragment(
      document, slots: ["what-if": base.deadlocks.isEmpty ? HTML() : form])
  }

  private var form: HTML {
    """
    <form class="panel" method="get" action="/preconditions" data-live="main">
    \(request.address.lensQuery.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
    <h2>What if a condition were given up?</h2>
    <p>Remove conditions and see which deadlocks are resolved. Other conditions stay as they are.</p>
    \(base.deadlocks.enumerated().map { trial($0.offset, $0.element) })
    <p class="apply"><button type="submit">See the effect</button> \
    \(waived.isEmpty ? HTML() : "<a href=\"\(request.address.asking("without", nil).href)\">Clear</a>")</p>
    </form>
    """
  }

  private func trial(_ place: Int, _ deadlock: PreconditionsView.Deadlock) -> HTML {
    let number = base.deadlocks.count > 1 ? "Deadlock \(place + 1)" : "The deadlock"
    let opens = comparison.opens(deadlock)
    return """
      <fieldset><legend>\(number): \(request.index.names(deadlock.parties))\
      \(waived.isEmpty ? HTML() : opens ? " <strong class=\"opens\">resolved</strong>" : " <strong class=\"stuck\">not resolved</strong>")</legend>
      \(deadlock.edges.compactMap { base.edge($0) }.html { edge in
        """
        <label class="tick"><input type="checkbox" name="without" value="\(edge.id)"\
        \(" checked", when: waived.contains(edge.id))><span dir="auto"><strong>\(edge.id).</strong> \(edge.sentence)\
        \(edge.known.kind == .inferred ? " <em>(inferred)</em>" : HTML()) \
        \(request.references(edge.statements, most: 3))</span></label>

        """
      })
      <p class="smallest">Smallest ways to resolve it: \(openings(deadlock))</p>
      </fieldset>
      """
  }

  /// Each a link that ticks just these.
  private func openings(_ deadlock: PreconditionsView.Deadlock) -> HTML {
    let smallest = deadlock.openings.sets.prefix(deadlock.openings.smallest)
    let shown = smallest.prefix(8).map { opening -> HTML in
      var address = request.address.asking("without", nil)
      address.own.add("without", opening.waivers.map(String.init))
      return
        "<a href=\"\(address.href)\">\(request.index.names(opening.parties)) (\(opening.waivers.map { "condition \($0)" }.joined(separator: ", ")))</a>"
    }
    var html = HTML()
    for (position, link) in shown.enumerated() { html += (position > 0 ? " · " : "") + link }
    if smallest.count > 8 { html += " and \(smallest.count - 8) more" }
    return html
  }
}

extension Document {
  /// The first picture, which is no longer among the blocks.
  mutating func takePicture() -> Picture? {
    for (place, block) in blocks.enumerated() {
      if case .picture(let picture) = block {
        blocks.remove(at: place)
        return picture
      }
    }
    return nil
  }
}

extension PageRequest {
  /// A picture in a frame that can be scrolled where it is wider than the page.
  func figure(_ picture: Picture, id: String = "picture") -> HTML {
    """
    <figure class="dragoman" tabindex="0" role="group" aria-label="\(picture.title)">
    \(picture.svg(id: id) { address($0) })
    </figure>
    """
  }
}
