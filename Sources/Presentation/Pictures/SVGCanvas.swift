/// Collects the elements of a drawing. Coordinates are rounded to tenths, so that they print alike
/// everywhere.
struct SVGCanvas {
  private(set) var body = HTML()
  /// Where groups lead, by the number of the mark round them in ``body``.
  private(set) var links: [Link] = []

  struct Point: Hashable {
    var x: Double
    var y: Double
  }

  enum Anchor: String { case start, middle, end }

  mutating func text(
    _ text: String, x: Double, y: Double, _ classes: String, anchor: Anchor = .start
  ) {
    let place: HTML = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    body += """
      <text x="\(Self.number(x))" y="\(Self.number(y))" class="\(classes)"\(place)>\
      \(text)</text>

      """
  }

  mutating func rect(
    x: Double, y: Double, width: Double, height: Double, _ classes: String, radius: Double = 0
  ) {
    let round: HTML = radius > 0 ? " rx=\"\(Self.number(radius))\"" : ""
    body += """
      <rect x="\(Self.number(x))" y="\(Self.number(y))" width="\(Self.number(width))" \
      height="\(Self.number(height))" class="\(classes)"\(round)/>

      """
  }

  mutating func circle(x: Double, y: Double, radius: Double, _ classes: String) {
    body += """
      <circle cx="\(Self.number(x))" cy="\(Self.number(y))" r="\(Self.number(radius))" \
      class="\(classes)"/>

      """
  }

  mutating func line(_ from: Point, _ to: Point, _ classes: String) {
    path("M\(Self.pair(from))L\(Self.pair(to))", classes)
  }

  /// `data` and `strokeWidth` are made of numbers this type printed.
  mutating func path(_ data: String, _ classes: String, strokeWidth: String? = nil) {
    let width: HTML = strokeWidth.map { " stroke-width=\"\($0)\"" } ?? ""
    body += "<path d=\"\(data)\" class=\"\(classes)\"\(width)/>\n"
  }

  mutating func polygon(_ points: [Point], _ classes: String) {
    path("M" + points.map(Self.pair).joined(separator: "L") + "Z", classes)
  }

  /// Opens a group with a title, which browsers show under the pointer, and which leads somewhere in
  /// faces in which a reader can follow it.
  mutating func group(
    _ title: String, to link: Link? = nil, _ drawing: (inout SVGCanvas) -> Void
  ) {
    let number = links.count
    if let link {
      links.append(link)
      body += Picture.opening(number)
    }
    body += "<g><title>\(title)</title>\n"
    drawing(&self)
    body += "</g>\n"
    if link != nil { body += Picture.closing(number) }
  }

  static func pair(_ point: Point) -> String { "\(number(point.x)) \(number(point.y))" }

  /// `12`, `12.5`, `-3`; what is no number, or out of all bounds, prints as 0.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }
}
