import CaseModel
import Exchange
import Interchange
import TestSupport
import Testing

/// The tables of agreements that PA-X and UCDP publish, with their own columns.
@Suite struct AgreementTableTests {
  private func read(_ csv: String) throws -> (CodedProject, ExchangeMapping) {
    let project = try TableReader.project(csv: Array(csv.utf8)).project
    return (project, ExchangeMapping(proposedFor: project))
  }

  private func made(_ csv: String, _ given: ExchangeMapping? = nil) throws -> ProjectImport {
    var (project, mapping) = try read(csv)
    if let given { mapping = mapping.overridden(by: given) }
    project.takeColumns(mapping)
    return ProjectImport(project, mapping, id: "made", title: "Made")
  }

  private let pax = """
    Con,Contp,PP,PPName,Reg,AgtId,Ver,Agt,Dat,Status,Lgt,N_characters,Agtp,Stage,StageSub,Part,ThrdPart,GCh,GChRhet,GRef,Ele,Ce,CeProv,TjAm,TjPrire,Wat
    Sarnland,Inter,12,Sarn process,Europe,2401,1,Joint communiqué,2031-03-01,Signed,3,9000,Inter,Cea,CeasFire,Sarnland; Velmar,UN,0,0,0,0,3,0,0,2,1
    Sarnland,Inter,12,Sarn process,Europe,2402,1,Joint communiqué,2032-07-12,Signed,6,22000,Inter,SubPar,FrPar,Sarnland; Velmar,UN,1,0,2,0,0,0,0,0,3
    Sarnland,Inter,12,Sarn process,Europe,2403,1,Letter,2033-01-05,Signed,1,900,Inter,Pre,PreMix,Sarnland,,0,0,0,0,0,0,0,0,0
    """

  @Test func agreementsOfPAX() throws {
    let (_, mapping) = try read(pax)
    #expect(mapping.columns["Ce"] == .issueOf && mapping.issues["TjPrire"] == "Prisoners")
    // A number of the process, and no political parties; a part of a family, and no family.
    #expect(mapping.columns["PP"] == .ignore && mapping.columns["CeProv"] == .ignore)
    let made = try made(pax)
    let theCase = made.theCase
    #expect(theCase.sources.map(\.title) == ["Joint communiqué", "Joint communiqué"])
    #expect(theCase.sources.map { $0.published?.text } == ["2031-03-01", "2032-07-12"])
    #expect(
      theCase.issues.map(\.category) == ["ceasefire", "prisoners", "water", "children", "refugees"])
    #expect(theCase.statements.count == 6)
    #expect(theCase.statements.allSatisfy { $0.speaker == ["sarnland", "velmar"] })
    #expect(theCase.actors.allSatisfy { $0.kind == .organisation })
    // That an agreement mentions something is no stance.
    #expect(theCase.statements.allSatisfy { $0.stance == nil })
    #expect(theCase.statements.first?.quote.spans.first?.exact == "Ceasefire: 3")
    let note = try #require(theCase.notes.first { $0.to.id == theCase.sources[1].id.raw })
    #expect(note.text.contains("Stage: SubPar") && note.text.contains("PPName: Sarn process"))
    #expect(made.report.left.contains { $0.contains("Letter") })
    #expect(made.report.left.contains { $0.contains("Lgt") || $0.contains("PP") })
    let read = try CaseReader.read(CaseWriter.proven(theCase, as: .yaml), as: .yaml)
    #expect(read.theCase == theCase)
  }

  @Test func theSameTableAgainChangesNothing() throws {
    let first = try made(pax)
    let existing = ExistingCase(
      first.theCase, CaseTexts(first.texts.mapValues { .loaded(SourceText($0)) }))
    var (project, mapping) = try read(pax)
    project.takeColumns(mapping)
    _ = existing.supplyTexts(to: &project)
    let again = ProjectImport(project, mapping, into: existing)
    #expect(again.theCase == first.theCase, "\(again.report)")
  }

  /// What a depth of provision says is for a person to decide.
  @Test func aPersonSaysWhichProvisionsAreAgreed() throws {
    var given = ExchangeMapping()
    given.stances = ["2": "for", "3": "for"]
    let theCase = try made(pax, given).theCase
    #expect(theCase.statements.map(\.stance) == [.for, .for, nil, nil, .for, .for])
    #expect(theCase.statements[0].about == .issue("ceasefire", .options(["yes"])))
  }

  @Test func agreementsOfUCDP() throws {
    let made = try made(
      """
      conflict_id,conflict_name,gwno,paid,pa_name,pa_date,pa_type,cease,intarmy,ddr,withd,pp,elections,pris,pko
      333,Sarn,1,1201,Sarn Accord,2031-03-01,1,1,0,1,0,1,0,1,0
      """)
    #expect(
      made.theCase.issues.map(\.category)
        == ["ceasefire", "disarmament", "political parties", "prisoners"])
    #expect(made.theCase.sources.map(\.title) == ["Sarn Accord"])
    #expect(made.theCase.notes.first?.text.contains("conflict_name: Sarn") == true)
  }

  @Test func longSignaturesAreNoNames() throws {
    let long = String(repeating: "For the one side, its minister, ", count: 5)
    let made = try made(
      "Agt,Dat,Part,Ce,Ele,TjAm,Wat\nAccord,2031-03-01,\"\(long)\",1,0,0,0\n")
    #expect(made.theCase.statements.first.map(\.speaker) == ["not-coded"])
    #expect(made.theCase.notes.first?.text.contains("its minister") == true)
  }
}
