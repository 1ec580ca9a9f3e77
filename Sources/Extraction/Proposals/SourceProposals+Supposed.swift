internal import CaseModel

/// What the author supposes that someone could say, or says of no one, is in no one's mouth.
extension SourceProposals {
  /// `might accuse it of`, `must show that`, `I have yet to meet a lawyer who reads it so`, `a message to all
  /// that South intends to`.
  func isSupposed(_ report: Candidate, _ paragraph: ParagraphReading) -> Bool {
    guard report.manner != .direct, let cue = report.cue.first, let source = report.source.first
    else { return false }
    let words = paragraph.words
    let sentence = paragraph.pieces(
      in: report.sentence.start - paragraph.start..<report.sentence.end - paragraph.start)
    let verb = paragraph.pieces(in: cue.start - paragraph.start..<cue.end - paragraph.start)
    let name = paragraph.pieces(in: source.start - paragraph.start..<source.end - paragraph.start)
    guard let first = name.first, verb.upperBound > sentence.lowerBound else { return false }
    // The modal of the cue itself, and not of a clause before it.
    let modals = max(sentence.lowerBound, verb.lowerBound - 1)..<verb.upperBound
    if first < verb.lowerBound, modals.contains(where: { Self.modals.contains(words.lower($0)) }) {
      return true
    }
    let before = sentence.lowerBound..<max(sentence.lowerBound, first)
    if before.suffix(4).contains(where: { place in
      Self.meeting.contains(words.lower(place))
        && (words.has("yet", "to", at: place - 2)
          || ["never", "not", "hardly", "no"].contains(words.lower(place - 1)))
    }) {
      return true
    }
    guard let that = before.last, words.has("that", at: that) else { return false }
    return (max(sentence.lowerBound, that - 6)..<that).contains {
      Self.messages.contains(words.lower($0))
    }
  }

  private static let modals: Set<String> = ["might", "may", "must", "should"]
  private static let meeting: Set<String> = [
    "meet", "met", "find", "found", "see", "seen", "hear", "heard", "know",
  ]
  private static let messages: Set<String> = [
    "message", "signal", "sign", "impression", "appearance", "illusion", "risk", "danger",
    "possibility", "prospect", "chance", "likelihood",
  ]
}
