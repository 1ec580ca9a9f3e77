import CaseModel
import Extraction

/// How well candidates agree with reports that a person found.
///
/// Two spans agree where what they share is at least half of what they cover together; exactly, where
/// they are equal but for white space and marks at their ends. A candidate answers to one report at
/// most. Candidates within other words are left out, as corpora mark no words twice.
struct AttributionScore: CustomStringConvertible {
  struct Count {
    var right = 0
    var found = 0
    var wanted = 0

    var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
    var recall: Double { wanted == 0 ? 0 : Double(right) / Double(wanted) }
    /// Harmonic mean of precision and recall.
    var f: Double { right == 0 ? 0 : 2 * precision * recall / (precision + recall) }
  }

  var source = Count()
  var cue = Count()
  var content = Count()
  var full = Count()
  /// Same spans exactly.
  var exact = Count()
  var misses: [String] = []

  mutating func add(_ gold: GoldAttributions, _ candidates: [Candidate]) {
    let ours = candidates.filter { $0.through == nil }.map {
      GoldAttributions.Report(
        source: $0.source.map { $0.start..<$0.end }, cue: $0.cue.map { $0.start..<$0.end },
        content: $0.content.map { $0.start..<$0.end })
    }
    count(\.source, gold.reports.map(\.source), ours.map(\.source))
    count(\.cue, gold.reports.map(\.cue), ours.map(\.cue))
    count(\.content, gold.reports.map(\.content), ours.map(\.content))
    var taken = Set<Int>()
    for report in gold.reports {
      full.wanted += 1
      exact.wanted += 1
      let match = ours.indices.first { place in
        !taken.contains(place) && Self.agree(ours[place].cue, report.cue)
          && Self.agree(ours[place].content, report.content)
          && Self.agree(ours[place].source, report.source)
      }
      if let match {
        taken.insert(match)
        full.right += 1
        if trimmed(ours[match].content, gold) == trimmed(report.content, gold),
          trimmed(ours[match].source, gold) == trimmed(report.source, gold),
          trimmed(ours[match].cue, gold) == trimmed(report.cue, gold)
        {
          exact.right += 1
        } else {
          misses.append(
            "~ \(gold.name) \(describe(report, gold))\n    \(describe(ours[match], gold))")
        }
      } else {
        misses.append("- \(gold.name) \(describe(report, gold))")
      }
    }
    for place in ours.indices where !taken.contains(place) {
      misses.append("+ \(gold.name) \(describe(ours[place], gold))")
    }
    full.found += ours.count
    exact.found += ours.count
  }

  private mutating func count(
    _ part: WritableKeyPath<AttributionScore, Count>, _ gold: [[Range<Int>]], _ ours: [[Range<Int>]]
  ) {
    var taken = Set<Int>()
    let wanted = gold.filter { !$0.isEmpty }
    for spans in wanted {
      guard
        let match = ours.indices.first(where: { !taken.contains($0) && Self.agree(ours[$0], spans) }
        )
      else { continue }
      taken.insert(match)
      self[keyPath: part].right += 1
    }
    self[keyPath: part].wanted += wanted.count
    self[keyPath: part].found += ours.count { !$0.isEmpty }
  }

  /// What is shared is at least half of what is covered.
  static func agree(_ a: [Range<Int>], _ b: [Range<Int>]) -> Bool {
    if a.isEmpty, b.isEmpty { return true }
    let shared = a.reduce(0) { sum, x in sum + b.reduce(0) { $0 + x.clamped(to: $1).count } }
    let covered = a.reduce(0) { $0 + $1.count } + b.reduce(0) { $0 + $1.count } - shared
    return shared * 2 >= covered && shared > 0
  }

  private func trimmed(_ spans: [Range<Int>], _ gold: GoldAttributions) -> [String] {
    let words = spans.map { gold.text.text($0.lowerBound, $0.upperBound) }.joined(separator: " ")
    return words.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private func describe(_ report: GoldAttributions.Report, _ gold: GoldAttributions) -> String {
    func words(_ spans: [Range<Int>]) -> String {
      spans.map { gold.text.text($0.lowerBound, $0.upperBound) }.joined(separator: " || ")
    }
    return "[\(words(report.source))] {\(words(report.cue))} «\(words(report.content))»"
  }

  private func number(_ value: Double) -> String { String(Int((value * 100).rounded())) }

  var description: String {
    [("source", source), ("cue", cue), ("content", content), ("full", full), ("exact", exact)].map {
      "\($0.0) F .\(number($0.1.f)) (P .\(number($0.1.precision)) R .\(number($0.1.recall)), \($0.1.right)/\($0.1.wanted))"
    }.joined(separator: "; ")
  }
}
