import CaseGenerator
import Foundation
import Interchange

extension Workload {
  /// Cases into the bytes of files.
  static let writing: [Workload] = FileLayout.Format.allCases.map { format in
    Workload(
      name: "write-\(format.rawValue)", about: "a case into the bytes of a \(format.rawValue) file",
      targets: [Target(bytesPerSecond: 50_000_000)],
      prepare: { size, _, kept in
        let theCase = GeneratedCase.make(statements: size)
        return {
          let bytes = CaseWriter.write(theCase, as: format)
          kept.value = bytes
          return bytes.count
        }
      })
  }
}
