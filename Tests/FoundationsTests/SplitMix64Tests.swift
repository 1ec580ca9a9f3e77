import Foundations
import Testing

@Suite struct SplitMix64Tests {
  /// The first numbers of seed 1234567 in the authors' own implementation.
  @Test func publishedNumbers() {
    var random = SplitMix64(seed: 1_234_567)
    let found = (0..<5).map { _ in random.next() }
    #expect(
      found == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func boundsAreKept() {
    var random = SplitMix64(seed: 1, index: 2)
    #expect(random.below(0) == 0)
    #expect(random.below(1) == 0)
    var counts = [Int](repeating: 0, count: 3)
    for _ in 0..<30_000 { counts[random.below(3)] += 1 }
    #expect(counts.allSatisfy { (9_600...10_400).contains($0) }, "\(counts)")
  }

  @Test func streamsDiffer() {
    var seen: Set<UInt64> = []
    for seed in UInt64(0)..<50 {
      for index in 0..<50 {
        var random = SplitMix64(seed: seed, index: index)
        seen.insert(random.next())
      }
    }
    #expect(seen.count == 2500)
  }
}
