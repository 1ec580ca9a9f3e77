internal import CaseModel

/// The hashes that chain the history: a change of any part of it, or a part left out, shows.
///
/// A hash is SHA-256 over fields one after another, each as its length in bytes, a colon, the bytes
/// and a comma (netstrings; Bernstein 1997), `-,` where there is none; so that no two lists of fields
/// give the same bytes. docs/case-store.md gives the fields in order, for other programs to check.
enum ChainHash {
  static func revision(
    number: Int, name: (kind: String, key: String), previous: Int?, position: Int?, content: String?
  ) -> String {
    digest([
      String(number), name.kind, name.key, previous.map { String($0) }, position.map { String($0) },
      content,
    ])
  }

  static func group(_ group: RevisionGroup, after previous: String?, digests: [String]) -> String {
    digest(
      [
        previous, String(group.number), String(group.first), String(group.last),
        String(group.made.milliseconds), String(group.counted.milliseconds), group.who,
        group.message, group.undoes.map { String($0) },
      ] + digests)
  }

  private static func digest(_ fields: [String?]) -> String {
    var bytes: [UInt8] = []
    for field in fields {
      guard let field else {
        bytes.append(contentsOf: "-,".utf8)
        continue
      }
      bytes.append(contentsOf: "\(field.utf8.count):".utf8)
      bytes.append(contentsOf: field.utf8)
      bytes.append(UInt8(ascii: ","))
    }
    return SHA256Digest(of: bytes).hex
  }
}
