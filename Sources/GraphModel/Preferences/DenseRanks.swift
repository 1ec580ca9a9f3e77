internal import Foundations

/// Ranks without gaps, refined digit by digit.
///
/// Each refinement splits the classes so far by a few further bits, the more important bits first.
/// A bitmap over (class, bits) marks what occurs; the marks before a key are its new rank. So the
/// ranks need no sorting, and any number of statements works.
///
/// - Complexity: linear in the slots per refinement.
struct DenseRanks {
  private(set) var ranks: [Int32]
  private(set) var classes: Int
  private let feasible: Bits
  /// The bits a key may have; the bitmap stays near the size of the rank array.
  private let keyBits: Int

  init(feasible: Bits) {
    self.feasible = feasible
    ranks = [Int32](repeating: 0, count: feasible.count)
    classes = 1
    let slotBits = Int.bitWidth - max(1, feasible.count - 1).leadingZeroBitCount
    keyBits = min(30, max(14, slotBits + 4))
  }

  /// How many bits the next refinement may use; at least 4.
  var digitBits: Int { keyBits - (Int.bitWidth - max(0, classes - 1).leadingZeroBitCount) }

  /// Splits the classes by `bits` more bits (at most ``digitBits``).
  ///
  /// `append` gets the number of a word of 64 slots and its 64 keys so far, and must shift each key
  /// left by `bits` and put the slot's bits there.
  mutating func refine(bits: Int, _ append: (Int, UnsafeMutablePointer<Int32>) -> Void) {
    let span = classes << bits
    // Marks and the count of marks before them lie side by side: one cache line per look-up.
    var marks = [(word: UInt64, before: Int)](repeating: (0, 0), count: span / 64 + 1)
    let words = feasible.words
    ranks.withUnsafeMutableBufferPointer { ranks in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 64) { spare in
        guard let keys = ranks.baseAddress, let lanes = spare.baseAddress else { return }
        for word in words.indices {
          let start = word << 6
          if start + 64 <= ranks.count {
            append(word, keys + start)
          } else {
            let rest = ranks.count - start
            lanes.update(repeating: 0, count: 64)
            lanes.update(from: keys + start, count: rest)
            append(word, lanes)
            (keys + start).update(from: lanes, count: rest)
          }
          var left = words[word]
          if left == .max {
            for slot in start..<(start + 64) {
              let key = Int(keys[slot])
              marks[key >> 6].word |= 1 << UInt64(key & 63)
            }
          } else {
            while left != 0 {
              let key = Int(keys[start + left.trailingZeroBitCount])
              marks[key >> 6].word |= 1 << UInt64(key & 63)
              left &= left &- 1
            }
          }
        }
        var total = 0
        for index in marks.indices {
          marks[index].before = total
          total += marks[index].word.nonzeroBitCount
        }
        classes = total
        for slot in 0..<ranks.count {
          guard words[slot >> 6] >> UInt64(slot & 63) & 1 != 0 else {
            keys[slot] = 0
            continue
          }
          let key = Int(keys[slot])
          let mark = marks[key >> 6]
          let below = mark.word & ((1 << UInt64(key & 63)) &- 1)
          keys[slot] = Int32(mark.before + below.nonzeroBitCount)
        }
      }
    }
  }

  /// Splits by whole values, `valueBits` of them per slot, the top bits first.
  mutating func refine(
    values: [UInt64], valueBits: Int, _ checkpoint: Checkpoint = Checkpoint()
  ) throws {
    var left = valueBits
    while left > 0 {
      try checkpoint.ask()
      let bits = min(left, digitBits)
      left -= bits
      let shift = UInt64(left)
      let mask = lowBits(bits)
      refine(bits: bits) { word, keys in
        let start = word << 6
        for lane in 0..<min(64, values.count - start) {
          let digit = values[start + lane] >> shift & mask
          keys[lane] = keys[lane] << Int32(bits) | Int32(digit)
        }
      }
    }
  }
}
