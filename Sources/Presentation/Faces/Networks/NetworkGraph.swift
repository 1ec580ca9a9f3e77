internal import CaseModel
internal import Networks
package import StateOfPlay

/// A network as other programs take it: nodes and ties with their attributes, of one kind or two.
package struct NetworkGraph: Sendable, Hashable {
  /// The formats in which it can be written.
  package enum Format: String, Sendable, CaseIterable {
    case graphml, gexf, pajek, dl

    /// How a file's name ends.
    package var ending: String {
      switch self {
      case .pajek: "net"
      default: rawValue
      }
    }

    package var mediaType: String {
      switch self {
      case .graphml, .gexf: "application/xml; charset=utf-8"
      case .pajek, .dl: "text/plain; charset=utf-8"
      }
    }

    /// The program that reads it, in words.
    package var words: String {
      switch self {
      case .graphml: "GraphML"
      case .gexf: "GEXF, for Gephi"
      case .pajek: "Pajek"
      case .dl: "UCINET"
      }
    }
  }

  /// What a tie weighs, for formats with one number a tie.
  package enum Weight: String, Sendable, CaseIterable {
    /// Congruence and conflict together: no tie is lost.
    case total
    case congruence, conflict
    /// Congruence minus conflict, 0 where they are equal.
    case difference
  }

  struct Node: Sendable, Hashable {
    let id: String
    let name: String
    let isAnswer: Bool
    let statements: Int?
    let camp: Int?
    let place: NetworksView.Place?
  }

  struct Tie: Sendable, Hashable {
    let first: Int
    let second: Int
    /// Agreement, of an actor's tie to an answer.
    let congruence: Double
    /// Disagreement, of an actor's tie to an answer.
    let conflict: Double
    let relation: String
    let turned: String?
    let statements: [Case.Statement.ID]

    func value(_ weight: Weight) -> Double {
      switch weight {
      case .total: congruence + conflict
      case .congruence: congruence
      case .conflict: conflict
      case .difference: congruence - conflict
      }
    }
  }

  let title: String
  let nodes: [Node]
  let ties: [Tie]
  /// The actors come first; after so many nodes the answers begin.
  let actorCount: Int
  var isTwoMode: Bool { actorCount < nodes.count }

  /// The network that the view shows first.
  package init(_ view: NetworksView, in frame: ViewContext) {
    let index = frame.index
    let isTwoMode = view.asked.mode == .answers
    title = frame.title
    actorCount = view.actors.count
    let actors = view.actors.map { actor in
      Node(
        id: isTwoMode ? "actor:\(actor.id)" : actor.id.raw, name: index.name(actor.id),
        isAnswer: false, statements: actor.statements, camp: actor.camp, place: actor.place)
    }
    let places = Dictionary(
      view.actors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    guard isTwoMode else {
      nodes = actors
      let grounds = TieGrounds(view)
      ties = view.ties.compactMap { tie in
        guard let first = places[tie.first], let second = places[tie.second] else { return nil }
        return Tie(
          first: first, second: second, congruence: tie.congruence, conflict: tie.conflict,
          relation: tie.side.rawValue, turned: tie.turn?.date.text,
          statements: grounds.statements(of: tie))
      }
      return
    }
    nodes =
      actors
      + view.answers.map { answer in
        Node(
          id: "answer:\(answer.id)", name: answer.title, isAnswer: true, statements: nil,
          camp: nil, place: nil)
      }
    let answers = Dictionary(
      view.answers.enumerated().map { ($1.id, actors.count + $0) },
      uniquingKeysWith: { first, _ in first })
    let divisor = Self.divisor(view)
    ties = view.positions.compactMap { position in
      guard let first = places[position.actor], let second = answers[position.answer] else {
        return nil
      }
      let whole = divisor(position)
      let relation: NetworksView.Side =
        position.isAmbivalent
        ? .ambivalent : position.agreement > 0 ? .congruent : .conflicting
      return Tie(
        first: first, second: second, congruence: position.agreement / whole,
        conflict: position.disagreement / whole, relation: relation.rawValue, turned: nil,
        statements: position.statements)
    }
  }

  /// What the two numbers of a position are divided by: all that the actor says, or all that is said of
  /// the answer, as `share` asks.
  private static func divisor(_ view: NetworksView) -> (NetworksView.Position) -> Double {
    var actors: [Case.Actor.ID: Double] = [:]
    var answers: [String: Double] = [:]
    for position in view.positions {
      let total = position.agreement + position.disagreement
      actors[position.actor, default: 0] += total
      answers[position.answer, default: 0] += total
    }
    return { position in
      let whole =
        switch view.asked.share {
        case .none: 1.0
        case .activity: actors[position.actor] ?? 1
        case .prominence: answers[position.answer] ?? 1
        }
      return whole == 0 ? 1 : whole
    }
  }

  /// The network as a file.
  /// - Parameter weight: what a tie weighs where a format has one number for it.
  package func file(_ format: Format, weight: Weight = .total) -> String {
    switch format {
    case .graphml: graphML(weight)
    case .gexf: gexf(weight)
    case .pajek: pajek(weight)
    case .dl: dl(weight)
    }
  }

  /// A whole number without a fraction.
  static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
