internal import CaseModel

/// Every statement on a negotiable issue, listed by the parties whose words it is.
struct PartyStatementTable {
  /// The negotiable issues, in the order of the case.
  private var allRows: [IssueStatements]
  /// The same for those who read.
  var rows: NotedRows<IssueStatements> { NotedRows(allRows, consulted) }
  private var consulted: Consulted?
  /// The case's parties, then others whom an issue concerns, then others who must act.
  let parties: [Case.Actor.ID]
  /// How many of ``parties`` are parties of the case or of an issue.
  let shown: Int
  /// Of each issue of the case by its place, its row here.
  let rowOf: [Int?]
  private(set) var packages: PackageBook
  /// What is said by signature, by vote and by joining a text.
  let signed: SignedWords
  private let clauseWords: [Case.Statement.ID: SignedWords.ClauseWords]
  /// Of each statement, the parties that denied in their own words what it says.
  let denials: [Case.Statement.ID: Set<Case.Actor.ID>]
  /// Of each statement, the parties that confirmed in their own words what it says.
  private let confirmations: [Case.Statement.ID: Set<Case.Actor.ID>]
  /// Of each row the parties to which its issue is of no concern: what they say of a whole says nothing
  /// of a part that is others'.
  private let unconcerned: [Set<Int>]
  private let places: [Case.Actor.ID: Int]

  /// - Complexity: O(statements × speakers).
  init(_ filtered: FilteredCase) {
    let issues = filtered.theCase.issues
    var rows: [IssueStatements] = []
    var rowOf = [Int?](repeating: nil, count: issues.count)
    for place in issues.indices where issues[place].kind == .negotiable {
      rowOf[place] = rows.count
      rows.append(IssueStatements(issues[place]))
    }
    allRows = rows
    self.rowOf = rowOf
    let read = Self.parties(filtered)
    let (parties, all) = (read.parties, Set(read.parties.prefix(read.shown)))
    shown = read.shown
    self.parties = parties
    places = Dictionary(uniqueKeysWithValues: zip(parties, parties.indices))
    let concerned = parties.prefix(shown)
    unconcerned = rows.map { Self.unconcerned($0.issue, concerned, filtered) }
    let speaking = SpeakingParties(filtered, all: all, places: places)
    let joined = JoinedTexts(filtered)
    packages = PackageBook(filtered, joined, speaking: parties)
    let drafts = PackageAnswers(filtered, packages)
    signed = SignedWords(filtered, joined)
    let signed = signed.byPlace
    denials = filtered.replies(denying: true)
    confirmations = filtered.replies(denying: false)
    clauseWords = SignedWords.clauseWords(filtered)
    filtered.theCase.statements.withUnsafeBufferPointer { statements in
      guard let first = statements.baseAddress else { return }
      for (place, facts) in filtered.facts.enumerated() where facts.time != .out {
        let statement = first + place
        if let row = facts.issue.flatMap({ rowOf[$0] }) {
          add(statement, at: place, facts, row, statement.pointee.about, nil, speaking)
        } else if facts.issue == nil {
          for part in drafts.parts(of: statement.pointee, said: facts.said) {
            guard
              let row = part.about.issue.flatMap({ filtered.index.place(of: $0) })
                .flatMap({ rowOf[$0] })
            else { continue }
            add(statement, at: place, facts, row, part.about, part, speaking)
          }
        }
        for word in signed[place] ?? [] { add(word, at: place, statement, facts, filtered) }
        for row in droppedRows(statement.pointee, facts, filtered, drafts) {
          add(statement, at: place, facts, row, nil, nil, speaking)
        }
      }
    }
  }

  func place(of party: Case.Actor.ID) -> Int? { places[party] }

  /// The same, recording in `consulted` what is looked up.
  func noting(_ consulted: Consulted, _ filtered: FilteredCase) -> PartyStatementTable {
    var table = self
    table.packages = packages.reading(filtered)
    table.consulted = consulted
    return table
  }

  /// The rows of other issues on which a statement takes words back by name.
  private func droppedRows(
    _ statement: Case.Statement, _ facts: StatementFacts, _ filtered: FilteredCase,
    _ drafts: PackageAnswers
  ) -> [Int] {
    if statement.drops.isEmpty { return [] }
    let own = Set(
      [facts.issue].compactMap(\.self)
        + drafts.parts(of: statement, said: facts.said).compactMap(\.about.issue)
        .compactMap { filtered.index.place(of: $0) })
    return statement.drops.compactMap { filtered.index.statement($0) }
      .flatMap { $0.about?.parts ?? [] }.compactMap(\.issue)
      .compactMap { filtered.index.place(of: $0) }.filter { !own.contains($0) }.uniqued
      .compactMap { rowOf[$0] }
  }

