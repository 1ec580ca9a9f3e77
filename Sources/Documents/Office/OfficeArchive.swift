internal import CaseModel

/// An office document's archive, with its limits and with faults in words.
struct OfficeArchive {
  let kind: DocumentKind
  private let archive: ZipArchive
  private var budget: Int
  private let limit: Int

  init(_ bytes: [UInt8], _ kind: DocumentKind, _ options: ReadingOptions) throws(DocumentError) {
    self.kind = kind
    limit = options.maximumUnpackedBytes
    budget = limit
    do {
      archive = try ZipArchive(bytes)
    } catch {
      throw .damaged(kind, error.words)
    }
  }

  var names: [String] { archive.names }

  /// Passes the XML of a file in the archive to a visitor.
  /// - Returns: whether there is such a file.
  @discardableResult
  mutating func walk(_ name: String, _ visitor: any XMLVisitor) throws(DocumentError) -> Bool {
    let bytes: [UInt8]?
    do {
      bytes = try archive.read(name, budget: &budget)
    } catch {
      switch error {
      case .encrypted: throw .passwordProtected(kind)
      case .tooLarge: throw .unpacksTooLarge(limit: limit)
      case .damaged(let words): throw .damaged(kind, words)
      }
    }
    guard let bytes else { return false }
    do {
      try XMLWalk.walk(bytes, visitor)
    } catch {
      switch error {
      case .declaresEntities: throw .declaresEntities(kind)
      case .broken(let line, let words):
        throw .damaged(kind, "\(words) (`\(name)`, line \(line))")
      }
    }
    return true
  }
}

/// Values of the elements that hold nothing but text, by name.
final class PropertyVisitor: XMLVisitor {
  private(set) var values: [(name: String, value: String)] = []
  private(set) var elements: Set<String> = []
  private var current = ""

  func start(_ name: String, _ attributes: XMLAttributes) {
    current = ""
    elements.insert(name)
  }

  func text(_ text: String) { if current.utf8.count < 10_000 { current += text } }

  func end(_ name: String) {
    if !current.isEmpty, values.count < 1000 { values.append((name, current)) }
    current = ""
  }

  func first(_ name: String) -> String? { values.first { $0.name == name }?.value }
}
