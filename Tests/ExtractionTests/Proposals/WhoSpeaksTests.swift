import CaseModel
import Extraction
import Testing

/// Whose words they are where the text names people by posts, sides and surnames.
@Suite struct WhoSpeaksTests {
  /// "Karvia" is the Government of Karvia where no other actor is called so, and no part of "Karvia Courier".
  @Test(arguments: ["Government of Karvia", "The Republic of Karvia", "State of the Karvia"])
  func aGovernmentIsCalledByItsLand(_ name: String) throws {
    var theCase = try Talks.ceasefire.theCase()
    let place = try #require(theCase.actors.firstIndex { $0.id == "karvia" })
    theCase.actors[place].name = name
    theCase.actors[place].kind = .body
    let text = SourceText(
      """
      The Karvia Courier wrote of a truce. Karvia rejected foreign monitors. Karvia's negotiators demanded \
      a full withdrawal from the valley.
      """)
    let found = StatementProposer(theCase).suggestions(for: try Talks.source(text), in: text)
    let monitors = found.first {
      $0.statement.quote.words(in: text)?.contains("foreign monitors") ?? false
    }
    #expect(monitors?.statement.speaker == ["karvia"])
  }

  private func speakers(_ talks: Talks, _ words: String, of part: String) throws -> [Case.Actor.ID]
  {
    let found = try talks.suggestions(words).filter { $0.words.contains(part) }
    #expect(found.count == 1)
    return found.first?.statement.speaker ?? []
  }

