internal import Foundations

/// One mover's groups of slots, each sorted by that mover's preference.
///
/// A group holds the slots that differ only in options the mover owns. With the best first, the
/// mover's improvements from a slot are the earlier part of its group, so the least value over all
/// improvements is a running minimum: no arcs are needed. Where some options are one-way, a slot is
/// reached only from slots whose one-way bits are among its own; the running minimum is then kept
/// per set of one-way bits.
struct Chains: Sendable {
  /// Per group, the members as numbers within the group; the top bit marks the first of a tier.
  private enum Entries: Sendable {
    case narrow([UInt16])
    case wide([UInt32])
  }

  private let entries: Entries
  private let mover: Cube.Mover
  private let size: Int
  /// For a number within a group, the mover's bits of the slot.
  private let offset: [Int32]
  /// For a number within a group, its one-way bits, packed.
  private let oneWay: [Int32]
  private let oneWayCount: Int

  var groupSize: Int { offset.count }

  init(cube: Cube, mover: Cube.Mover, ranks: [Int32], _ checkpoint: Checkpoint) throws {
    self.mover = mover
    size = cube.size
    let bits = (0..<cube.width).filter { mover.mask >> $0 & 1 != 0 }
    offset = (0..<(1 << bits.count)).map { number in
      Int32(bits.enumerated().reduce(0) { $0 | (number >> $1.offset & 1) << $1.element })
    }
    let oneWayBits = bits.filter { mover.oneWay >> $0 & 1 != 0 }
    oneWayCount = oneWayBits.count
    oneWay =
      oneWayBits.isEmpty
      ? []
      : offset.map { slot in
        Int32(oneWayBits.enumerated().reduce(0) { $0 | (Int(slot) >> $1.element & 1) << $1.offset })
      }
    entries =
      bits.count <= 15
      ? .narrow(
        try Self.sorted(
          cube: cube, mask: mover.mask, offset: offset, ranks: ranks, checkpoint))
      : .wide(
        try Self.sorted(
          cube: cube, mask: mover.mask, offset: offset, ranks: ranks, checkpoint))
  }

