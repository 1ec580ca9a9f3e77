public import CaseModel

extension CaseWriter {
  /// The bytes of a case that is about to be written, sure to read as the same case again.
  ///
  /// - Throws: ``CaseFileFault`` that names the entry and the field, where they would not.
  /// - Complexity: O(case), about three times that of writing.
  public static func proven(
    _ theCase: Case, as format: FileLayout.Format
  ) throws(CaseFileFault) -> [UInt8] {
    let bytes = write(theCase, as: format)
    do throws(UnreadableCase) {
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
  public static func proven<Model: ModelFile.Model>(
    _ model: Model, as format: FileLayout.Format
  ) throws(CaseFileFault) -> [UInt8] {
    if let reason = model.reasonUnwritable { throw refusal(reason) }
    return CaseWriter.model(model, as: format)
  }

  private static func refusal(_ reason: String) -> CaseFileFault {
    CaseFileFault(
      "this cannot be written, as it could not be read again: \(reason)",
      hint: "nothing was written")
  }
}
