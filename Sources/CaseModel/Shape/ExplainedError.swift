/// An error made to be read by a person: what is wrong, and what to do about it.
///
/// It names the thing at fault. What a flag or a field is called, only the command line or the page
/// knows: where that is wanted, ``remedy`` says what would help, and they say how.
package protocol ExplainedError: Error, Sendable {
  var message: String { get }
  /// What to do; nil where the message says it, or ``remedy`` does.
  var hint: String? { get }
  var remedy: Remedy? { get }
}

extension ExplainedError {
  package var remedy: Remedy? { nil }
}

/// What a person can do about an error with the program itself.
package enum Remedy: Sendable, Hashable {
  /// Read larger files.
  case raiseSizeLimit
  /// Write the whole file in canonical form, without its comments.
  case rewriteFile
  /// Give the entry another id.
  case chooseID
  /// Have the places of quotes written that their words make certain.
  case writeQuotePlaces
  /// Make a `.dragoman` file at this path from a case file.
  case convertToStore(String)
  case rebuildSearchIndex
  case restoreBackup
  /// Restore a backup of the damaged file at this path, or save what can be read of it.
  case restoreOrSalvage(String)
}
