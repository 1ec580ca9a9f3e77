import CaseModel
import Foundation
import StateOfPlay
import Testing

@testable import Presentation

/// What is said once of all that is agreed, and what of single issues.
@Suite struct SharedProvisosTests {
  private func text(_ consenting: [Case.Issue.ID]) -> String {
    var header = Case.Header()
    (header.id, header.title) = ("valley", "Talks on the valley")
    header.parties = ["north", "south"]
    header.consent = ["council"]
    var theCase = Case(header)
    for (id, name) in [("north", "North"), ("south", "South"), ("council", "The council")] {
      var actor = Case.Actor()
      (actor.id, actor.name) = (Case.Actor.ID(id), name)
      theCase.actors.append(actor)
    }
    var source = Case.Source()
    (source.id, source.title, source.publisher) = ("paper", "The paper", "council")
    source.text.withheld = true
    theCase.sources = [source]
    for id: Case.Issue.ID in ["water", "gate", "mill"] {
      var issue = Case.Issue()
      (issue.id, issue.title, issue.kind) = (id, id.raw, .negotiable)
      var option = Case.Issue.Option()
      (option.id, option.title) = ("shared", "By turns")
      issue.options = [option]
      theCase.issues.append(issue)
      for speaker: Case.Actor.ID in ["north", "south"]
        + (consenting.contains(id) ? ["council"] : [])
      {
        var statement = Case.Statement()
        (statement.id, statement.gist) = (Case.Statement.ID("\(id.raw)-\(speaker.raw)"), "words")
        (statement.source, statement.speaker, statement.act) = ("paper", [speaker], .accept)
        statement.about = .issue(id, .options(["shared"]))
        statement.quote = Quote([QuoteAnchor(start: 0, end: 5)])
        theCase.statements.append(statement)
      }
    }
    let frame = ViewContext(theCase, Lens(), caseHash: "h", version: "test")
    return TextFace(width: 200).render(frame.document(convergence(theCase)))
  }

  @Test func consentMissingToAllIsSaidOnce() {
    let page = text([])
    #expect(page.contains("Of all that is agreed below: the consent of the council is missing."))
    #expect(page.components(separatedBy: "consent of the council").count == 2)
  }

  @Test func consentGivenToOneIsNotDeniedToIt() {
    let page = text(["gate"])
    #expect(!page.contains("Of all that is agreed below"))
    // Of those to which it is missing it is said once.
    #expect(page.contains("On “water” and “mill”: the consent of the council is missing."))
    #expect(page.components(separatedBy: "consent of the council").count == 2)
  }
}
