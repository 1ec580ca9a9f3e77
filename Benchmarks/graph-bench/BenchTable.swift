/// The rows as Markdown, with targets met and missed.
struct BenchTable {
  private var models: [String] = []
  private var questions: [String] = []
  private var totals: [String: Measured] = [:]
  private(set) var missed = 0

  mutating func add(_ row: BenchRow, _ measured: Measured) {
    totals[row.name] = measured
    let spread = "\(Self.time(measured.total.least)) – \(Self.time(measured.total.most))"
    let bytes = measured.peak.map { Double($0) / Double(max(1, measured.states)) }
    // Of a small model most is the program itself.
    let memory = measured.peak.map {
      measured.states < 1 << 18 ? "\($0 >> 20) MB" : "\($0 >> 20) MB, \(Int(bytes ?? 0)) B a state"
    }
    let targets = self.targets(row, measured, bytes)
    guard let preferences = measured.preferences else {
      questions.append(
        "| \(row.title) | \(Self.time(measured.total.median)) | \(spread) "
          + "| \(Self.time(measured.processor)) | \(memory ?? "") | \(targets) |")
      return
    }
    let alone = measured.concepts.map { Self.time($0.median) }.joined(separator: " | ")
    models.append(
      "| \(row.title) | \(Self.time(preferences.median)) | \(alone) "
        + "| \(Self.time(measured.together.median)) | \(Self.time(measured.total.median)) | \(spread) "
        + "| \(Self.time(measured.processor)) | \(memory ?? "") | \(growth(row, measured)) | \(targets) |"
    )
  }

  var markdown: String {
    var text = ""
    if !models.isEmpty {
      text += """
        | Model | Preferences | Nash | GMR | SMR | SEQ | SSEQ | First four | With preferences | Least – most | Processor | Peak memory | Growth | Target |
        |:--|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|:--|

        """ + models.joined(separator: "\n") + "\n\n"
    }
    if !questions.isEmpty {
      text += """
        | Question | Median | Least – most | Processor | Peak memory | Target |
        |:--|--:|--:|--:|--:|:--|

        """ + questions.joined(separator: "\n") + "\n"
    }
    return text
  }

  /// By processor time, which other programs on the machine lengthen least.
  private func growth(_ row: BenchRow, _ measured: Measured) -> String {
    guard let grows = row.grows, let from = totals[grows.from], from.processor > 0 else {
      return ""
    }
    return
      "×\(Self.digits(measured.processor / from.processor, 1)) for ×\(measured.states / from.states)"
  }

  private mutating func targets(_ row: BenchRow, _ measured: Measured, _ bytes: Double?) -> String {
    var marks: [String] = []
    func mark(_ words: String, _ isMet: Bool) {
      marks.append("\(words) \(isMet ? "✓" : "✗")")
      if !isMet { missed += 1 }
    }
    if let target = row.target { mark("≤ \(Self.time(target))", measured.total.median <= target) }
    if let most = row.bytes, let bytes { mark("≤ \(most) B a state", bytes <= Double(most)) }
    if let grows = row.grows, let from = totals[grows.from], from.processor > 0 {
      mark("≤ ×\(Self.digits(grows.times, 0))", measured.processor / from.processor <= grows.times)
    }
    return marks.joined(separator: ", ")
  }

  private static func time(_ value: Double) -> String {
    value < 1
      ? "\(Int((value * 1000).rounded())) µs"
      : value < 1000 ? "\(digits(value, 1)) ms" : "\(digits(value / 1000, 2)) s"
  }

  private static func digits(_ value: Double, _ places: Int) -> String {
    let scale = [1.0, 10, 100][places]
    let whole = Int((value * scale).rounded())
    guard places > 0 else { return "\(whole)" }
    let rest = "\(whole % Int(scale))"
    return "\(whole / Int(scale))." + String(repeating: "0", count: places - rest.count) + rest
  }
}
