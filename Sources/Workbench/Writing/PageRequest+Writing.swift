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
        "the case is read-only here: the server was started for reading only, or may not write to the file",
        "start it for writing to save verdicts and notes"
      )
    case .caseFile:
      (
        "this case is a YAML or JSON file that may not be written, and is read-only here",
        "allow writing to the file and its folder, or convert it to a .dragoman file (`dragoman convert`) and serve that"
      )
    case .damaged:
      (
        "the file is damaged, and new entries could no longer be distinguished from the damage",
        "`dragoman verify` names what is damaged; keep the file, and restore a backup"
      )
    case .redacted:
      (
        "confidential entries are left out here, and a judgement needs the whole record",
        "leave room mode, or start the server without redaction, to save verdicts and notes"
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
    guard writableCopy.text.isEmpty else { return writableCopy }
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
