internal import StateOfPlay
internal import Synchronization

/// The case as it was last looked at through each lens, while it is kept elsewhere.
final class LatestLooks: Sendable {
  private struct Kept: Sendable {
    weak var look: LensedCase?
  }

  private let kept = Mutex<[Lens: Kept]>([:])

  func look(_ lens: Lens) -> LensedCase? { kept.withLock { $0[lens]?.look } }

  func note(_ look: LensedCase) {
    kept.withLock { kept in
      kept = kept.filter { $0.value.look != nil }
      kept[look.lens] = Kept(look: look)
    }
  }
}
