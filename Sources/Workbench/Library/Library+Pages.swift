internal import CaseModel
internal import CaseStore
internal import Foundation
internal import Foundations
internal import HTTPTypes
internal import Interchange
internal import Presentation

extension Library {
  /// A case as the page lists it: what is known of it, or why it cannot be read.
  private struct Line: Sendable {
    let entry: CaseFolder.Entry
    let summary: Result<CaseSummary, Problem>
  }

  func home(_ session: Sessions.Session) async throws -> LibraryPage {
    let lines = try await lines(redact: isRedacted(session))
    let readable = lines.compactMap { line in (try? line.summary.get()).map { (line.entry, $0) } }
      .sorted { a, b in
        let (x, y) = (a.1.changed?.day.number ?? .min, b.1.changed?.day.number ?? .min)
        return x == y ? a.0.file < b.0.file : x > y
      }
    let unreadable = lines.compactMap { line -> (CaseFolder.Entry, Problem)? in
      guard case .failure(let problem) = line.summary else { return nil }
      return (line.entry, problem)
    }
    let main: HTML =
      readable.isEmpty
      ? """
      <article class="dragoman welcome"><header><h1>Your cases</h1>
      <p>There is no case here yet. A case keeps what was said in one set of talks: who said it, when, \
      in which document, in which words.</p></header>
      <div class="begin">
      <section><h2>Begin a case</h2>
      \(beginning(NewCaseForm()))</section>
      <section><h2>Look around first</h2>
      <p>The talks on the Sarn are invented and complete: five documents with \
      everything coded and derived. You get a copy of your own, to try anything in.</p>
      \(exampleForm)</section>
      </div>
      \(unread(unreadable))</article>

      """
      : """
      <article class="dragoman cases"><header><h1>Your cases</h1></header>
      <ul class="case-list">
      \(readable.html(item))</ul>
      <div class="actions"><a class="button" href="\(LibraryRoute.home)/new">New case</a>
      \(exampleForm)</div>
      \(unread(unreadable))</article>

      """
    return LibraryPage(title: "Cases", main: main)
  }

  func isRedacted(_ session: Sessions.Session) -> Bool {
    host.options.redact || session.isInRoom
  }

  private func lines(redact: Bool) async throws -> [Line] {
    let (folder, cases) = (folder, cases)
    return try await host.pool.run { checkpoint in
      cases.closeUnused()
      return try folder.entries().map { entry in
        try checkpoint.report(0, of: 1)
        do {
          return Line(entry: entry, summary: .success(try cases.summary(of: entry, redact: redact)))
        } catch let stopped as StoppedWorkError {
          throw stopped
        } catch {
          return Line(entry: entry, summary: .failure(Problem(unreadable: error)))
        }
      }
    }
  }

  private func item(_ entry: CaseFolder.Entry, _ summary: CaseSummary) -> HTML {
    let base = LibraryRoute.base(of: entry.name)
    let days = summary.days.map { days in
      days.lowerBound == days.upperBound
        ? EDTFDate(days.lowerBound).words
        : "\(EDTFDate(days.lowerBound).words) to \(EDTFDate(days.upperBound).words)"
    }
    let counts =
      summary.documents == 0
      ? "no documents yet"
      : "\(summary.documents.counted("document")), \(summary.statements.counted("statement"))"
    let change = summary.changed.map { changed in
      "Changed \(EDTFDate(changed.day).words)\(changed.who.map { " by \($0)" } ?? "")"
    }
    return """
      <li><h2><a href="\(base)/positions" dir="auto">\(summary.title)</a></h2>
      \(summary.parties.isEmpty ? HTML() : "<p class=\"parties\" dir=\"auto\">\(summary.parties.joined(separator: " · "))</p>\n")\
      <p class="facts">\(days.map { "<span>\($0)</span> " as HTML })<span>\(counts)</span></p>
      <p class="file">\(change ?? "") · <span dir="auto">\(entry.file)</span>\
      \(summary.keepsHistory ? "" : " · read only here")</p>
      \(summary.documents == 0 && summary.keepsHistory ? "<p><a class=\"button\" href=\"\(base)/documents/new\">Bring in the first document</a></p>\n" : HTML())\
      </li>

      """
  }

