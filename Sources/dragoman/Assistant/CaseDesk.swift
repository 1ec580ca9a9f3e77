import Assistant
import CaseModel
import CaseStore
import Interchange
import Presentation
import StateOfPlay

/// Answers an assistant from a case's file, which is read again whenever it has changed.
final class CaseDesk: AssistantDesk {
  private let file: CaseOptions
  private let lens: LensOptions<EveryOption>
  private let writing: WritingOptions
  private let who: WhoOptions
  private var last: (opened: OpenedCase, stamp: CaseStamp)?
  /// What was seen last, as an assistant's questions follow each other.
  private var seen: (asked: [String: [String]], sight: CaseInSight)?

  init(
    _ file: CaseOptions, _ lens: LensOptions<EveryOption>, _ writing: WritingOptions,
    _ who: WhoOptions
  ) throws {
    (self.file, self.lens, self.writing, self.who) = (file, lens, writing, who)
    _ = try opened()
  }

  /// An earlier state of the file may show what is confidential by now.
  var fixed: Set<String> {
    let names = lens.names
    return names.contains(LensOption.redact.name)
      ? names.union([LensOption.knownAt.name]) : names
  }

  func look(_ asked: [String: [String]]) throws -> CaseInSight {
    let opened = try opened()
    if let seen, seen.asked == asked { return seen.sight }
    let view = try lens.asking(asked).seeing(opened)
    let sight = CaseInSight(view.theCase, view.lens, texts: view.texts, frame: view.frame)
    seen = (asked, sight)
    return sight
  }

  func add(_ suggestion: Case.Candidate, message: String) throws {
    let opened = try file.open(.readWrite)
    try opened.add([suggestion], message: message, writing, who)
  }

  private func opened() throws -> OpenedCase {
    if let last, try last.stamp.isCurrent(last.opened) { return last.opened }
    seen = nil
    // Looked at before it is read: what changes in between is found at the next question.
    let path = try CaseFile.locate(file.path)
    let before = CaseStamp(of: path)
    let opened = try file.open()
    last = (opened, before.with(opened))
    return opened
  }
}
