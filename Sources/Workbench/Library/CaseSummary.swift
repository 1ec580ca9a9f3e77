internal import CaseModel
internal import CaseStore
internal import Foundation
internal import StateOfPlay

/// What a library says of a case.
struct CaseSummary: Sendable {
  var title: String
  var parties: [String]
  var documents: Int
  var statements: Int
  /// From the first to the last day on which something in it was said.
  var days: ClosedRange<CivilDay>?
  /// When the file was changed last, and by whom where it says so.
  var changed: (day: CivilDay, who: String?)?
  /// Whether it takes changes from pages.
  var keepsHistory: Bool

  init(_ snapshot: Snapshot, store: DragomanFile?, path: String, redact: Bool) throws {
    let theCase =
      redact ? snapshot.theCase.redacted(snapshot.texts).theCase : snapshot.theCase
    let index = CaseIndex(theCase)
    title = theCase.header.title
    parties = theCase.header.parties.map { index.name($0) }
    documents = theCase.sources.count
    statements = theCase.statements.count
    // A date that is open at one end says nothing of when the talks were.
    let said = theCase.statements.compactMap { index.said($0) }
      .filter { !$0.hasOpenEnd && !$0.hasOpenStart }
    let dates = said.isEmpty ? theCase.sources.compactMap(\.published) : said
    if let first = dates.map(\.earliest).min(), let last = dates.map(\.latest).max(), first <= last
    {
      days = first...last
    }
    keepsHistory = store != nil
    if let store {
      let group = try store.log(limit: 1, showing: redact ? theCase : nil).items.first?.group
      changed = group.map { (Moment(milliseconds: $0.made.milliseconds).day, $0.who) }
    } else if let date = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
      as? Date
    {
      changed = (Moment(secondsSince1970: date.timeIntervalSince1970).day, nil)
    }
  }
}
