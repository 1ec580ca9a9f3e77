import CaseModel
import Interchange
import Testing

/// What could not be read again is not written, and the field at fault is named.
@Suite struct ProvenWriteTests {
  private static let file = """
    # A comment that must stay.
    dragoman: 1
    case: {id: v, title: V}
    sources: []

    """

  private func source(_ change: (inout Case.Source) -> Void) -> Case.Source {
    let digest = SHA256Digest(of: "words".utf8)
    var source = Case.Source(
      id: "new", title: "T", text: Case.TextRecord(file: "texts/new.txt", sha256: digest))
    change(&source)
    return source
  }

  @Test(arguments: [CaseFile.Writing.inPlace, .canonical])
  func aSourceThatCannotBeReadIsRefused(_ writing: CaseFile.Writing) throws {
    let faulty = [
      ("title", source { $0.title = "" }), ("language", source { $0.language = "" }),
      ("url", source { $0.url = "" }), ("text", source { $0.text.file = "Makefile" }),
    ]
    for (field, source) in faulty {
      let temporary = try TemporaryCase(Self.file)
      let fault = #expect(throws: CaseFileError.self) {
        try temporary.open().add(source, text: Array("words".utf8), writing)
      }
      #expect(fault?.message.contains("sources[new].\(field)") == true, "\(fault?.message ?? "")")
      #expect(temporary.text == Self.file)
      #expect(temporary.names == ["case.yaml", "texts"])
    }
  }

  @Test(arguments: FileLayout.Format.allCases)
  func aCaseWithoutATitleIsNotWritten(_ format: FileLayout.Format) {
    let fault = #expect(throws: CaseFileError.self) {
      try CaseWriter.proven(Case(Case.Header(id: "v", title: "")), as: format)
    }
    #expect(fault?.message.contains("title") == true, "\(fault?.message ?? "")")
  }
}