  private static func unconcerned(
    _ issue: Case.Issue, _ parties: ArraySlice<Case.Actor.ID>, _ filtered: FilteredCase
  ) -> Set<Int> {
    if issue.parties.isEmpty { return [] }
    let all = Set(parties)
    let asked = issue.consent + issue.options.flatMap(\.takenBy)
    let concerned = Set(
      issue.parties + asked.map { filtered.principal(of: $0, among: all) }
        + filtered.theCase.header.consent)
    return Set(parties.indices.filter { !concerned.contains(parties[$0]) })
  }

  private mutating func add(
    _ statement: UnsafePointer<Case.Statement>, at place: Int, _ facts: StatementFacts, _ row: Int,
    _ about: Subject?, _ part: PackageAnswers.Part?, _ speaking: SpeakingParties
  ) {
    let filtered = speaking.filtered
    var answers: AnswerPlaces?
    for (party, speakers) in speaking.of(statement.pointee.speaker, on: facts.said) {
      if let part, part.isWhole,
        unconcerned[row].contains(party) || part.objecting.contains(parties[party])
      {
        continue
      }
      var near = filtered.voices.nearness(
        of: statement.pointee, for: parties[party], speakers: speakers,
        parties: filtered.parties(
          to: facts.issue ?? filtered.index.place(of: allRows[row].issue.id)))
      // What others report and the party itself confirms is its own word.
      if confirmations[statement.pointee.id]?.contains(parties[party]) ?? false {
        near = .own(false)
      }
      if let furthest = filtered.lens.directness, near.directness > furthest { continue }
      let places = answers ?? allRows[row].places(of: about, filtered.index)
      answers = places
      let reliability = facts.source.flatMap { filtered.theCase.sources[$0].reliability }
      let isLowered = filtered.voices.isLowered(statement.pointee, reliability: reliability)
      // Who takes back by name what was asked for an answer leaves the answer as it is.
      let isPlain = part?.isReservation == true
      let read =
        about == nil || filtered.index.dropsOthers(statement.pointee)
        ? nil : statement.pointee.stanceRead
      let hasRequirements =
        !isPlain && statement.pointee.requires.contains { $0.kind != .trigger }
      let isWhole = part?.isWhole == true
      let met = part?.package.flatMap { packages.packages[$0].met[statement.pointee.id] }
      let isMet = isWhole && met != nil
      // What is asked for in place of a clause is asked for, whatever the rest is taken with.
      let stance = read == .forIf && (isMet || isPlain) ? .for : read
      let isWholeNo = isWhole && stance == .against
      let puts = statement.pointee.act == .offer || statement.pointee.act == .propose
      let said = statement.pointee.until?.value
      var term = Term(until: said, filtered)
      if statement.pointee.act == .withdraw {
        // What takes a package back does not end with it.
        term = Term(until: nil, filtered)
      } else if isWhole || isPlain, let package = part?.package {
        // Who puts a package forward again for longer holds it open for longer.
        term = Term(packages.end(ofWords: puts ? nil : said, on: package), filtered)
      }
      term = term.meeting(Term(until: part?.until, filtered))
      let text = clauseWords[statement.pointee.id]
      if let end = text?.end { term = term.meeting(Term(end, filtered)) }
      // What a signature waits for is asked for each clause.
      let asks = stance == .for && !isWhole ? text?.asks(parties[party], said: facts.said) : nil
      allRows[row].byParty[party, default: []].append(
        PartyStatement(
          position: place, speakers: speakers,
          wing: filtered.wings.wing(speakers, for: parties[party], on: facts.said),
          said: facts.said, time: facts.time,
          directness: near.directness, voice: isLowered ? near.voice.lowered : near.voice,
          isUnnamed: near.isUnnamed, isLowered: isLowered, reliability: reliability,
          answers: places, act: statement.pointee.act, at: statement.pointee.at,
          stance: asks == nil ? stance : .forIf,
          // What a package is taken for is asked for the whole, and is no item of its part; who puts
          // one forward gives each part all the same, and so does who agrees to a text.
          base: stance == .forIf && hasRequirements && (!isWhole || puts) ? .for : stance,
          hasRequirements: hasRequirements, isDoubted: statement.pointee.isDoubted,
          // A package refused, withdrawn or taken with a condition says less of its parts than words
          // on them do.
          isFaint: statement.pointee.isFaint || isWholeNo
            || isWhole && (stance == .forIf && !puts || statement.pointee.act == .withdraw),
          isRedLine: statement.pointee.redLine, drops: statement.pointee.drops,
          dropped: statement.pointee.drops.compactMap {
            filtered.index.position(.statements, $0.raw)
          },
          saysAgain: statement.pointee.change == .reaffirmed,
          grade: Credibility.order(statement.pointee.credibility),
          depth: filtered.index.depth(
            speaker: statement.pointee.speaker, via: statement.pointee.via, source: facts.source),
          reportedLater: filtered.isReportedLater(statement.pointee, said: facts.said),
          term: term, isPackage: isWhole || asks != nil, package: isWhole ? part?.package : nil,
          isConcluded: isWhole && part?.package.map(packages.isConcluded) ?? false,
          asks: asks,
          met: isMet ? met ?? nil : nil,
          isReplaced: isWhole && puts
            && part?.package.map { packages.packages[$0].replacedBy != nil } ?? false,
          isDenied: (near.voice != .own || !statement.pointee.via.isEmpty)
            && denials[statement.pointee.id]?.contains(parties[party]) ?? false))
    }
  }
}