  private func unread(_ entries: [(CaseFolder.Entry, Problem)]) -> HTML {
    guard !entries.isEmpty else { return HTML() }
    return """
      <section class="unread"><h2>Files that could not be opened</h2>
      <ul>\(entries.html { entry, problem in
        """
        <li><strong dir="auto">\(entry.file)</strong>: <span dir="auto">\(problem.message)\
        \(problem.hint.map { ". \($0.capitalisedFirst)" } ?? "")</span></li>

        """
      })</ul></section>

      """
  }

  /// The form of a new case, or why there is none.
  private func beginning(_ form: NewCaseForm, _ problem: Problem? = nil) -> HTML {
    do { try checkWritable() } catch {
      let refused = Problem(error)
      return """
        <p class="remark refusal">\(refused.message.capitalisedFirst): \(refused.hint ?? "").</p>

        """
    }
    return form.html(problem)
  }

  private var exampleForm: HTML {
    guard (try? checkWritable()) != nil else { return HTML() }
    return """
      <form class="example" method="post" action="\(LibraryRoute.home)/example">\(PageFrame.token)\
      <button type="submit" class="second">Try the example</button></form>
      """
  }

  func newCasePage(_ form: NewCaseForm, _ problem: Problem?) -> LibraryPage {
    // What is at fault in a box is said at the box.
    let over: HTML =
      problem.flatMap { problem in
        problem.field == nil
          ? """
          <p class="warning" role="alert" dir="auto">\(problem.message.capitalisedFirst). \
          \(problem.hint?.capitalisedFirst ?? "").</p>

          """ as HTML : nil
      } ?? HTML()
    return LibraryPage(
      title: "New case",
      main: """
        <article class="dragoman begin-one"><header>
        <p class="kicker"><a href="\(LibraryRoute.home)">Cases</a></p><h1>New case</h1></header>
        \(over)\(beginning(form, problem))</article>

        """)
  }

  // MARK: Search

  /// What each case has of the words, a few of each, and the way to the rest.
  func search(_ words: String, _ session: Sessions.Session) async throws -> LibraryPage {
    var found = HTML()
    var count = 0
    let asked = words.filter { !$0.isWhitespace }
    if !asked.isEmpty {
      let (folder, cases) = (folder, cases)
      let entries = try await host.pool.run(.file) { _ in try folder.entries() }
      for entry in entries {
        // What cannot be opened is named on the page of the cases.
        guard let held = try? await host.pool.run(.view, { _ in try cases.held(entry.name) }) else {
          continue
        }
        guard let part = try await held.site.searchResult(words, session) else { continue }
        found += part
        count += 1
      }
    }
    let summary: HTML =
      asked.isEmpty
      ? "<p>Type words into the box above; every case here is searched.</p>\n"
      : count == 0
        ? "<p>No case holds <strong dir=\"auto\">\(words)</strong>.</p>\n"
        : "<p>\(count.counted("case")) with <strong dir=\"auto\">\(words)</strong>.</p>\n"
    return LibraryPage(
      title: "Search all cases", sought: words,
      main: """
        <article class="dragoman found"><header>
        <p class="kicker"><a href="\(LibraryRoute.home)">Cases</a></p>
        <h1>Search all cases</h1>
        \(summary)</header>
        \(found)</article>

        """)
  }
}

extension Problem {
  /// Why a case is not to be opened, in words for the list of cases.
  init(unreadable error: any Error) {
    switch error {
    case let unreadable as UnreadableFileError:
      let first = unreadable.unreadable.findings.first
      self.init(
        status: .serviceUnavailable,
        message: first.map { finding in
          (finding.place.map { "line \($0.line): " } ?? "") + finding.message
        } ?? "it cannot be read as a case", hint: first?.hint)
    case let fault as CaseFileError:
      self.init(status: .serviceUnavailable, message: fault.message, hint: fault.hint)
    default: self.init(error)
    }
  }
}
