package import CaseModel

extension CaseWriter {
  /// The bytes of a case that is about to be written, sure to read as the same case again.
  ///
  /// - Throws: ``CaseFileError`` that names the entry and the field, where they would not.
  /// - Complexity: O(case), about three times that of writing.
  package static func proven(
    _ theCase: Case, as format: FileLayout.Format
  ) throws(CaseFileError) -> [UInt8] {
    let bytes = write(theCase, as: format)
    do throws(UnreadableCaseError) {
      let read = try CaseReader.read(bytes, as: format, limits: .unbounded)
      if read.theCase == theCase { return bytes }
    } catch {
      if let first = error.findings.first {
        throw refusal("\(first.path): \(first.message)")
      }
    }
    throw refusal("it would come back as another")
  }

  /// The same for an entry alone.
  package static func proven<Model: ModelFile.Model>(
    _ model: Model, as format: FileLayout.Format
  ) throws(CaseFileError) -> [UInt8] {
    if let reason = model.reasonUnwritable { throw refusal(reason) }
    return CaseWriter.model(model, as: format)
  }

  private static func refusal(_ reason: String) -> CaseFileError {
    CaseFileError(
      "this cannot be written, as it could not be read again: \(reason)",
      hint: "nothing was written")
  }
}
