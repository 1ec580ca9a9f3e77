import CaseGenerator
import CaseModel
import Foundation
import Interchange

extension Workload {
  /// Files into cases, beside the parsers of others.
  static let reading: [Workload] = [
    reader("read-yaml", .yaml, Target(seconds: 12, memory: 1_000_000_000)),
    Workload(
      name: "libyaml", about: "libyaml's own parse of the same file, its events discarded",
      prepare: { size, folder, _ in
        let bytes = try FileBytes.read(CaseFiles.path(.yaml, size, folder), limit: .max)
        return { try parseAlone(bytes) }
      }),
    PyYAML.workload,
    reader("read-json", .json), reader("read-jsonl", .jsonl, sizes: tens),
  ]

  private static func reader(
    _ name: String, _ format: FileLayout.Format, _ target: Target? = nil,
    sizes: [Int] = [1000, 10_000, 100_000]
  ) -> Workload {
    Workload(
      name: name, about: "a \(format.rawValue) file from disk into a case", sizes: sizes,
      targets: [target].compactMap(\.self),
      prepare: { size, folder, kept in
        let path = try CaseFiles.path(format, size, folder)
        return {
          let bytes = try FileBytes.read(path, limit: .max)
          var limits = ReadLimits()
          limits.fileSize = .max
          kept.value = try CaseReader.read(bytes, as: format, limits: limits)
          return bytes.count
        }
      })
  }
}
