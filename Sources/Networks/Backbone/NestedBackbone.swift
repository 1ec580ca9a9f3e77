public import Foundations

/// The concepts of a debate by how much its structure rests on them.
///
/// Concepts are taken away one by one, each time the one whose absence changes the spectrum of the
/// congruence between actors least; the backbone of any size is what is left, so that a smaller one
/// lies within a larger. The loss is the sum of the absolute differences between the normalised
/// eigenvalues of the Laplacian with all concepts and with those left, 0 to 2.
public struct NestedBackbone: Sendable {
  /// The concepts in the order they were taken away, least important first.
  public let removals: [Removal]

  /// A concept taken away.
  public struct Removal: Sendable, Hashable {
    /// Its name.
    public let concept: String
    /// The loss once it and those before it are gone.
    public let loss: Double
  }

  /// The concepts of the backbone of `size`, most important first.
  public func concepts(size: Int) -> [String] {
    removals.suffix(max(0, size)).reversed().map(\.concept)
  }

  /// The size whose loss times e^(−p · (N − size) / N) is least, of N concepts; at least 1. Of several
  /// that are as good, as where many concepts can go without any loss, the smallest.
  /// - Parameter penalty: p, how strongly small backbones are preferred.
  public func size(penalty: Double) -> Int {
    let count = Double(removals.count)
    var best = (size: removals.count, value: 0.0)
    var isFirst = true
    // The last removal leaves nothing.
    for (index, removal) in removals.dropLast().enumerated() {
      let gone = Double(index + 1)
      let value = removal.loss * exponential(-penalty * gone / count)
      // Less than that is the rounding of eigenvalues.
      if isFirst || value <= best.value + 1e-9 {
        best = (removals.count - index - 1, isFirst ? value : min(value, best.value))
      }
      isFirst = false
    }
    return best.size
  }
}

extension StatementTable {
  /// The nested backbone of a selection's network of actors.
  /// - Throws: `NetworkError.tooManyActors` above 500 actors, or what `checkpoint` throws.
  /// - Complexity: at most concepts² / 2 spectra of O(actors³) each, on all cores; bounds spare some
  public func nestedBackbone(
    _ selection: Selection = Selection(), checkpoint: Checkpoint = Checkpoint()
  ) throws -> NestedBackbone {
    let repetition = Repetition(self, selection.duplicates, selection.departures)
    let sample = Sample(self, selection, repetition)
    var search = try BackboneSearch(
      sample, ofDegrees: selection.departures.contains(.degreesForLaplacian))
    return NestedBackbone(
      removals: try search.run(checkpoint).map {
        NestedBackbone.Removal(concept: concepts[$0.concept], loss: $0.loss)
      })
  }
}
