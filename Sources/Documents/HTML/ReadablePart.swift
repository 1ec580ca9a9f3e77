internal import CaseModel

/// Decides which blocks of a page are its readable part, by our own rule.
///
/// Running text is what counts: long blocks with few links that end as sentences do. The part begins in
/// the smallest container that holds most of it; neighbours join where they are text as well; short
/// blocks are kept between and right after running text, and headings where something kept follows.
/// Compare C. Kohlschütter, P. Fankhauser, W. Nejdl, "Boilerplate Detection using Shallow Text
/// Features", WSDM 2010, for the features; the rule is different.
struct ReadablePart {
  typealias Reason = ReadDocument.CutReason

  private let regions: PageRegions
  private let blocks: [HTMLBlock]
  private let titles: [String]
  /// Of each block; nil where it is kept.
  private(set) var reasons: [Reason?]
  /// There is no running text, so that nothing was cut but what is marked on the page.
  private(set) var isWithoutProse = false
  /// Of all that is written on the page.
  let linkShare: Double

  /// - Parameter titles: what the page states to be its title, by which its headline is known.
  /// - Complexity: O(text).
  init(_ content: HTMLContent, titles: [String]) {
    regions = PageRegions(content)
    blocks = content.blocks
    linkShare = regions.weights[0].linkShare
    self.titles = titles.map(\.comparable).filter { $0.utf8.count >= 4 }
    reasons = [Reason?](repeating: .outside, count: blocks.count)
    guard regions.weights[0].prose > 0 else {
      keepWhatIsUnmarked()
      return
    }
    let container = ReadableContainer(regions: regions)
    let root = container.root()
    let kept = container.kept(root)
    for index in blocks.indices {
      reasons[index] =
        kept[blocks[index].box]
        ? nil : regions.hint(of: index) ?? Boilerplate.reason(blocks[index]) ?? .outside
    }
    cutWithin(root, kept)
    keepHeadline()
    trimEnds(root)
    dropEmptyHeadings()
  }

  // MARK: Within the container

  private mutating func cutWithin(_ root: Int, _ kept: [Bool]) {
    let linkBoxes = linkBoxes(root)
    for index in blocks.indices where reasons[index] == nil {
      let block = blocks[index]
      if let hint = regions.hints[block.box] {
        reasons[index] = hint
      } else if let hint = block.hint, !regions.isRunning[index] || hint != .teasers {
        reasons[index] = hint
      } else if let reason = Boilerplate.reason(block) {
        reasons[index] = reason
      } else if let reason = linkBoxes[block.box], reason == .teasers || !regions.isProse(index) {
        reasons[index] = reason
      } else if block.linkShare >= 0.7, block.letters < 200, !block.isHeading {
        reasons[index] = .links
      }
    }
  }

  /// Containers within the root that hold links or teasers.
  private func linkBoxes(_ root: Int) -> [Reason?] {
    let boxes = regions.content.boxes
    var reasons = [Reason?](repeating: nil, count: boxes.count)
    let total = regions.weights[root].prose
    let first = firstBlocks
    let cutsTeasers = !consistsOfTeasers(root)
    for index in boxes.indices where index > root {
      if let reason = reasons[boxes[index].parent] {
        reasons[index] = reason
        continue
      }
      let weight = regions.weights[index]
      guard weight.prose * 2 < total else { continue }
      let limit = boxes[index].role == .table ? 0.9 : 0.6
      if weight.blocks > 1, weight.linkShare >= limit, !isAnnounced(index, first[index]) {
        reasons[index] = .links
      } else if weight.isTeasers, cutsTeasers {
        reasons[index] = .teasers
      }
    }
    return reasons
  }

  /// A page that lists news has nothing else to read.
  private func consistsOfTeasers(_ root: Int) -> Bool {
    let boxes = regions.content.boxes
    var isTeasers = [Bool](repeating: false, count: boxes.count)
    var prose = 0
    for index in boxes.indices where index > root {
      isTeasers[index] = isTeasers[boxes[index].parent] || regions.weights[index].isTeasers
      if isTeasers[index], !isTeasers[boxes[index].parent] { prose += regions.weights[index].prose }
    }
    return prose * 2 > regions.weights[root].prose
  }

  /// A list after a line that ends with a colon is part of the text.
  private func isAnnounced(_ box: Int, _ first: Int) -> Bool {
    regions.content.boxes[box].role == .list && first > 0
      && blocks[first - 1].text.hasSuffix(":") && !blocks[first - 1].isHeading
  }

