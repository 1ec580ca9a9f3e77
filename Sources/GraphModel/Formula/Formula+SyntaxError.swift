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
/// Upper and lower case are the same to it.
/// - Complexity: the product of the two lengths per name; names beyond 64 characters are passed over.
func suggestion(for name: String, among names: [String]) -> String? {
  let wanted = Array(name.lowercased())
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in names where candidate.count <= 64 {
    let distance = editDistance(wanted, Array(candidate.lowercased()))
    if distance <= max(1, wanted.count / 3), distance < wanted.count,
      distance < best?.distance ?? .max
    {
      best = (candidate, distance)
    }
  }
  return best?.name
}
