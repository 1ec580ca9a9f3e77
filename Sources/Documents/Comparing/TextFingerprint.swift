internal import CaseModel

/// A small summary of a text by which two texts are compared without either.
///
/// It holds the smallest hashes of all runs of five words (A. Z. Broder, "On the resemblance and
/// containment of documents", 1997); of a text with no more runs than it holds, all of them.
package struct TextFingerprint: Sendable, Hashable {
  /// In ascending order, without repetition.
  private let hashes: [UInt64]
  /// All runs are there, not only those of the smallest hashes.
  private let isComplete: Bool
  private static let runLength = 5
  private static let capacity = 4096

  /// - Complexity: O(text).
  package init(of text: String) {
    var window: [UInt64] = []
    var next = 0
    var sample = SmallestHashes(capacity: Self.capacity)
    var word = Hash()
    var letters = 0
    func close() {
      guard letters > 0 else { return }
      if window.count < Self.runLength {
        window.append(word.value)
      } else {
        window[next] = word.value
      }
      next = (next + 1) % Self.runLength
      word = Hash()
      letters = 0
      if window.count == Self.runLength { sample.add(Self.run(window, from: next)) }
    }
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x3040, scalar.value < 0xA000 {
        // Scripts without spaces: each sign is a word.
        close()
        word.add(scalar.value)
        letters = 1
        close()
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.add(scalar.lowered)
        letters += 1
      } else if !scalar.isJoiner {
        close()
      }
    }
    close()
    // A text shorter than a run is one run.
    if window.count < Self.runLength, !window.isEmpty { sample.add(Self.run(window, from: 0)) }
    (hashes, isComplete) = sample.finished()
  }

  private static func run(_ words: [UInt64], from start: Int) -> UInt64 {
    var hash = Hash()
    for offset in words.indices {
      let word = words[(start + offset) % words.count]
      hash.add(UInt32(truncatingIfNeeded: word))
      hash.add(UInt32(truncatingIfNeeded: word >> 32))
    }
    return hash.value
  }

  /// How much of each text the other holds, from 0 to 1; estimated for texts of more than 4,096 runs.
  /// - Complexity: O(1): at most 8,192 hashes are looked at.
  package func overlap(with other: TextFingerprint) -> (ofSelf: Double, ofOther: Double) {
    // Beyond the last hash of a part it is not known what is missing.
    var limit = UInt64.max
    if !isComplete { limit = min(limit, hashes.last ?? 0) }
    if !other.isComplete { limit = min(limit, other.hashes.last ?? 0) }
    let a = hashes.prefix { $0 <= limit }
    let b = other.hashes.prefix { $0 <= limit }
    var (i, j, shared) = (a.startIndex, b.startIndex, 0)
    while i < a.endIndex, j < b.endIndex {
      if a[i] == b[j] {
        shared += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    guard !a.isEmpty, !b.isEmpty else { return (0, 0) }
    return (Double(shared) / Double(a.count), Double(shared) / Double(b.count))
  }

  /// FNV-1a over code points, then mixed, so that its smallest values are a fair sample.
  private struct Hash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ value: UInt32) {
      state ^= UInt64(value)
      state = state &* 0x100_0000_01B3
    }

    /// The last step of SplitMix64.
    var value: UInt64 {
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// The smallest different values of a sequence.
  private struct SmallestHashes {
    let capacity: Int
    private var values: [UInt64] = []
    private var limit = UInt64.max
    private var isComplete = true

    init(capacity: Int) { self.capacity = capacity }

    mutating func add(_ value: UInt64) {
      guard value <= limit else {
        isComplete = false
        return
      }
      values.append(value)
      if values.count >= 4 * capacity { shrink() }
    }

    private mutating func shrink() {
      values.sort()
      var different: [UInt64] = []
      for value in values where value != different.last { different.append(value) }
      if different.count > capacity {
        different.removeSubrange(capacity...)
        limit = different[capacity - 1]
        isComplete = false
      }
      values = different
    }

    mutating func finished() -> (hashes: [UInt64], isComplete: Bool) {
      shrink()
      return (values, isComplete)
    }
  }
}

extension Unicode.Scalar {
  /// In lower case where that is one code point.
  fileprivate var lowered: UInt32 {
    if value < 0x80 { return (0x41...0x5A).contains(value) ? value | 0x20 : value }
    let lower = properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? value : value
  }

  /// Within a word: apostrophes, soft hyphens, marks.
  fileprivate var isJoiner: Bool {
    value == 0xAD || value == 0x27 || value == 0x2019
      || properties.generalCategory == .nonspacingMark
  }
}
