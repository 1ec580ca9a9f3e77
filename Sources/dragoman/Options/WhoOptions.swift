import ArgumentParser
import CaseModel
import CaseStore
import Foundation

/// Who makes a change, and when, for the history of a `.dragoman` file.
struct WhoOptions: ParsableArguments {
  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      "Author of the change, for a .dragoman file's history (default: the one set with `dragoman analyst`, else $USER).",
      valueName: "name"))
  var by: String?

  /// The name to put to a change; `stored` is the file as it is, where there is one.
  func name(_ stored: StoredCase? = nil) throws -> String {
    let user = [ProcessInfo.processInfo.environment["USER"], NSUserName()].compactMap(\.self)
    guard let name = by ?? stored?.analyst ?? user.first(where: { !$0.isEmpty }) else {
      throw UsageError(
        "the author of the change is missing",
        hint: "give --by NAME, or set a default author with `dragoman analyst`")
    }
    return name
  }
}
