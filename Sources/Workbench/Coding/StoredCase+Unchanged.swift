internal import CaseModel
internal import CaseStore

extension StoredCase {
  /// Nothing is written over a version of an entry that the form has not shown.
  ///
  /// - Parameters:
  ///   - noun: what the entry is called in the message.
  ///   - expected: the revision that the form showed; nil where it showed none.
  ///   - hint: what to do where the entry has changed since.
  /// - Throws: ``Problem`` where it has.
  func checkUnchanged(
    _ section: Case.Section, _ noun: String, _ id: String, since expected: Int?, hint: String,
    field: String? = nil
  ) throws {
    guard revision(of: section, id: id) != expected else { return }
    throw Problem.conflict(
      "\(noun) \(id) was changed since you opened it, and nothing was written", hint: hint,
      field: field)
  }
}
