import Foundation
import TestSupport
import Testing

/// The Python and R packages have a method for each view, made from the list of views.
@Suite struct BindingTests {
  /// Derived once: every view of the worked case.
  private static let views = Result { try BoundView.all() }

  @Test func pythonIsGenerated() throws {
    try Golden.expect(
      PythonViews.module(try Self.views.get()), matches: "python/src/dragoman/_views.py")
  }

  @Test func rIsGenerated() throws {
    let views = try Self.views.get()
    try Golden.expect(RViews.code(views), matches: "r/dragoman/R/views.R")
    try Golden.expect(RViews.namespace(views), matches: "r/dragoman/NAMESPACE")
    for page in RViews.pages(views) {
      try Golden.expect(page.text, matches: "r/dragoman/man/\(page.name).Rd")
    }
  }

  /// A page of a view that is gone is gone too.
  @Test func noPageOfRIsLeftOver() throws {
    let written: Set = ["open_case", "case_network", "dragoman_version", "dragoman-package"]
    let known = Set(RViews.pages(try Self.views.get()).map(\.name)).union(written)
    let folder = Program.root.appendingPathComponent("r/dragoman/man").path
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      #expect(known.contains(file.replacing(".Rd", with: "")), "\(file)")
    }
  }

  /// One version, wherever it is written.
  @Test func theVersionIsTheSameEverywhere() throws {
    let version = try Program.run(["--version"]).output
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let places = [
      "python/pyproject.toml": "version = \"\(version)\"",
      "python/src/dragoman/__init__.py": "__version__ = \"\(version)\"",
      "r/dragoman/DESCRIPTION": "Version: \(version)",
      "CHANGELOG.md": "## \(version)",
      "packaging/homebrew/dragoman.rb": "version \"\(version)\"",
    ]
    for (path, words) in places {
      let text = try String(
        contentsOf: Program.root.appendingPathComponent(path), encoding: .utf8)
      #expect(text.contains(words), "\(path) does not say \(words)")
    }
    // Semantic versioning: three numbers, and perhaps what comes before a release.
    #expect(version.wholeMatch(of: /\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?/) != nil)
  }
}
