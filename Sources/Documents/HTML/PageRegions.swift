internal import CaseModel

/// What the blocks and containers of a page weigh: how much running text, how many links.
struct PageRegions {
  /// Of one container with everything within.
  struct Weight {
    var letters = 0
    var linkLetters = 0
    /// Of running text that nothing marks as other than the readable part.
    var prose = 0
    var blocks = 0
    var headings = 0
    var linkedHeadings = 0

    var linkShare: Double { letters == 0 ? 0 : Double(linkLetters) / Double(letters) }

    var plainLetters: Int { letters - linkLetters }

    /// Headlines that lead elsewhere, each with a line or two.
    var isTeasers: Bool { linkedHeadings >= 2 && linkedHeadings * 10 >= headings * 6 }

    static func += (a: inout Weight, b: Weight) {
      a.letters += b.letters
      a.linkLetters += b.linkLetters
      a.prose += b.prose
      a.blocks += b.blocks
      a.headings += b.headings
      a.linkedHeadings += b.linkedHeadings
    }
  }

  let content: HTMLContent
  /// Of each block, in letters; a letter of a script without alphabet counts for three.
  let sizes: [Int]
  /// Whether a block ends as a sentence does.
  let isSentence: [Bool]
  /// Whether a block by itself is running text.
  let isRunning: [Bool]
  /// Of each container: why it and all within is not the readable part.
  private(set) var hints: [ReadDocument.CutReason?]
  private(set) var weights: [Weight]

  /// - Complexity: O(text).
  init(_ content: HTMLContent) {
    self.content = content
    sizes = content.blocks.map(\.size)
    isSentence = content.blocks.map(\.endsSentence)
    var running: [Bool] = []
    for (index, block) in content.blocks.enumerated() {
      running.append(block.isRunning(size: sizes[index], isSentence: isSentence[index]))
    }
    isRunning = running
    hints = content.boxes.map(\.hint)
    weights = []
    dismissHints()
    inherit()
    weights = weigh { hint(of: $0) == nil }
  }

  /// Why a block is not the readable part, by what contains it and by its own element.
  func hint(of block: Int) -> ReadDocument.CutReason? {
    let block = content.blocks[block]
    return hints[block.box] ?? block.hint
  }

  /// Running text that nothing marks as something else.
  func isProse(_ block: Int) -> Bool { isRunning[block] && hint(of: block) == nil }

  /// Whether `outer` is `box` or contains it.
  func contains(_ outer: Int, _ box: Int) -> Bool {
    var box = box
    while box > outer { box = content.boxes[box].parent }
    return box == outer
  }

  /// A class name alone does not make most of a page's text something else.
  private mutating func dismissHints() {
    let all = weigh { _ in true }
    let total = all[0].prose
    guard total > 0 else { return }
    var comments = 0
    for (index, box) in content.boxes.enumerated() where hints[index] == .comments {
      if !isWithin(.comments, box.parent) { comments += all[index].prose }
    }
    for index in hints.indices where hints[index] != nil {
      // A page of a forum consists of comments.
      let isMost =
        hints[index] == .comments
        ? comments * 10 > total * 7
        : all[index].prose * 2 > total && all[index].plainLetters * 2 > all[0].plainLetters
      if isMost { hints[index] = nil }
    }
  }

  private func isWithin(_ reason: ReadDocument.CutReason, _ box: Int) -> Bool {
    var box = box
    while box != 0 {
      if content.boxes[box].hint == reason { return true }
      box = content.boxes[box].parent
    }
    return false
  }

  private mutating func inherit() {
    for index in hints.indices.dropFirst() {
      hints[index] = hints[content.boxes[index].parent] ?? hints[index]
    }
  }

  private func weigh(_ counts: (Int) -> Bool) -> [Weight] {
    var weights = [Weight](repeating: Weight(), count: content.boxes.count)
    for (index, block) in content.blocks.enumerated() {
      var weight = Weight()
      weight.letters = block.letters
      weight.linkLetters = block.linkLetters
      weight.blocks = 1
      if case .heading = block.kind {
        weight.headings = 1
        weight.linkedHeadings = block.linkShare > 0.8 ? 1 : 0
      }
      if isRunning[index], counts(index) { weight.prose = sizes[index] }
      weights[block.box] += weight
    }
    for index in weights.indices.dropFirst().reversed() {
      let weight = weights[index]
      weights[content.boxes[index].parent] += weight
    }
    return weights
  }
}

extension HTMLBlock {
  fileprivate var size: Int {
    var size = letters
    for scalar in text.unicodeScalars where scalar.value >= 0x2E80 { size += 2 }
    return size
  }

  /// Closing quotation marks, brackets and the number of a note may follow the stop.
  fileprivate var endsSentence: Bool {
    var isInBrackets = false
    for scalar in text.unicodeScalars.suffix(8).reversed() {
      if isInBrackets, (0x30...0x39).contains(scalar.value) { continue }
      isInBrackets = scalar == "]" || scalar == ")"
      switch scalar {
      case ".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।", "։", "።", ":", ";": return true
      case "\"", "'", "”", "’", "»", "“", ")", "]", "(", "[", " ", "」", "』", "\u{A0}", "*": continue
      default: return false
      }
    }
    return false
  }

  fileprivate func isRunning(size: Int, isSentence: Bool) -> Bool {
    if case .heading = kind { return false }
    switch kind {
    case .caption: return false
    case .row: return size >= 200 && linkShare < 0.5
    case .listItem, .definition: return size >= 60 && isSentence && linkShare < 0.35
    default: break
    }
    if size >= 140, isSentence { return linkShare < 0.55 }
    return linkShare < 0.35 && (size >= 100 || size >= 40 && isSentence)
  }
}
