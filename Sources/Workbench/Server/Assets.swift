internal import CaseModel
internal import Foundation
internal import Presentation

/// Style and script: part of the program, and no word of any case.
///
/// A request names an asset out of a fixed list; its name is never a path.
struct Assets: Sendable {
  struct Asset: Sendable {
    var bytes: [UInt8]
    var kind: String
    /// Changes when the bytes do.
    var tag: String

    init(_ text: String, kind: String) {
      bytes = Array(text.utf8)
      self.kind = kind
      tag = "\"\(SHA256Digest(of: bytes).hex.prefix(16))\""
    }
  }

  private let embedded: [String: Asset]
  /// While designing: the files here are taken instead, as they are at the moment.
  private let folder: String?

  init(folder: String? = nil) {
    var all: [String: Asset] = [:]
    for (name, text) in EmbeddedAssets.all { all[name] = Asset(text, kind: Self.kind(of: name)) }
    all["document.css"] = Asset(HTMLStyle.css + PictureStyle.css, kind: Self.kind(of: ".css"))
    embedded = all
    self.folder = folder
  }

  var names: [String] { embedded.keys.sorted() }

  subscript(name: String) -> Asset? {
    guard let asset = embedded[name] else { return nil }
    if let folder,
      let text = try? String(
        contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name), encoding: .utf8)
    {
      return Asset(text, kind: asset.kind)
    }
    return asset
  }

  private static func kind(of name: String) -> String {
    if name.hasSuffix(".css") { return "text/css; charset=utf-8" }
    if name.hasSuffix(".js") { return "text/javascript; charset=utf-8" }
    if name.hasSuffix(".svg") { return "image/svg+xml" }
    return "text/plain; charset=utf-8"
  }
}
