internal import CaseModel
internal import Extraction
internal import Synchronization

/// What is learnt from a case while it is coded, kept from one state of the case to the next: how its
/// passages were coded, and how its texts divide into sentences.
///
/// What a case has coded can be learnt again at any time, so that nothing of it is stored.
final class CodingMemory: Sendable {
  private struct State {
    var basis = Case(Case.Header())
    var learnt: [Case.Statement] = []
    var ranker: CodingRanker?
    var units: [SHA256Digest: TextUnits] = [:]
    var unitsOrder: [SHA256Digest] = []
  }

  private let state = Mutex(State())

  /// Texts whose sentences are kept.
  private static let mostTexts = 12

  func units(of text: SourceText) -> TextUnits {
    let digest = text.digest
    if let known = state.withLock({ $0.units[digest] }) { return known }
    let made = TextUnits(text)
    state.withLock { state in
      if state.units.updateValue(made, forKey: digest) == nil { state.unitsOrder.append(digest) }
      if state.unitsOrder.count > Self.mostTexts {
        state.units[state.unitsOrder.removeFirst()] = nil
      }
    }
    return made
  }

  /// A ranker that has learnt every statement of the case in order, and which suggestions were refused.
  ///
  /// - Complexity: O(statements that are new); where names or earlier statements changed, O(statements).
  func ranker(_ theCase: Case, _ texts: CaseTexts) -> CodingRanker {
    var ranker: CodingRanker?
    var known = 0
    state.withLock { state in
      guard state.basis.actors == theCase.actors, state.basis.issues == theCase.issues,
        state.basis.sources == theCase.sources, state.basis.header == theCase.header,
        refused(state.basis) == refused(theCase),
        theCase.statements.starts(with: state.learnt)
      else { return }
      (ranker, known) = (state.ranker, state.learnt.count)
    }
    if let ranker, known == theCase.statements.count { return ranker }
    var learner = ranker ?? CodingRanker(theCase)
    for statement in theCase.statements.dropFirst(ranker == nil ? 0 : known) {
      guard let passage = passage(of: statement, texts) else { continue }
      learner.learn(statement, passage)
    }
    if ranker == nil {
      for statement in refused(theCase) {
        guard let passage = passage(of: statement, texts) else { continue }
        learner.refuse(statement, passage)
      }
    }
    state.withLock { state in
      state.basis = theCase
      state.learnt = theCase.statements
      state.ranker = learner
    }
    return learner
  }

  private func refused(_ theCase: Case) -> [Case.Statement] {
    theCase.candidates.filter { $0.status == .rejected }.map(\.statement)
  }

  /// The words a statement rests on with their sentence; nil where the text is not there.
  private func passage(of statement: Case.Statement, _ texts: CaseTexts) -> CodingPassage? {
    guard let text = texts[statement.source].text,
      let place = statement.quote.spans.first?.place(in: text)
    else { return nil }
    return passage(in: text, place, source: statement.source)
  }

  func passage(
    in text: SourceText, _ place: Range<Int>, source: Case.Source.ID
  ) -> CodingPassage {
    // Of a very long selection its beginning says what it is about.
    let place = place.lowerBound..<min(place.upperBound, place.lowerBound + Self.longestPassage)
    let around = units(of: text).sentence(around: place)
    let sentence =
      around.lowerBound..<min(around.upperBound, place.upperBound + Self.longestPassage)
    return CodingPassage(
      words: text.text(place.lowerBound, place.upperBound),
      sentence: text.text(sentence.lowerBound, sentence.upperBound), source: source)
  }

  private static let longestPassage = 4000
}