  /// "Her deputy, NAME," introduces NAME: whose deputy it is does not speak, nor another whose post the text
  /// names later.
  @Test(arguments: [
    (
      Talks.labour,
      """
      The union's president, Nora Feld, welcomed the crew meals. Her deputy, Ivo Strand, was harder: he \
      told members that the crews could not accept split shifts.

      Aerolin's deputy director, Lena Brandt, said that the talks would go on.
      """,
      "split shifts", "ivo-strand", "cabin-union"
    ),
    (
      .climate,
      """
      The Donor Group's chief negotiator, Carla Weiss, welcomed the audit. Her colleague, Jan Hoek, was \
      cooler: he told a side event that an exit from coal was out of reach.
      """,
      "exit from coal", "jan-hoek", "donor-group"
    ),
    (
      .ceasefire,
      """
      The Front's commander, Idris Bol, left the hall. His adviser, Samir Noor, stayed: he told state \
      radio that foreign monitors would be admitted.

      Karvia's chief adviser, Omar Tal, said nothing.
      """,
      "foreign monitors", "samir-noor", "northern-front"
    ),
  ])
  func apposition(
    _ talks: Talks, _ words: String, _ part: String, _ speaker: String, _ side: String
  ) throws {
    let found = try #require(
      try talks.suggestions(words).first { $0.words.contains(part) })
    #expect(found.statement.speaker == [Case.Actor.ID(speaker)])
    let sides = found.entries.compactMap { entry -> [Case.Actor.ID]? in
      if case .actor(Case.Actor.ID(speaker), _, .person, let of) = entry { of } else { nil }
    }
    #expect(sides == [[Case.Actor.ID(side)]])
  }

  /// The pronoun behind a post and a name means the person named, and not the post.
  @Test func aPostAndItsHolderAreOne() throws {
    let speaker = try speakers(
      .climate,
      "The Forest States' envoy, Paulo Dias, rejected the plan. He said the audit would wait.",
      of: "would wait")
    #expect(speaker == ["paulo-dias"])
  }

  /// A surname is the person whom the text has named in full.
  @Test(arguments: [
    (
      Talks.labour,
      "The union sent Ivo Strand to the talks. Strand said that split shifts must end.", "must end",
      "ivo-strand"
    ),
    (
      .ceasefire,
      "Her adviser, Samir Noor, was there. Noor rejected foreign monitors.", "foreign monitors",
      "samir-noor"
    ),
  ])
  func surnames(_ talks: Talks, _ words: String, _ part: String, _ speaker: String) throws {
    #expect(try speakers(talks, words, of: part) == [Case.Actor.ID(speaker)])
  }

  /// "Her government" and "her union" are the side of the person, and what they do is said once.
  @Test(arguments: [
    (
      Talks.labour,
      "The union's president, Nora Feld, said her union would accept a pay rise of 6.5 per cent.",
      "nora-feld"
    ),
    (
      .ceasefire,
      "Karvia's defence minister, Amal Sader, said his government would release 300 prisoners.",
      "amal-sader"
    ),
    (
      .climate,
      "The islands' spokeswoman, Mere Tuvo, said the islands supported a fund of 80 billion dollars.",
      "mere-tuvo"
    ),
  ])
  func onesOwnSide(_ talks: Talks, _ words: String, _ speaker: String) throws {
    let found = try talks.suggestions(words)
    #expect(found.map(\.statement.speaker) == [[Case.Actor.ID(speaker)]])
    #expect(
      [.offer, .accept, .commit].contains(found.first?.statement.act))
  }

  /// An official without a name is of the side that the text calls him after.
  @Test(arguments: [
    (
      Talks.labour,
      "A senior Aerolin manager, who asked not to be named, said that the ban was over.",
      "aerolin"
    ),
    (
      .climate,
      "A senior donor official, speaking on condition of anonymity, said that coal could wait.",
      "donor-group"
    ),
    (
      .ceasefire,
      "A Karvian general, who declined to be named, said that the monitors were welcome.",
      "karvia"
    ),
  ])
  func withoutAName(_ talks: Talks, _ words: String, _ side: String) throws {
    let found = try #require(try talks.suggestions(words).first)
    let kinds = found.entries.compactMap { entry -> [Case.Actor.ID]? in
      if case .actor(_, _, .unnamed, let of) = entry { of } else { nil }
    }
    #expect(kinds == [[Case.Actor.ID(side)]])
    #expect(found.statement.speaker != [Case.Actor.ID(side)])
  }

  /// "Its chair" speaks for the body named before it, which is entered with the chair.
  @Test func aBodysOwnPost() throws {
    let words = """
      The State Conciliation Board, which mediates, recommended a pay rise of 5.2 per cent. Its chair, \
      Ruben Salk, urged both sides to settle.
      """
    let found = try #require(
      try Talks.labour.suggestions(words).first { $0.words.contains("settle") })
    #expect(found.statement.speaker == ["ruben-salk"])
    #expect(
      found.entries == [
        .actor(
          "state-conciliation-board", name: "State Conciliation Board", kind: .organisation, of: []),
        .actor("ruben-salk", name: "Ruben Salk", kind: .person, of: ["state-conciliation-board"]),
      ])
    var waiting = try Talks.labour.theCase()
    waiting.candidates = [found.candidate]
    let coded = try waiting.accepting(
      found.statement.id, by: Case.Analyst(id: "anna", name: "Anna"), on: try EDTFDate("2025-10-20")
    )
    let chair = coded.actors.first { $0.id == "ruben-salk" }
    #expect(chair?.partOf == ["state-conciliation-board"])
  }

  /// The agency of a dateline is no "it".
  @Test func theAgencyOfADateline() throws {
    let found = try Talks.labour.suggestions(
      """
      LINDAL, 14 October (Reuters) - Nora Feld, the union's president, said her union would accept a pay \
      rise of 6.5 per cent, down from the 9 per cent it demanded in August.
      """)
    #expect(found.contains { $0.statement.speaker == ["cabin-union"] })
    #expect(!found.contains { $0.statement.speaker == ["reuters"] })
  }

  /// "The union" is the union that the text has named last, though the case calls one of its own so.
  @Test(arguments: [
    (
      Talks.labour, "cabin-union", "the union",
      """
      Feld spoke for the crews. The Pilots' Union, which flies the same routes, said that it would strike.

      The union demanded an end to split shifts.
      """, "end to split shifts", "pilots-union"
    ),
    (
      .labour, "cabin-union", "the union",
      """
      The Pilots' Union, which flies the same routes, said that it would strike. The Cabin Crews' Union \
      said that it would not.

      The union demanded an end to split shifts.
      """, "end to split shifts", "cabin-union"
    ),
    (
      .ceasefire, "northern-front", "the movement",
      """
      The Coastal People's Movement said that it would join the talks.

      The movement rejected foreign monitors.
      """, "foreign monitors", "coastal-people-s-movement"
    ),
  ])
  func theBodyNamedLast(
    _ talks: Talks, _ id: String, _ alias: String, _ words: String, _ part: String,
    _ speaker: String
  ) throws {
    var theCase = try talks.theCase()
    let place = try #require(theCase.actors.firstIndex { $0.id == Case.Actor.ID(id) })
    theCase.actors[place].aliases.append(alias)
    let text = SourceText(words)
    let found = StatementProposer(theCase).suggestions(for: try Talks.source(text), in: text)
    let one = try #require(
      found.last { $0.statement.quote.words(in: text)?.contains(part) ?? false })
    #expect(one.statement.speaker == [Case.Actor.ID(speaker)])
  }
}
