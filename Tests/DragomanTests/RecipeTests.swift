import Foundation
import Presentation
import TestSupport
import Testing

/// CONTRIBUTING's recipes, followed in what is there: each names every place, and no other.
@Suite struct RecipeTests {
  private static let contributing = Program.root.appendingPathComponent("CONTRIBUTING.md")

  /// The steps of a recipe, by its heading.
  private func steps(_ heading: String) throws -> [String] {
    let text = try String(contentsOf: Self.contributing, encoding: .utf8)
    let part = try #require(text.components(separatedBy: "### \(heading)\n").dropFirst().first)
    let body = part.components(separatedBy: "\n### ")[0]
    return body.split(separator: "\n").map(String.init).filter { $0.first?.isNumber == true }
  }

  /// The paths between backquotes, with `NAME` filled in.
  private func paths(_ heading: String, _ name: String) throws -> [String] {
    try steps(heading).flatMap { step in
      step.matches(of: /`((?:Sources|Tests)\/[^`]*)`/).map {
        String($0.1).replacing("NAME", with: name)
      }
    }
  }

  /// Every source file that holds one of the words.
  private func files(with words: [String]) throws -> Set<String> {
    let sources = Program.root.appendingPathComponent("Sources")
    let all = try #require(FileManager.default.enumerator(atPath: sources.path))
    var found: Set<String> = []
    for case let path as String in all where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      if words.contains(where: text.contains) { found.insert("Sources/\(path)") }
    }
    return found
  }

  private func isCovered(_ file: String, by paths: [String]) -> Bool {
    paths.contains { $0.hasSuffix("/") ? file.hasPrefix($0) : file == $0 }
  }

  @Test(arguments: [
    "Add a view", "Add an option of the lens", "Add a page with a form", "Add a command",
  ])
  func everyPlaceIsThere(_ heading: String) throws {
    let name = heading == "Add a command" ? "Backup" : "Drafts"
    let paths = try paths(heading, name)
    #expect(!paths.isEmpty)
    for path in paths {
      let file = Program.root.appendingPathComponent(path).path
      #expect(FileManager.default.fileExists(atPath: file), "\(heading): \(path)")
    }
  }

  /// Adding a view touches the places of the recipe and no others.
  @Test(arguments: ["Drafts", "Timeline"])
  func aViewIsInThePlacesOfTheRecipe(_ name: String) throws {
    let paths = try paths("Add a view", name)
    let shared = paths.filter { !$0.contains(name) && $0.hasSuffix(".swift") }
    #expect(shared.count == 1, "one existing file is edited: \(shared)")
    guard name == "Drafts" else { return }
    // Who reads the view: the brief, and offers that are drafts.
    let readers = ["Sources/Presentation/Brief/", "Sources/StateOfPlay/Offers/"]
    for file in try files(with: ["\(name)View"]) {
      #expect(isCovered(file, by: paths + readers), "\(file) knows \(name)View")
    }
  }

  /// An option of the lens is in the places of its recipe and no other.
  @Test func anOptionOfTheLensIsInThePlacesOfTheRecipe() throws {
    let paths = try paths("Add an option of the lens", "")
    #expect(paths.count == 2)
    for file in try files(with: ["worstCredibility"]) {
      #expect(isCovered(file, by: paths), "\(file) knows the option")
    }
  }
}
