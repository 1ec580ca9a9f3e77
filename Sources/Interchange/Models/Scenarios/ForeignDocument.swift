internal import CaseModel
internal import Foundation

/// A file read as far as to see what it is.
struct ForeignDocument {
  enum Root {
    case xml(XMLTree)
    case tree(Node)
  }

  let path: String
  let bytes: [UInt8]
  let root: Root
  let format: ScenarioImport.Format
  let isDomain: Bool

  var stem: String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }

  /// Nil where it is of none of the formats; an error for a file that the user named.
  init?(_ path: String, limits: ReadLimits, isNamed: Bool) throws {
    self.path = path
    bytes = try FileBytes.read(path, limit: min(limits.fileSize, XMLTree.Limits().size))
    var reader = NodeReader()
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    if ending == "xml" {
      guard let tree = XMLTree.read(bytes, &reader) else {
        throw Self.unreadable(path, bytes, reader)
      }
      guard GeniusDomain.isGenius(tree) else {
        if isNamed {
          reader.fail(
            .notGenius, at: tree.place,
            "`<\(tree.name.shortened(to: 40))>` does not begin a GENIUS file",
            hint: "a domain begins with <negotiation_template>, a profile with <utility_space>")
          throw Self.unreadable(path, bytes, reader)
        }
        return nil
      }
      root = .xml(tree)
      format = .genius
      isDomain = GeniusDomain.isDomain(tree)
      return
    }
    if let offset = bytes.firstInvalidUTF8 {
      reader.fail(.notUTF8, at: .nowhere, "byte \(offset + 1) of the file is not UTF-8")
      throw Self.unreadable(path, bytes, reader)
    }
    let node: Node
    do throws(SyntaxError) {
      node =
        ending == "json"
        ? try Node.document(JSONEvents(bytes), limits)
        : try Node.document(YAMLEvents(bytes), limits)
    } catch {
      reader.fail(error.code, at: error.place, error.message, hint: error.hint)
      throw Self.unreadable(path, bytes, reader)
    }
    root = .tree(node)
    if GeniusWebReader.isDomain(node) {
      (format, isDomain) = (.geniusweb, true)
    } else if GeniusWebReader.isProfile(node) {
      (format, isDomain) = (.geniusweb, false)
    } else if NegMASReader.isDomain(node) {
      (format, isDomain) = (.negmas, true)
    } else if NegMASReader.isUtility(node) {
      (format, isDomain) = (.negmas, false)
    } else {
      return nil
    }
  }

  func unreadable(_ reader: NodeReader) -> UnreadableFileError {
    Self.unreadable(path, bytes, reader)
  }

  private static func unreadable(
    _ path: String, _ bytes: [UInt8], _ reader: NodeReader
  ) -> UnreadableFileError {
    UnreadableFileError(
      path: path, bytes: bytes,
      unreadable: UnreadableCaseError(reader.findings, uncounted: reader.uncounted))
  }
}

extension Node {
  /// The one value of a document.
  static func document(
    _ events: some DocumentEvents, _ limits: ReadLimits
  ) throws(SyntaxError) -> Node {
    var composer = Composer(events, limits: limits)
    return try composer.node(try composer.next())
  }
}
