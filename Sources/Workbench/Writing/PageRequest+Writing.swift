internal import CaseModel
internal import HTTPTypes
internal import Presentation

extension PageRequest.Writing {
  /// Why nothing is written, and what to do; nil where writing is allowed.
  var refusal: Problem? {
    guard let (message, hint) = words else { return nil }
    return Problem(status: .forbidden, message: message, hint: hint)
  }

  var words: (message: String, hint: String)? {
    switch self {
    case .allowed: nil
    case .readOnly:
      (
        "the case is only read here: the server was started with --read-only, or may not write the file",
        "start it without --read-only to save verdicts and notes"
      )
    case .caseFile:
      (
        "this case is a file in YAML or JSON, which keeps no history and is only read here",
        "`dragoman convert CASE --output NAME.dragoman` makes a file that takes verdicts and notes, and `dragoman serve NAME.dragoman` serves it"
      )
    case .damaged:
      (
        "the file is damaged, and what is written on top of damage can no longer be told from it",
        "`dragoman verify` names what is damaged; keep the file, and restore a backup"
      )
    case .redacted:
      (
        "what is confidential is left out here, and a judgement needs the whole record",
        "leave room mode, or start the server without --redact, to save verdicts and notes"
      )
    case .past:
      (
        "you are viewing an earlier version; changes can only be made to the current one",
        "remove the date of entry to save verdicts and notes"
      )
    }
  }
}

extension PageRequest {
  /// What stands where a form would, if writing were allowed.
  var refusalRemark: HTML {
    guard let (message, hint) = mode.writing.words else { return HTML() }
    return "<p class=\"remark refusal\">\(message.capitalisedFirst): \(hint).</p>\n"
  }

  /// The fields of every form that changes the case: the session's token, where to go afterwards,
  /// and who makes the change.
  ///
  /// - Parameter back: an address of this server.
  func writeFields(back: String) -> HTML {
    """
    \(PageFrame.token)<input type="hidden" name="back" value="\(back)">
    <label class="who">Your name \
    <input name="by" value="\(PageFrame.analyst)" required maxlength="200" \
    autocomplete="name" size="18"></label>
    """
  }
}
