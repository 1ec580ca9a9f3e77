/// Prints one row per workload.
enum Table {
  static func header() {
    print(line("workload", "target", "median", "min", "max", "result"))
  }

  static func row(_ workload: Workload) throws {
    let clock = ContinuousClock()
    let run = try workload.prepare()
    var times: [Duration] = []
    var result = try run()
    var spent = Duration.zero
    while times.count < 3 || (times.count < 9 && spent < .seconds(2)) {
      let start = clock.now
      result = try run()
      let time = clock.now - start
      times.append(time)
      spent += time
    }
    times.sort()
    print(
      line(
        workload.name, workload.target, text(times[times.count / 2]), text(times[0]),
        text(times[times.count - 1]), result))
  }

  private static func text(_ duration: Duration) -> String {
    let microseconds =
      duration.components.seconds * 1_000_000
      + duration.components.attoseconds / 1_000_000_000_000
    if microseconds < 10_000 {
      return "\(microseconds / 1000).\(pad(microseconds % 1000)) ms"
    }
    return "\(microseconds / 1000) ms"
  }

  private static func pad(_ number: Int64) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func line(_ cells: String...) -> String {
    zip(cells, [46, 10, 10, 10, 10, 0]).map { cell, width in
      cell + String(repeating: " ", count: max(1, width - cell.count))
    }.joined()
  }
}
