internal import CaseModel
internal import Foundations
internal import Presentation
internal import StateOfPlay

extension Site {
  /// As many results of one case stand on a page of all cases.
  private static let shown = 4

  /// What the case has of the words; nil where it has nothing.
  func searchResult(_ words: String, _ session: Sessions.Session) async throws -> HTML? {
    let snapshot: Snapshot
    do { snapshot = try await self.snapshot() } catch is StoppedWorkError {
      throw StoppedWorkError.cancelled
    } catch {
      return nil
    }
    var lens = Lens()
    lens.redact = mode(of: session).isRedacted
    let lensed = try await look(snapshot, lens)
    let address = ViewAddress(path: "/search", own: Query([.init(name: "q", value: words)]))
    let request = PageRequest(
      lensed: lensed, store: keeper.store, address: address, parameters: [:],
      mode: mode(of: session), checkpoint: Checkpoint())
    let base = base
    return try await pool.run(.view) { _ in
      let view = StateOfPlay.search(
        lensed.theCase, lensed.lens, for: words, choosing: SearchChoice(), texts: lensed.texts,
        within: nil)
      guard !view.hits.isEmpty else { return nil }
      let html: HTML = """
        <section><h2><a href="\(address.href)" dir="auto">\(lensed.theCase.header.title)</a></h2>
        \(request.blocks(lensed.frame.results(view, most: Self.shown)))
        <p class="more"><a href="\(address.href)">\(view.hits.count.counted("result")) in this case</a></p>
        </section>

        """
      return base.markup(html)
    }
  }
}