  /// Of each container, the first block within.
  private var firstBlocks: [Int] {
    let boxes = regions.content.boxes
    var first = [Int](repeating: blocks.count, count: boxes.count)
    for index in blocks.indices.reversed() { first[blocks[index].box] = index }
    for index in boxes.indices.dropFirst().reversed() {
      first[boxes[index].parent] = min(first[boxes[index].parent], first[index])
    }
    return first
  }

  // MARK: Headline, beginning and end

  /// The headline, and what stands between it and the text, even outside the container.
  private mutating func keepHeadline() {
    guard let first = firstProse else { return }
    let headline =
      (0..<first).last { isTitle($0) } ?? (0..<first).last { blocks[$0].kind == .heading(1) }
    guard let headline else { return }
    // The outermost headline of the same words.
    reasons[headline] = nil
    guard headline + 1 < first else { return }
    for index in headline + 1..<first where reasons[index] == .outside {
      if regions.hint(of: index) == nil, Boilerplate.reason(blocks[index]) == nil,
        blocks[index].linkShare < 0.3, regions.sizes[index] >= 25, first - headline < 12
      {
        reasons[index] = nil
      }
    }
  }

  private var firstProse: Int? {
    blocks.indices.first { reasons[$0] == nil && regions.isProse($0) }
  }

  private func isTitle(_ index: Int) -> Bool {
    guard blocks[index].isHeading, regions.hints[blocks[index].box] != .teasers else {
      return false
    }
    let words = blocks[index].text.comparable
    return words.utf8.count >= 4 && titles.contains { $0.contains(words) || words.contains($0) }
  }

  /// Before the headline or first running text, and after the last, short blocks are mostly not text.
  private mutating func trimEnds(_ root: Int) {
    guard let first = firstProse,
      let last = blocks.indices.last(where: { reasons[$0] == nil && regions.isProse($0) })
    else { return }
    let headline =
      (0..<first).last { reasons[$0] == nil && isTitle($0) }
      ?? (0..<first).last { reasons[$0] == nil && blocks[$0].isHeading } ?? first
    var beginning = headline
    if headline == first {
      // Without a headline, short lines right before the text in its own container may be one.
      while beginning > 0, reasons[beginning - 1] == nil,
        blocks[beginning - 1].box == blocks[first].box,
        blocks[beginning - 1].linkShare < 0.2
      {
        beginning -= 1
      }
    }
    for index in 0..<beginning where reasons[index] == nil { reasons[index] = .outside }
    var isOver = false
    var box = blocks[last].box
    for index in blocks.indices where index > last && reasons[index] == nil {
      let block = blocks[index]
      let isRelated =
        block.box == box || regions.isSentence[index] || block.kind == .listItem
        || block.kind == .row || block.kind == .definition || block.kind == .caption
        || block.isHeading
      if isOver || !isRelated || block.linkShare > 0.4 {
        reasons[index] = .outside
        isOver = isOver || block.linkShare > 0.4
      } else if !block.isHeading {
        box = block.box
      }
    }
  }

  /// A heading is kept where something of its section is.
  private mutating func dropEmptyHeadings() {
    var isFollowed = [Bool](repeating: false, count: 8)
    for index in blocks.indices.reversed() where reasons[index] == nil {
      if case .heading(let level) = blocks[index].kind {
        if !isFollowed[level] { reasons[index] = .outside }
        // A heading of this level or a lower one above needs text of its own.
        for lower in level..<isFollowed.count { isFollowed[lower] = false }
      } else {
        for level in isFollowed.indices { isFollowed[level] = true }
      }
    }
  }

  /// No answer is empty where there is text.
  private mutating func keepWhatIsUnmarked() {
    isWithoutProse = true
    for index in blocks.indices { reasons[index] = regions.hint(of: index) }
    if !reasons.contains(nil) {
      for index in blocks.indices where reasons[index] != .hidden { reasons[index] = nil }
    }
    if !reasons.contains(nil) { reasons = reasons.map { _ in nil } }
  }
}

extension HTMLBlock {
  var isHeading: Bool {
    if case .heading = kind { return true }
    return false
  }
}

extension String {
  /// Letters and digits alone, in lower case.
  fileprivate var comparable: String {
    String(
      String.UnicodeScalarView(
        lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }
}
