/// How documents are read, and within which limits.
package struct ReadingOptions: Sendable, Hashable {
  /// What becomes of changes that are tracked in an office document and not yet accepted.
  package enum TrackedChanges: String, Sendable, Hashable, CaseIterable {
    /// In the text between brackets: `[inserted: …]`, `[deleted: …]`.
    case shown
    /// As if all were accepted.
    case accepted
    /// As if all were rejected.
    case rejected
  }

  /// The encoding that a person has chosen; nil to determine it.
  package var encoding: String?
  package var trackedChanges = TrackedChanges.shown
  /// Of the file, in bytes.
  package var maximumBytes = 100_000_000
  /// Of what an archive unpacks to, in bytes.
  package var maximumUnpackedBytes = 400_000_000
  /// Of containers and blocks on a web page.
  package var maximumElements = 1_000_000
  /// For a program that is called, in seconds.
  package var toolSeconds = 60
  /// The folders in which programs are looked for; nil for those of the environment.
  package var toolFolders: [String]?

  package init() {}
}
