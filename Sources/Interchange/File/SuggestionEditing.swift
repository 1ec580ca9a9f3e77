package import CaseModel

extension CaseFile {
  /// Writes suggestions, and what became of them: the list of suggestions as it is to be, and entries that
  /// were added at the ends of other sections. Comments elsewhere stay.
  ///
  /// - Parameter changed: the case, with other suggestions and with statements, actors, issues,
  ///   milestones or analysts added.
  /// - Returns: the bytes that the file holds now.
  @discardableResult
  package func writeSuggestions(
    of changed: Case, _ writing: Writing
  ) throws(CaseFileError) -> [UInt8] {
    // JSON has no comments that a canonical form would lose.
    let writing = layout.format == .yaml ? writing : .canonical
    let bytes = try edited(to: changed, writing) { edit throws(CaseFileError) in
      try edit.appendAll(added(theCase.statements, changed.statements))
      try edit.appendAll(added(theCase.actors, changed.actors))
      try edit.appendAll(added(theCase.issues, changed.issues))
      try edit.appendAll(added(theCase.milestones, changed.milestones))
      try edit.appendAll(added(theCase.analysts, changed.analysts))
      if changed.candidates != theCase.candidates {
        try edit.replaceAll(changed.candidates.map { $0.node() }, of: .candidates)
      }
    }
    try FileBytes.write(bytes, to: path)
    return bytes
  }

  private func added<Entry>(_ before: [Entry], _ after: [Entry]) -> ArraySlice<Entry> {
    after.dropFirst(before.count)
  }
}
