import CaseGenerator
import CaseModel
import Foundation
import Interchange
import StateOfPlay

extension Workload {
  static let all: [Workload] = reading + writing + views + shapes

  private static let tens = [1000, 10_000, 100_000, 1_000_000]

  private static let reading: [Workload] = [
    reader("read-yaml", .yaml, Target(seconds: 12, memory: 1_000_000_000)),
    Workload(
      name: "libyaml", about: "libyaml's own parse of the same file, its events thrown away",
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
      name: name, about: "a \(format.rawValue) file from the disk into a case", sizes: sizes,
      target: target,
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

  private static let writing: [Workload] = FileLayout.Format.allCases.map { format in
    Workload(
      name: "write-\(format.rawValue)", about: "a case into the bytes of a \(format.rawValue) file",
      target: Target(bytesPerSecond: 50_000_000),
      prepare: { size, _, kept in
        let theCase = GeneratedCase.make(statements: size)
        return {
          let bytes = CaseWriter.write(theCase, as: format)
          kept.value = bytes
          return bytes.count
        }
      })
  }

  private static let views: [Workload] = [
    view("positions", "the matrix of positions", Target(seconds: 0.3), sizes: tens) {
      positions($0)
    },
    view("timeline", "everything dated on one axis", Target(seconds: 0.3), sizes: tens) {
      timeline($0)
    },
    view("commitments", "what was promised, and how far it is carried out") { commitments($0) },
    view("delegations", "who sat at each meeting") { delegations($0) },
    view("sources", "the documents and what was taken from them") {
      sources($0, texts: CaseTexts())
    },
    view("redacted-positions", "the matrix without what is confidential or rests on it") {
      var lens = Lens()
      lens.redact = true
      return positions($0, lens)
    },
    view("changes", "where positions changed") { changes($0) },
    view("contradictions", "statements that cannot all be right") { contradictions($0) },
    view("all-views", "all views together", Target(seconds: 1), sizes: [10_000, 100_000]) {
      (try? Overview($0)) as Any
    },
    view("check", "all integrity rules", Target(seconds: 5)) {
      IntegrityCheck.findings($0, texts: CaseTexts())
    },
    Workload(
      name: "generate", about: "making a case in memory", sizes: tens,
      prepare: { size, _, kept in
        {
          kept.value = GeneratedCase.make(statements: size)
          return nil
        }
      }),
  ]

  private static let shapes: [Workload] = [
    view(
      "one-cell", "positions of 1 party on 1 issue of 4 options",
      make: { GeneratedCase.crowded(statements: $0) }
    ) { positions($0) },
    view(
      "one-cell-values", "positions of 1 party on 1 issue, no two statements on one number",
      make: { GeneratedCase.crowded(statements: $0, valued: true) }
    ) { positions($0) },
    view(
      "million-cells", "positions of 1,000 parties on 1,000 issues",
      make: { GeneratedCase.crowded(statements: $0, parties: 1000, issues: 1000) }
    ) {
      positions($0)
    },
  ]

  private static func view(
    _ name: String, _ about: String, _ target: Target? = nil,
    sizes: [Int] = [1000, 10_000, 100_000],
    make: @escaping @Sendable (Int) -> Case = { GeneratedCase.make(statements: $0) },
    _ view: @escaping @Sendable (Case) -> Any
  ) -> Workload {
    Workload(
      name: name, about: about, sizes: sizes, target: target,
      prepare: { size, _, kept in
        let theCase = make(size)
        return {
          kept.value = view(theCase)
          return nil
        }
      })
  }
}
