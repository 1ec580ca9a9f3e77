extension Subject: Shaped {
  /// A list is read as the package of what it holds.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Subject? {
    guard case .list = node.content else { return SubjectForm.read(node, &reader)?.subject }
    let package = Node(.map([.init("together", node, keyPlace: node.place)]), at: node.place)
    return SubjectForm.read(package, &reader)?.subject
  }

  /// Its form in the file.
  public func node() -> Node { SubjectForm(self).node() }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    let form = SubjectForm.schema(&book)
    let package = SchemaBook.object(
      ("type", .text("array")), ("items", form), (SchemaBook.shorthandKeyword, .text("together")))
    return .map([.init("anyOf", .list([form, package]))])
  }

  /// Visits the ids of other entries in it, in the order of the file.
  public mutating func walk(_ walker: inout ReferenceWalker) {
    var form = SubjectForm(self)
    form.walk(&walker)
    if let walked = form.subject { self = walked }
  }
}
