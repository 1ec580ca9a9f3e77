import Foundation
import Foundations
import Testing

/// A list in pieces is an array in all but the cost of its copies.
@Suite struct PiecewiseListTests {
  @Test(arguments: [0, 1, 511, 512, 513, 5000])
  func itHoldsWhatAnArrayHolds(_ count: Int) throws {
    let array = (0..<count).map { "\($0)" }
    let list = PiecewiseList(array)
    #expect(Array(list) == array && list.count == count && list.map(\.self) == array)
    #expect(list.indices.allSatisfy { list[$0] == array[$0] })
    #expect(PiecewiseList(count: count) { $0.map { "\($0)" } } == list)
    let data = try JSONEncoder().encode(list)
    #expect(try data == JSONEncoder().encode(array))
    #expect(try JSONDecoder().decode(PiecewiseList<String>.self, from: data) == list)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func whateverIsDoneToItIsDoneToItsCopyAlone(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var array = Array(0..<Int.random(in: 0..<3000, using: &random))
    var list = PiecewiseList(array)
    for number in 0..<3000 {
      let (copy, before) = (list, array)
      switch Int.random(in: 0..<(array.isEmpty ? 1 : 4), using: &random) {
      case 0, 1:
        let place = Int.random(in: 0...array.count, using: &random)
        array.insert(-number, at: place)
        list.insert(-number, at: place)
      case 2:
        let place = array.indices.randomElement(using: &random) ?? 0
        #expect(array.remove(at: place) == list.remove(at: place))
      default:
        array.append(number)
        list.append(number)
      }
      #expect(list.count == array.count && list.last == array.last && list.first == array.first)
      guard number % 300 == 0 else { continue }
      #expect(Array(list) == array && Array(copy) == before)
      #expect(list == PiecewiseList(array) && list.hashValue == PiecewiseList(array).hashValue)
      #expect((list == copy) == (array == before))
    }
    list.removeAll { $0 < 0 }
    array.removeAll { $0 < 0 }
    #expect(Array(list) == array)
    list.removeLast(array.count / 2)
    array.removeLast(array.count / 2)
    #expect(
      Array(list) == array && Array(list.filter { $0 % 2 == 0 }) == array.filter { $0 % 2 == 0 })
  }

  @Test(arguments: [0, 1, 2047, 2048, 10_001]) func elementsMadeOnAllCoresAreInOrder(_ count: Int) {
    let made: [Int] = Parallel.array(count: count) { range, add in
      for place in range { add(place * 3) }
    }
    #expect(made == (0..<count).map { $0 * 3 })
  }
}
