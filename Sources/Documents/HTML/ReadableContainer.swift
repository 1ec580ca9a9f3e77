/// The container on a page in which the readable part begins: the smallest that holds most of its running text.
struct ReadableContainer {
  let regions: PageRegions

  /// - Complexity: O(containers).
  func root() -> Int {
    let total = regions.weights[0].prose
    func best(_ role: HTMLBox.Role, _ share: Double) -> Int? {
      let boxes = regions.content.boxes
      let found = boxes.indices.filter {
        boxes[$0].role == role && Double(regions.weights[$0].prose) >= share * Double(total)
      }
      // The outermost, which is first.
      return found.first
    }
    var root = best(.article, 0.6) ?? best(.main, 0.5) ?? best(.bodyOfArticle, 0.6) ?? 0
    let children = self.children
    while let child = children[root], regions.content.boxes[child].role != .table,
      regions.content.boxes[child].role != .list
    {
      guard regions.weights[child].prose * 100 >= regions.weights[root].prose * 85 else { break }
      root = child
    }
    return root
  }

  /// Of each container, the one directly within that holds most running text.
  private var children: [Int: Int] {
    var children: [Int: Int] = [:]
    for index in regions.content.boxes.indices.dropFirst() {
      let parent = regions.content.boxes[index].parent
      let prose = regions.weights[index].prose
      if prose > 0, prose > children[parent].map({ regions.weights[$0].prose }) ?? 0 {
        children[parent] = index
      }
    }
    return children
  }

  /// The root with all within, and its neighbours on every level up that are text as well.
  func kept(_ root: Int) -> [Bool] {
    let boxes = regions.content.boxes
    var kept = [Bool](repeating: false, count: boxes.count)
    var isOnPath = kept
    var box = root
    isOnPath[root] = true
    while box != 0 {
      box = boxes[box].parent
      isOnPath[box] = true
    }
    kept[root] = true
    for index in boxes.indices.dropFirst() where index != root {
      let parent = boxes[index].parent
      if isOnPath[index], !regions.contains(root, index) {
        // What stands in an ancestor of the root without a container of its own.
        kept[index] = regions.hints[index] == nil && index != 0
      } else if isOnPath[parent], parent != root {
        kept[index] = isText(index, besides: root)
      } else {
        kept[index] = kept[parent]
      }
    }
    return kept
  }

  /// Whether a neighbour of the root belongs to the readable part.
  private func isText(_ box: Int, besides root: Int) -> Bool {
    let weight = regions.weights[box]
    guard weight.prose > 0, regions.hints[box] == nil, weight.linkShare < 0.25, !weight.isTeasers
    else { return false }
    if weight.prose * 100 >= regions.weights[root].prose * 8 { return true }
    return box < root && weight.blocks <= 4
  }
}
