/// Phrases that are looked for, by their words, so that a text is gone through once however many there
/// are.
struct PhraseTree {
  private struct Branch {
    let word: SoughtWord
    let node: Int
  }

  private struct Node {
    var branches: [Branch] = []
    /// Branches by the letters with which a word that they take begins.
    var byLetters: [String: [Int]] = [:]
    /// The same branch again, by what makes it the same.
    var known: [String: Int] = [:]
    var isEnd = false
  }

  private var nodes = [Node()]

  /// Fewer branches are tried one by one.
  private static let few = 6

  mutating func insert(_ phrase: [SoughtWord]) {
    var place = 0
    for word in phrase {
      let key = "\(word.begins ? "b" : "")\(word.inflects ? "i" : "")|\(word.form.raw)"
      if let known = nodes[place].known[key] {
        place = nodes[place].branches[known].node
        continue
      }
      nodes.append(Node())
      let next = nodes.count - 1
      let branch = nodes[place].branches.count
      nodes[place].branches.append(Branch(word: word, node: next))
      nodes[place].known[key] = branch
      for letters in word.keys { nodes[place].byLetters[letters, default: []].append(branch) }
      place = next
    }
    nodes[place].isEnd = true
  }

  /// Where the longest phrase ends that begins at a word of a text, in code points.
  func end(from place: Int, in text: FoldedText) -> Int? { end(0, place, text, 0) }

  private func end(_ node: Int, _ place: Int, _ text: FoldedText, _ depth: Int) -> Int? {
    var best = nodes[node].isEnd && place > 0 ? text.words[place - 1].end : nil
    guard place < text.words.count, !nodes[node].branches.isEmpty, depth < 60 else { return best }
    func follow(_ word: FoldedText.Word, _ count: Int) {
      for branch in branches(of: node, for: word) where branch.word.matches(word) {
        if let end = end(branch.node, place + count, text, depth + 1) { best = max(best ?? 0, end) }
      }
    }
    follow(text.words[place], 1)
    if text.words[place].isBound {
      for (word, count) in text.joined(at: place) { follow(word, count) }
    }
    return best
  }

  private func branches(of node: Int, for word: FoldedText.Word) -> [Branch] {
    let all = nodes[node].branches
    if all.count <= Self.few { return all }
    var places: Set<Int> = []
    for spelling in word.all.flatMap({ [$0.raw, $0.plain, $0.other] }) {
      for count in 1...3 {
        places.formUnion(nodes[node].byLetters[spelling.firstLetters(count)] ?? [])
      }
    }
    return places.sorted().map { all[$0] }
  }
}
