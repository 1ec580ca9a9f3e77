/// `order` rearranged by ascending key, those of equal key in the order given.
/// - Complexity: O(count + bound), keys within 0..<bound
func stableOrder(_ order: [Int32], by key: [Int32], bound: Int) -> [Int32] {
  var next = [Int](repeating: 0, count: bound + 1)
  for place in order { next[Int(key[Int(place)]) + 1] += 1 }
  for value in 0..<bound { next[value + 1] += next[value] }
  var result = [Int32](repeating: 0, count: order.count)
  for place in order {
    let value = Int(key[Int(place)])
    result[next[value]] = place
    next[value] += 1
  }
  return result
}

/// Names without repetition in order of their UTF-8 bytes, and the place of each name given in it.
/// - Complexity: O(count + different · log different)
func numbered(_ names: some Collection<String>) -> (sorted: [String], numbers: [Int32]) {
  var firstSeen: [String: Int32] = [:]
  var seen: [String] = []
  var numbers: [Int32] = []
  numbers.reserveCapacity(names.count)
  for name in names {
    if let number = firstSeen[name] {
      numbers.append(number)
    } else {
      firstSeen[name] = Int32(seen.count)
      numbers.append(Int32(seen.count))
      seen.append(name)
    }
  }
  let order = seen.indices.sorted { seen[$0].utf8.lexicographicallyPrecedes(seen[$1].utf8) }
  var place = [Int32](repeating: 0, count: seen.count)
  for (rank, index) in order.enumerated() { place[index] = Int32(rank) }
  return (order.map { seen[$0] }, numbers.map { place[Int($0)] })
}
