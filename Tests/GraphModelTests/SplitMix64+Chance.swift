import Foundations

extension SplitMix64 {
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}
