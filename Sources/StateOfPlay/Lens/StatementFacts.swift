internal import CaseModel

extension CaseIndex {
  /// Steps from the speaker to the reader.
  func depth(of statement: Case.Statement) -> Int {
    depth(speaker: statement.speaker, via: statement.via, source: place(of: statement.source))
  }

  func depth(speaker: [Case.Actor.ID], via: [Case.Actor.ID], source: Int?) -> Int {
    guard let source else { return via.count + 1 }
    let isOwnVoice = speaker.contains { speaker in
      theCase.sources[source].publisher == speaker
        || theCase.sources[source].authors.contains(speaker)
    }
    return via.count + (isOwnVoice ? 0 : 1)
  }
}

extension Case.Statement {
  /// The last day of what it says; nil where that is the day until which an offer is open.
  var lastDay: EDTFDate? { act == .offer || act == .propose ? nil : until?.value }
}

/// What every view asks of a statement.
struct StatementFacts {
  let said: EDTFDate?
  /// *out* also where the lens does not admit the statement.
  let time: TimeClass
  // Below 0 for none: there are as many of these as statements.
  private let sourcePlace: Int32
  private let issuePlace: Int32

  init(said: EDTFDate?, time: TimeClass, source: Int?, issue: Int?) {
    (self.said, self.time) = (said, time)
    sourcePlace = source.map { Int32(clamping: $0) } ?? -1
    issuePlace = issue.map { Int32(clamping: $0) } ?? -1
  }

  /// The place of its source in the case.
  var source: Int? { sourcePlace < 0 ? nil : Int(sourcePlace) }
  /// The place of the issue it is about.
  var issue: Int? { issuePlace < 0 ? nil : Int(issuePlace) }
}
