/// Says by which options of the lens a result goes.
package protocol LensScope {
  static var lensOptions: [LensOption] { get }
}

/// What chooses evidence, parties and issues, for results that are not views.
package enum EveryView: LensScope {
  package static let lensOptions = LensOption.all.filter { $0 != .since }
}
