public import Foundations

extension CompiledScenario {
  /// Streams every feasible package in lexicographic order; nothing is kept.
  ///
  /// - Parameter visit: receives the package and each party's exact utility; stops when it says
  ///   false.
  /// - Throws: `AnalysisError.tooManyPackages` past `limit`, what `visit` or the checkpoint throws.
  /// - Complexity: O(packages); for a scenario of many issues ask for the frontier instead.
  public func forEachPackage(
    limit: Int = 100_000_000, checkpoint: Checkpoint = Checkpoint(),
    _ visit: (Scenario.Package, [ExactValue]) throws -> Bool
  ) throws {
    guard let count = packageCount.exact, count <= UInt64(max(0, limit)) else {
      throw AnalysisError.tooManyPackages(packageCount, limit: limit)
    }
    switch scores {
    case .small(let model): try model.forEachPackage(checkpoint: checkpoint, visit)
    case .wide(let model): try model.forEachPackage(checkpoint: checkpoint, visit)
    }
  }
}

extension ScoreModel {
  fileprivate func forEachPackage(
    checkpoint: Checkpoint, _ visit: (Scenario.Package, [ExactValue]) throws -> Bool
  ) throws {
    let walk = PackageWalk(self)
    var continues = true
    try walk.forEachStretch(checkpoint: checkpoint) { stretch in
      if !continues { return }
      try walk.forEachPackage(of: stretch) { index, columns, included in
        if !continues { return }
        continues = try visit(
          Scenario.Package(PackageWalk<S>.options(at: index, optionCounts: optionCounts)),
          values(finished(columns, included: included)))
      }
    }
  }
}