extension PartyStatementTable {
  /// What a party signed is its own word.
  private mutating func add(
    _ word: SignedWords.Word, at place: Int, _ statement: UnsafePointer<Case.Statement>,
    _ facts: StatementFacts, _ filtered: FilteredCase
  ) {
    guard
      let row = word.about.issue.flatMap({ filtered.index.place(of: $0) }).flatMap({ rowOf[$0] })
    else { return }
    for signatory in word.by {
      guard let party = self.place(of: signatory), !unconcerned[row].contains(party) else {
        continue
      }
      let isTied = !word.requires.isEmpty
      let reliability = facts.source.flatMap { filtered.theCase.sources[$0].reliability }
      // A signature is a fact; that a clause is agreed is no surer than the words that say so.
      let isLowered =
        !word.isSigned && filtered.voices.isLowered(statement.pointee, reliability: reliability)
      let answers = allRows[row].places(of: word.about, filtered.index)
      // Where the statement itself gave the answer it is not given twice: a signature goes before a
      // yes to the whole.
      if let last = allRows[row].byParty[party]?.last, last.position == place {
        guard last.isPackage, Set(last.answers.all) == Set(answers.all) else { continue }
        allRows[row].byParty[party]?.removeLast()
      }
      allRows[row].byParty[party, default: []].append(
        PartyStatement(
          position: place, speakers: [signatory], wing: nil, said: word.said,
          time: filtered.timeClass(word.said), directness: .quoted,
          voice: isLowered ? Voice.own.lowered : .own, isUnnamed: false, isLowered: isLowered,
          reliability: isLowered ? reliability : nil, answers: answers,
          act: word.isWording ? .propose : word.accepts ? .accept : .reject,
          at: statement.pointee.at,
          stance: !word.accepts ? .against : isTied ? .forIf : .for,
          // What it waits for holds back the text's effect; the answer is given.
          base: word.accepts ? .for : .against,
          hasRequirements: isTied, isDoubted: statement.pointee.isDoubted, isFaint: word.isWording,
          isRedLine: false, drops: [], saysAgain: false,
          grade: Credibility.order(statement.pointee.credibility),
          depth: filtered.index.depth(
            speaker: statement.pointee.speaker, via: statement.pointee.via, source: facts.source),
          reportedLater: filtered.isReportedLater(statement.pointee, said: word.said),
          term: Term(until: word.until, filtered).meeting(
            Term(word.ended.map(PackageEnd.on), filtered)),
          // What waits for something is signed as a whole.
          isPackage: isTied, isSigned: word.isSigned))
    }
  }
}

extension CaseIndex {
  /// A withdrawal that names the words it takes back, none of which simply gave what it is about.
  fileprivate func dropsOthers(_ statement: Case.Statement) -> Bool {
    guard statement.act == .withdraw, !statement.drops.isEmpty else { return false }
    return statement.drops.allSatisfy { id in
      self.statement(id).map {
        !$0.standingRequirements.isEmpty || $0.about?.issue != statement.about?.issue
      } ?? false
    }
  }
}
