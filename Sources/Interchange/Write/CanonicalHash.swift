package import CaseModel

extension Case {
  /// SHA-256 of the case's canonical YAML, in hexadecimal: equal for equal cases.
  /// - Complexity: O(size of the case).
  package var canonicalHash: String {
    SHA256Digest(of: CaseWriter.write(self, as: .yaml)).hex
  }
}
