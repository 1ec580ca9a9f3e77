package import CaseModel
internal import Foundations
package import StateOfPlay

/// Who says the same as whom, and since when that changed: only where the record has enough to say.
extension ViewContext {
  func networkBlocks(_ alignments: Brief.Alignments?) -> [Document.Block] {
    guard let alignments else { return [] }
    var items: [Inline] = []
    if !alignments.camps.isEmpty {
      let camps = alignments.camps.map { index.names($0) }.joined(separator: "; and ")
      items.append(
        Inline(camps, .strong)
          + Inline(
            ": two groups by what they say, whatever their alliances. Latest words within a group are \(alignments.within.words), across the two \(alignments.across.words) "
          )
          + Inline(
            "(polarisation \(SettlementWords.number(alignments.score)), more than chance explains: p \(SettlementWords.number(alignments.p)))",
            .faint))
    }
    for tie in alignments.turned {
      guard let turn = tie.turn else { continue }
      items.append(
        Inline(tieTitle(tie), .strong)
          + Inline(": \(turnWords(tie, turn)), by their latest words, since \(turn.date.words) ")
          + references([turn.statement])
          + Inline(" (same on \(tie.same), opposite on \(tie.opposite))", .faint))
    }
    return [.heading("Who says the same as whom"), .items(items)]
  }

  /// Where nothing is on the other side, it is not more than that.
  private func turnWords(_ tie: NetworksView.Tie, _ turn: NetworksView.Turn) -> String {
    if turn.isTowards {
      return tie.opposite == 0
        ? "agree on all that both speak of" : "agree on more than they differ on"
    }
    return tie.same == 0
      ? "differ on all that both speak of" : "differ on more than they agree on"
  }
}

extension Brief {
  /// The camps of a network and the newest changes of sides in it.
  package struct Alignments: Sendable, Hashable, Codable {
    /// Two where the division is clearer than chance, no opponents share one, and the two say the
    /// opposite of each other more often than the same; else none.
    package var camps: [[Case.Actor.ID]]
    package var score: Double
    /// What random networks score.
    package var mean: Double
    package var p: Double
    /// How often the latest words of two of one group are the same, and how often opposite.
    package var within: LatestWords
    /// The same of two of different groups.
    package var across: LatestWords
    /// The newest changes of sides, at most two.
    package var turned: [NetworksView.Tie]
  }

  /// A network of fewer actors or statements is better read in the positions themselves.
  private static let fewest = (actors: 4, statements: 20)
  /// Beyond so many statements the draws would take longer than all else.
  private static let mostDrawn = 2000
  /// Beyond so many statements the brief would wait for its network; the view has it.
  private static let mostRead = 20_000

  /// Nil where there is not enough to say.
  static func alignments(
    _ state: DerivedState, _ checkpoint: Checkpoint
  ) throws -> Alignments? {
    guard state.theCase.statements.count <= mostRead else { return nil }
    var questions = NetworkQuestions()
    questions.draws = state.theCase.statements.count > mostDrawn ? 0 : 100
    let view = try state.networks(asking: questions, checkpoint)
    let tied = Set(view.ties.flatMap { [$0.first, $0.second] })
    guard tied.count >= fewest.actors, view.statements >= fewest.statements else { return nil }
    let found = view.opposedCamps
    // Of the changes of sides those between the parties; the view has all.
    let parties = Set(state.theCase.header.parties)
    let turned = view.ties.filter {
      // On a single answer the change of position says it.
      $0.turn != nil && $0.same + $0.opposite > 1 && parties.contains($0.first)
        && parties.contains($0.second)
    }.enumerated().sorted { a, b in
      let (x, y) = (a.element.turn?.date.latest, b.element.turn?.date.latest)
      return x == y ? a.offset < b.offset : (x ?? .distantPast) > (y ?? .distantPast)
    }.prefix(2).map(\.element)
    guard found != nil || !turned.isEmpty else { return nil }
    let (within, across) = LatestWords.of(found?.camps ?? [], view.ties)
    return Alignments(
      camps: found?.camps ?? [], score: found?.score ?? 0, mean: found?.mean ?? 0,
      p: found?.p ?? 1, within: within, across: across, turned: turned)
  }
}

extension CivilDay {
  fileprivate static let distantPast = CivilDay(number: .min)
}
