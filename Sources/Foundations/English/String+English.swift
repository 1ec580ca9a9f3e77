extension String {
  /// `Norland's`, `the Skarv Islands'`: what is theirs.
  package var possessive: String { self + (last == "s" || last == "S" ? "'" : "'s") }
}
