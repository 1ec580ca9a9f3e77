import CaseModel

extension Remedy {
  /// What to do on the command line.
  var words: String {
    switch self {
    case .raiseSizeLimit: "raise the limit with --max-size"
    case .rewriteFile:
      "write the whole file in canonical form with --rewrite; its comments are lost"
    case .chooseID: "choose another with --id"
    case .writeQuotePlaces: "let `dragoman check --fix` write the position"
    case .convertToStore(let path):
      "make one from a case file with `dragoman convert CASE --output \(path)`"
    case .rebuildSearchIndex: "rebuild it with `dragoman verify FILE --rebuild-index`"
    case .restoreBackup:
      "keep the file, and restore a backup (`dragoman backup --help` explains how)"
    case .restoreOrSalvage(let path):
      "`dragoman verify \(path)` names everything; keep the file, and restore a backup, or begin a new file with what can be read (`dragoman convert \(path) --output NEW.dragoman`)"
    }
  }
}
