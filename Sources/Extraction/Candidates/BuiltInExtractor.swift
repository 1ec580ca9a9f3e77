package import CaseModel

/// The extractor that needs nothing but the text: no model, no network, the same result everywhere.
///
/// It finds who said what, and by which words, in English, and quotations and speakers in Ukrainian
/// and Russian. How reports are built is read from word classes and short phrases, in the manner of
/// shallow parsing (Abney, *Partial Parsing via Finite-State Cascades*, 1996); the parts of a report
/// are those of Pareti (*A Database of Attribution Relations*, 2012): source, cue and content.
package enum BuiltInExtractor {
  /// What the document says that someone said or thought, in the order of the text.
  ///
  /// Sentences of the author are candidates only where the author speaks as "I" or "we", and are then
  /// marked as the author's.
  ///
  /// - Complexity: O(text).
  package static func candidates(in text: SourceText) -> [Candidate] {
    DocumentReports.candidates(in: text)
  }
}
