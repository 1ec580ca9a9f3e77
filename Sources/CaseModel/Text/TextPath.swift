/// Where a case may keep a text: below its own folder `texts`, in a file that is plainly a text.
///
/// A case may come from anyone. What it names as a text must never be another file of the
/// computer it is read or written on: a setting, a key, a script.
public enum TextPath {
  /// The folder beside the case file.
  public static let folder = "texts"
  /// How the names of texts end, in lower case.
  public static let endings = ["txt", "text", "md", "markdown"]

  /// Why a text may not be kept at `path`, relative to the case file; nil where it may.
  public static func fault(_ path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.first.map(String.init) == folder, parts.count > 1 else {
      return "it is not below `\(folder)/`"
    }
    for part in parts {
      if part.isEmpty { return "a part of it has no name" }
      if part.hasPrefix(".") { return "`\(shown(part))` begins with a dot" }
      if part.hasSuffix(".") || part.hasSuffix(" ") || part.hasPrefix(" ") {
        return "`\(shown(part))` begins or ends with a space or a dot"
      }
      if part.utf8.count > 200 { return "a part of it is longer than 200 bytes" }
      if part.unicodeScalars.contains(where: isUnsafe) {
        return "`\(shown(part))` contains a character that file names cannot safely have"
      }
    }
    guard let name = parts.last, let dot = name.lastIndex(of: "."),
      endings.contains(name[name.index(after: dot)...].lowercased())
    else { return "its ending is none of \(endings.map { ".\($0)" }.joined(separator: ", "))" }
    return path.utf8.count > 1000 ? "it is longer than 1000 bytes" : nil
  }

  /// A path for a message: cut, and without what a terminal would obey.
  static func shown(_ path: some StringProtocol) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in path.unicodeScalars.prefix(100) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: ["\\", ":", "*", "?", "\"", "<", ">", "|"].contains(scalar)
    }
  }
}
