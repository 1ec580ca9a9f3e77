internal import CaseModel

/// A set of names, each by its number, as bits.
struct NameBits: Hashable {
  /// Without zeros at the end, so that equal sets are equal.
  private var words: [UInt64] = []

  init() {}

  init(_ numbers: some Sequence<Int>) {
    for number in numbers {
      while words.count <= number / 64 { words.append(0) }
      words[number / 64] |= 1 << UInt64(number % 64)
    }
  }

  private subscript(_ place: Int) -> UInt64 { place < words.count ? words[place] : 0 }

  private func combined(_ other: NameBits, _ each: (UInt64, UInt64) -> UInt64) -> NameBits {
    var result = NameBits()
    for place in 0..<max(words.count, other.words.count) {
      result.words.append(each(self[place], other[place]))
    }
    while result.words.last == 0 { result.words.removeLast() }
    return result
  }

  func union(_ other: NameBits) -> NameBits { combined(other, |) }
  func intersection(_ other: NameBits) -> NameBits { combined(other, &) }
  func subtracting(_ other: NameBits) -> NameBits { combined(other) { $0 & ~$1 } }

  func isSubset(of other: NameBits) -> Bool {
    words.indices.allSatisfy { words[$0] & ~other[$0] == 0 }
  }

  func isDisjoint(with other: NameBits) -> Bool {
    words.indices.allSatisfy { words[$0] & other[$0] == 0 }
  }
}

/// What a set holds and leaves out by name.
struct SetContents: Hashable {
  /// Its members without those left out by name.
  let held: NameBits
  let except: NameBits
  /// Left out by name without being members themselves, as a part of one.
  let partsLeftOut: NameBits
  /// More may belong to it.
  let isOpen: Bool

  /// `number` numbers the names of the issue.
  init(_ set: MemberSet, number: (Slug) -> Int) {
    let members = NameBits(set.members.map(number))
    except = NameBits(set.except.map(number))
    held = members.subtracting(except)
    partsLeftOut = except.subtracting(members)
    isOpen = set.open
  }

  /// Two closed sets conflict when they differ; an open one with a closed one when it holds
  /// something that one lacks, or leaves out by name something it holds.
  func conflicts(with other: SetContents) -> Bool {
    switch (isOpen, other.isOpen) {
    case (false, false): held != other.held || partsLeftOut != other.partsLeftOut
    case (true, false): !held.isSubset(of: other.held) || !other.held.isDisjoint(with: except)
    case (false, true): other.conflicts(with: self)
    case (true, true): false
    }
  }
}
