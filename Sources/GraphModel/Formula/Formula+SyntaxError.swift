internal import Foundations

extension Formula {
  /// Why a statement cannot be read.
  public struct SyntaxError: Error, Equatable, Sendable {
    /// The first sign that cannot be right, counted in characters from 1.
    public let column: Int
    /// What is wrong there.
    public let message: String
    /// What to write instead.
    public let hint: String
  }
}

/// The name in `names` that differs least from `name`, if it is near enough to be a slip.
///
/// The distance counts inserted, removed and changed characters (Levenshtein 1966), case ignored.
/// - Complexity: the product of the two lengths per name; names beyond 64 characters are passed over.
func suggestion(for name: String, among names: [String]) -> String? {
  let wanted = Array(name.lowercased())
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in names where candidate.count <= 64 {
    let other = Array(candidate.lowercased())
    var row = Array(0...other.count)
    for (i, sign) in wanted.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, otherSign) in other.enumerated() {
        let change = diagonal + (sign == otherSign ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    let distance = row[other.count]
    if distance <= max(1, wanted.count / 3), distance < wanted.count,
      distance < best?.distance ?? .max
    {
      best = (candidate, distance)
    }
  }
  return best?.name
}
