internal import Foundations

/// Which of many rows no other row dominates (≥ in every column, > in one).
///
/// Rows are distinct and in descending lexicographic order, so a row can only be dominated by one
/// before it. One and two columns need a running maximum, three a sweep with a tree of maxima over
/// the second column (O(n log n), `TripleSweep`), more the divide-and-conquer of Kung, Luccio &
/// Preparata (1975, doi:10.1145/321906.321910), O(n logᵏ⁻² n).
enum Skyline {
  static func survivors(
    rows: [Int], width: Int, count: Int, _ checkpoint: Checkpoint = Checkpoint()
  ) throws -> [Bool] {
    switch width {
    case 0, 1:
      var survives = [Bool](repeating: false, count: count)
      if count > 0 { survives[0] = true }
      return survives
    case 2:
      var best = Int.min
      return (0..<count).map { index in
        let value = rows[2 * index + 1]
        if index > 0 && value <= best { return false }
        best = value
        return true
      }
    case 3:
      return try rows.withUnsafeBufferPointer {
        try TripleSweep.survivors(rows: $0, count: count, checkpoint)
      }
    default:
      return try rows.withUnsafeBufferPointer { rows in
        var halves = HalvingSkyline(rows: rows, width: width, count: count, checkpoint)
        return try halves.survivors()
      }
    }
  }
}
