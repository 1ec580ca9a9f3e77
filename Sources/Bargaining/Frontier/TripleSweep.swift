internal import Foundations

/// The skyline of three columns, by one sweep down the first.
///
/// Of the rows passed, buckets over the second column hold the largest third column in a Fenwick
/// tree (Fenwick 1994, doi:10.1002/spe.4380240306): a row is dominated when a higher bucket holds
/// as much, or a row of its own bucket does. There are about as many buckets as rows, so buckets
/// stay short whatever the numbers.
enum TripleSweep {
  static func survivors(
    rows: UnsafeBufferPointer<Int>, count: Int, _ checkpoint: Checkpoint
  ) throws -> [Bool] {
    var lowest = Int.max
    var highest = Int.min
    for index in 0..<count {
      let value = rows[3 &* index &+ 1]
      lowest = min(lowest, value)
      highest = max(highest, value)
    }
    var buckets = 1
    while buckets < count && buckets < 1 << 20 { buckets <<= 1 }
    var narrowing = 0
    let span = UInt(bitPattern: highest &- lowest)
    while span >> UInt(narrowing) >= UInt(buckets) { narrowing += 1 }

    // Bucket 1 is the highest, so that a prefix of the tree is “this high or higher”.
    var tree = [Int](repeating: .min, count: buckets + 1)
    var heads = [Int32](repeating: -1, count: buckets + 1)
    var following = [Int32](repeating: -1, count: count)
    var survives = [Bool](repeating: false, count: count)
    var steps = CheckedSteps(checkpoint)
    try tree.withUnsafeMutableBufferPointer { tree in
      try heads.withUnsafeMutableBufferPointer { heads in
        try following.withUnsafeMutableBufferPointer { following in
          try survives.withUnsafeMutableBufferPointer { survives in
            row: for index in 0..<count {
              try steps.next()
              let second = rows[3 &* index &+ 1]
              let third = rows[3 &* index &+ 2]
              let bucket = 1 &+ Int((UInt(bitPattern: highest &- second)) >> UInt(narrowing))
              var place = narrowing == 0 ? bucket : bucket &- 1
              while place > 0 {
                if tree[place] >= third { continue row }
                place &= place &- 1
              }
              if narrowing > 0 {
                var before: Int32 = -1
                var other = heads[bucket]
                while other >= 0 {
                  try steps.next()
                  let next = following[Int(other)]
                  let otherSecond = rows[3 &* Int(other) &+ 1]
                  let otherThird = rows[3 &* Int(other) &+ 2]
                  if otherSecond >= second && otherThird >= third { continue row }
                  if otherSecond <= second && otherThird <= third {
                    // Whatever it would dominate from here on, this row dominates too.
                    if before < 0 { heads[bucket] = next } else { following[Int(before)] = next }
                  } else {
                    before = other
                  }
                  other = next
                }
                following[index] = heads[bucket]
                heads[bucket] = Int32(truncatingIfNeeded: index)
              }
              survives[index] = true
              place = bucket
              while place <= buckets {
                if tree[place] >= third { break }
                tree[place] = third
                place &+= place & (0 &- place)
              }
            }
          }
        }
      }
    }
    return survives
  }
}
