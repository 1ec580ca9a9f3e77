package import CaseModel

/// Why a line holds no model.
package struct ModelLineError: Error {
  /// What is wrong, as a phrase for the user.
  package let message: String
  /// The model's id, where it could be read.
  package let id: String?
}

extension ModelFile {
  /// A model in a line of JSON, as it would stand in a file of its own, as the only entry of its section of an
  /// otherwise empty case.
  /// - Complexity: O(line).
  package static func line<Entry: Model>(
    _ bytes: [UInt8], _ section: WritableKeyPath<Case, [Entry]>
  ) throws(ModelLineError) -> Case {
    guard bytes.firstInvalidUTF8 == nil else {
      throw ModelLineError(message: "the line is not UTF-8", id: nil)
    }
    let node: Node
    do {
      node = try Node(json: bytes)
    } catch {
      throw ModelLineError(message: "the line is no JSON: \(error.message)", id: nil)
    }
    let id = node["id"]?.scalar
    guard case .map = node.content else {
      throw ModelLineError(message: "the line is no model, {\"id\": …}", id: nil)
    }
    var reader = NodeReader()
    guard let entry = Entry.read(node, &reader), !reader.hasErrors else {
      let found =
        reader.findings.prefix(3).map(\.message) + (reader.findings.count > 3 ? ["…"] : [])
      throw ModelLineError(
        message: found.isEmpty ? "the line is no model" : found.joined(separator: "; "), id: id)
    }
    let title = node["title"]?.scalar ?? entry.id.raw
    var theCase = Case(Case.Header(id: Slug(entry.id.raw), title: title))
    theCase[keyPath: section] = [entry]
    return theCase
  }
}
