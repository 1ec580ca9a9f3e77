import Synchronization

/// How much the engine and its twin were compared, and for how long; the last line printed tells the
/// whole.
final class Tally: Sendable {
  private let start = ContinuousClock.now
  private let counts = Mutex((models: 0, verdicts: 0))

  /// Adds what one shape compared, and says what there is by now.
  func add(models: Int, _ verdicts: Int) -> String {
    let (allModels, allVerdicts) = counts.withLock { counts in
      counts.models += models
      counts.verdicts += verdicts
      return counts
    }
    let seconds = (ContinuousClock.now - start).components.seconds
    return "\(allModels) models, \(allVerdicts) verdicts, \(seconds) s"
  }
}