  @inline(__always)
  private static func sorted<Entry: FixedWidthInteger & UnsignedInteger>(
    cube: Cube, mask: Int, offset: [Int32], ranks: [Int32], _ checkpoint: Checkpoint
  ) throws -> [Entry] {
    let group = offset.count
    let top: Entry = 1 << Entry(Entry.bitWidth - 1)
    let holes = cube.hasHoles
    var steps = CheckedSteps(checkpoint)
    // Plain memory: an error thrown through temporary allocations is lost in optimised code
    // (Swift 6.3).
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * group)
    defer { keys.deallocate() }
    var entries = [Entry](repeating: 0, count: cube.size)
    var base = 0
    for start in stride(from: 0, to: cube.size, by: group) {
      for number in 0..<group {
        try steps.next()
        let slot = base | Int(offset[number])
        // Infeasible slots come first, as if best of all: they hold no value to hand on.
        let order = holes && !cube.feasible[slot] ? 0 : Int32.max - ranks[slot]
        keys[number] = UInt64(order) << 32 | UInt64(number)
      }
      try mergeSort(keys, spare: keys + group, count: group, &steps)
      for place in 0..<group {
        let first = place > 0 && keys[place] >> 32 != keys[place - 1] >> 32
        entries[start + place] = Entry(truncatingIfNeeded: keys[place]) | (first ? top : 0)
      }
      base = ((base | mask) + 1) & ~mask
    }
    return entries
  }

  /// Lowers each value to the least over the mover's improvements; whether any fell.
  func improve(
    _ values: UnsafeMutablePointer<Int32>, _ checkpoint: Checkpoint
  ) throws -> Bool {
    switch entries {
    case .narrow(let list):
      try oneWay.isEmpty ? plain(list, values, checkpoint) : directed(list, values, checkpoint)
    case .wide(let list):
      try oneWay.isEmpty ? plain(list, values, checkpoint) : directed(list, values, checkpoint)
    }
  }

  @inline(__always)
  private func plain<Entry: FixedWidthInteger & UnsignedInteger>(
    _ list: [Entry], _ values: UnsafeMutablePointer<Int32>, _ checkpoint: Checkpoint
  ) throws -> Bool {
    let top: Entry = 1 << Entry(Entry.bitWidth - 1)
    var fallen: Int32 = 0
    try list.withUnsafeBufferPointer { list in
      try offset.withUnsafeBufferPointer { offset in
        let group = offset.count
        var base = 0
        for start in stride(from: 0, to: size, by: group) {
          if start & 0x3FFF == 0 { try checkpoint.ask() }
          var best = Int32.max
          var least = Int32.max
          for place in start..<(start + group) {
            let entry = list[place]
            // Without branches: whether a value falls is as good as random.
            best = entry & top != 0 ? least : best
            let slot = base | Int(offset[Int(entry & ~top)])
            let value = values[slot]
            let lower = min(best, value)
            values[slot] = lower
            fallen |= value ^ lower
            least = min(least, lower)
          }
          base = ((base | mover.mask) + 1) & ~mover.mask
        }
      }
    }
    return fallen != 0
  }

  @inline(__always)
  private func directed<Entry: FixedWidthInteger & UnsignedInteger>(
    _ list: [Entry], _ values: UnsafeMutablePointer<Int32>, _ checkpoint: Checkpoint
  ) throws -> Bool {
    let top: Entry = 1 << Entry(Entry.bitWidth - 1)
    let group = groupSize
    var changed = false
    // Per set of one-way bits, the least value of better slots that can be entered from it.
    var best = [Int32](repeating: .max, count: 1 << oneWayCount)
    var base = 0
    var steps = CheckedSteps(checkpoint)
    for start in stride(from: 0, to: size, by: group) {
      for index in best.indices { best[index] = .max }
      var tier = start
      for place in start..<(start + group) {
        let entry = list[place]
        if entry & top != 0 {
          for earlier in tier..<place {
            try hand(list[earlier] & ~top, base, values, to: &best, &steps)
          }
          tier = place
        }
        let number = Int(entry & ~top)
        let slot = base | Int(offset[number])
        let least = best[Int(oneWay[number])]
        if least < values[slot] {
          values[slot] = least
          changed = true
        }
      }
      base = ((base | mover.mask) + 1) & ~mover.mask
    }
    return changed
  }

  /// Enters one slot's value wherever its one-way bits can be set from.
  @inline(__always)
  private func hand<Entry: FixedWidthInteger & UnsignedInteger>(
    _ number: Entry, _ base: Int, _ values: UnsafeMutablePointer<Int32>, to best: inout [Int32],
    _ steps: inout CheckedSteps
  ) throws {
    let own = Int(oneWay[Int(number)])
    let value = values[base | Int(offset[Int(number)])]
    guard value < best[own] else { return }
    var part = own
    while true {
      try steps.next()
      if value < best[part] { best[part] = value }
      if part == 0 { return }
      part = (part - 1) & own
    }
  }
}

/// Sorts `count` keys ascending: short runs by insertion, then merged bottom up.
private func mergeSort(
  _ keys: UnsafeMutablePointer<UInt64>, spare: UnsafeMutablePointer<UInt64>, count: Int,
  _ steps: inout CheckedSteps
) throws {
  let run = 8
  for start in stride(from: 0, to: count, by: run) {
    for index in (start + 1)..<max(start + 1, min(start + run, count)) {
      let key = keys[index]
      var hole = index
      while hole > start, keys[hole - 1] > key {
        keys[hole] = keys[hole - 1]
        hole -= 1
      }
      keys[hole] = key
    }
  }
  var source = keys
  var target = spare
  var width = run
  while width < count {
    for start in stride(from: 0, to: count, by: 2 * width) {
      try steps.next()
      let middle = min(start + width, count)
      let end = min(start + 2 * width, count)
      var left = start
      var right = middle
      for place in start..<end {
        if left < middle && (right >= end || source[left] <= source[right]) {
          target[place] = source[left]
          left += 1
        } else {
          target[place] = source[right]
          right += 1
        }
      }
    }
    swap(&source, &target)
    width *= 2
  }
  if source != keys { keys.update(from: source, count: count) }
}
