internal import CaseModel
internal import Documents

/// An archive of another program, read in memory within limits: nothing is unpacked to the disk, so
/// that no name in it can lead anywhere.
struct ForeignArchive {
  private let archive: ZipArchive
  private var budget: Int
  let limit: Int

  static let standardLimit = 512 << 20

  init(_ bytes: [UInt8], limit: Int = standardLimit) throws(ExchangeError) {
    self.limit = limit
    budget = limit
    do {
      archive = try ZipArchive(bytes)
    } catch {
      throw ExchangeError(
        "the file is no ZIP archive that can be read: \(error.words)",
        hint: "export it again from the program that wrote it")
    }
  }

  var names: [String] { archive.names }

  mutating func read(_ name: String) throws(ExchangeError) -> [UInt8]? {
    do {
      return try archive.read(name, budget: &budget)
    } catch {
      switch error {
      case .tooLarge:
        throw ExchangeError(
          "the file unpacks to more than \(limit >> 20) MiB and was not read further",
          hint: "it may have been made to fill memory; ask who sent it")
      case .encrypted:
        throw ExchangeError(
          "the file is protected with a password", hint: "export it again without one")
      case .damaged(let words): throw ExchangeError("the file is damaged: \(words)")
      }
    }
  }

  /// Passes the XML of a file in the archive to a visitor.
  static func walk(
    _ bytes: [UInt8], _ name: String, _ visitor: any XMLVisitor
  ) throws(ExchangeError) {
    do {
      try XMLWalk.walk(bytes, visitor)
    } catch {
      switch error {
      case .declaresEntities:
        throw ExchangeError(
          "`\(name.shortened(to: 80))` declares entities of its own, which can hide attacks, and was not read",
          hint: "export it again from the program that wrote it")
      case .broken(let line, let words):
        throw ExchangeError("\(words) (`\(name.shortened(to: 80))`, line \(line))")
      }
    }
  }
}
