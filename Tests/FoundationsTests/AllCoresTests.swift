import Foundations
import Synchronization
import Testing

/// What is worked out on all cores is what `map` gives, and nothing leaks where it fails.
@Suite struct AllCoresTests {
  private final class Numbered: Sendable {
    let number: Int
    init(_ number: Int) { self.number = number }
  }

  private struct Weak {
    weak var it: Numbered?
  }

  private struct Refused: Error {}

  @Test(arguments: [0, 1, 499, 1000, 1001, 5003])
  func theOrderStays(_ count: Int) throws {
    let mapped = try Array(0..<count).mappedOnAllCores { number in
      Result<Numbered, Refused>.success(Numbered(number))
    }
    #expect(mapped.map(\.number) == Array(0..<count))
  }

  /// The first that fails is named, wherever other cores fail; those made before are let go.
  @Test(arguments: [[0], [4999], [700, 2600], [2499, 2500, 4000], [3000, 10]])
  func theFirstFaultIsNamed(_ bad: [Int]) {
    let numbers = Array(0..<5000)
    let made = Mutex([Weak]())
    let fault = #expect(throws: ElementError<Refused>.self) {
      _ = try numbers.mappedOnAllCores { number in
        guard !bad.contains(number) else { return Result<Numbered, Refused>.failure(Refused()) }
        let numbered = Numbered(number)
        made.withLock { $0.append(Weak(it: numbered)) }
        return .success(numbered)
      }
    }
    #expect(fault?.index == bad.min())
    #expect(made.withLock { $0.allSatisfy { $0.it == nil } })
  }
}
