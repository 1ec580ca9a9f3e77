import GraphModel
import Testing

@Suite struct StatusQuoTests {
  /// Distances by the literal induction on sequence length.
  private func literal(_ model: RandomModel, from start: Int, improving: Bool) -> [Int?] {
    let twin = model.twin
    var distance = [Int?](repeating: nil, count: twin.states)
    distance[start] = 0
    var front: Set<[Int]> = [[start, -1]]
    for length in 1...(twin.states * twin.moves.count + 1) {
      var next: Set<[Int]> = []
      for node in front {
        for mover in twin.makers where mover != node[1] {
          for target in twin.moves[mover][node[0]]
          where !improving || twin.leaves(mover, node[0], target, model.reading) {
            next.insert([target, mover])
            if distance[target] == nil { distance[target] = length }
          }
        }
      }
      front = next
    }
    return distance
  }

  @Test(arguments: Shape.allCases)
  func shortest(_ shape: Shape) throws {
    for index in 0..<8 {
      let model = try RandomModel.make(shape, seed: 51, index: index)
      let analysis = try model.analysis
      let number = Dictionary(uniqueKeysWithValues: model.states.enumerated().map { ($1, $0) })
      for improving in [false, true] {
        let start = index % model.twin.states
        let expected = literal(model, from: start, improving: improving)
        let found = try analysis.statusQuo(
          from: model.states[start], improvementsOnly: improving)
        for state in 0..<model.twin.states {
          #expect(
            try found.distance(to: model.states[state]) == expected[state],
            "\(shape) \(index) \(improving)")
          let path = try found.path(to: model.states[state])
          #expect(path?.count == expected[state])
          var place = start
          var last = -1
          for step in path ?? [] {
            let next = try #require(number[step.to])
            #expect(step.mover != last && model.twin.moves[step.mover][place].contains(next))
            place = next
            last = step.mover
          }
          if path != nil { #expect(place == state) }
        }
        #expect(found.reachable.count == expected.compactMap { $0 }.count)
      }
    }
  }
}
