internal import CaseModel

/// How a statement becomes words of parties.
extension PartyStatementTable {
  /// What it says on an issue, whose words so far are `found`.
  func add(
    _ statement: Case.Statement, at place: Int, _ facts: StatementFacts, _ row: Int,
    _ about: Subject?, _ part: PackageAnswers.Part?, _ layout: Layout,
    to found: inout IssueStatements
  ) {
    let filtered = layout.filtered
    var answers: AnswerPlaces?
    for (party, speakers) in layout.speaking.of(statement.speaker, on: facts.said) {
      if let part, part.isWhole,
        unconcerned[row].contains(party) || part.objecting.contains(parties[party])
      {
        continue
      }
      var near = filtered.voices.nearness(
        of: statement, for: parties[party], speakers: speakers,
        parties: filtered.parties(
          to: facts.issue ?? filtered.index.place(of: found.issue.id)))
      // What others report and the party itself confirms is its own word.
      if confirmations[statement.id]?.contains(parties[party]) ?? false {
        near = .own(false)
      }
      if let furthest = filtered.lens.directness, near.directness > furthest { continue }
      let places = answers ?? found.places(of: about, filtered.index)
      answers = places
      let reliability = facts.source.flatMap { filtered.theCase.sources[$0].reliability }
      let isLowered = filtered.voices.isLowered(statement, reliability: reliability)
      // Who takes back by name what was asked for an answer leaves the answer as it is.
      let isPlain = part?.isReservation == true
      let read =
        about == nil || filtered.index.dropsOthers(statement)
        ? nil : statement.stanceRead
      let hasRequirements =
        !isPlain && statement.requires.contains { $0.kind != .trigger }
      let isWhole = part?.isWhole == true
      let met = part?.package.flatMap { packages.packages[$0].met[statement.id] }
      let isMet = isWhole && met != nil
      // What is asked for in place of a clause is asked for, whatever the rest is taken with.
      let stance = read == .forIf && (isMet || isPlain) ? .for : read
      let isWholeNo = isWhole && stance == .against
      let puts = statement.act == .offer || statement.act == .propose
      let said = statement.until?.value
      var term = Term(until: said, filtered)
      if statement.act == .withdraw {
        // What takes a package back does not end with it.
        term = Term(until: nil, filtered)
      } else if isWhole || isPlain, let package = part?.package {
        // Who puts a package forward again for longer holds it open for longer.
        term = Term(packages.end(ofWords: puts ? nil : said, on: package), filtered)
        // The answer to a text takes the place of the one to the text that it replaced.
        if !puts, let next = packages.nextAnswer(of: parties[party], after: facts.said, to: package)
        {
          term = term.meeting(Term(.on(next), filtered))
        }
      }
      term = term.meeting(Term(until: part?.until, filtered))
      let text = clauseWords[statement.id]
      if let end = text?.end { term = term.meeting(Term(end, filtered)) }
      // What a signature waits for is asked for each clause.
      let asks = stance == .for && !isWhole ? text?.asks(parties[party], said: facts.said) : nil
      found.byParty[party, default: []].append(
        PartyStatement(
          position: place, speakers: speakers,
          wing: filtered.wings.wing(speakers, for: parties[party], on: facts.said),
          said: facts.said, time: facts.time,
          directness: near.directness, voice: isLowered ? near.voice.lowered : near.voice,
          isUnnamed: near.isUnnamed, isLowered: isLowered, reliability: reliability,
          answers: places, act: statement.act, at: statement.at,
          stance: asks == nil ? stance : .forIf,
          // What a package is taken for is asked for the whole, and is no item of its part; who puts
          // one forward gives each part all the same, and so does who agrees to a text.
          base: stance == .forIf && hasRequirements && (!isWhole || puts) ? .for : stance,
          hasRequirements: hasRequirements, isDoubted: statement.isDoubted,
          // A package refused, withdrawn or taken with a condition says less of its parts than words
          // on them do; a number that is taken with a condition is one that it has come to.
          isFaint: statement.isFaint || isWholeNo
            || isWhole
              && (stance == .forIf && !puts && found.issue.value == .option
                || statement.act == .withdraw),
          isRedLine: statement.redLine, drops: statement.drops,
          dropped: statement.drops.compactMap {
            filtered.index.position(.statements, $0.raw)
          },
          saysAgain: statement.change == .reaffirmed,
          grade: Credibility.order(statement.credibility),
          depth: filtered.index.depth(
            speaker: statement.speaker, via: statement.via, source: facts.source),
          reportedLater: filtered.isReportedLater(statement, said: facts.said),
          term: term, isPackage: isWhole || asks != nil, package: isWhole ? part?.package : nil,
          isConcluded: isWhole && part?.package.map(packages.isConcluded) ?? false,
          asks: asks,
          met: isMet ? met ?? nil : nil,
          isReplaced: isWhole && puts
            && part?.package.map { packages.packages[$0].replacedBy != nil } ?? false,
          isDenied: (near.voice != .own || !statement.via.isEmpty)
            && denials[statement.id]?.contains(parties[party]) ?? false,
          isFormer: filtered.haveCeased(speakers, for: parties[party])))
    }
  }

  /// What a party signed is its own word.
  func add(
    _ word: SignedWords.Word, at place: Int, _ statement: Case.Statement,
    _ facts: StatementFacts, _ row: Int, _ filtered: FilteredCase, to found: inout IssueStatements
  ) {
    for signatory in word.by {
      guard let party = self.place(of: signatory), !unconcerned[row].contains(party) else {
        continue
      }
      let isTied = !word.requires.isEmpty
      let reliability = facts.source.flatMap { filtered.theCase.sources[$0].reliability }
      // A signature is a fact; that a clause is agreed is no surer than the words that say so.
      let isLowered =
        !word.isSigned && filtered.voices.isLowered(statement, reliability: reliability)
      let answers = found.places(of: word.about, filtered.index)
      // Where the statement itself gave the answer it is not given twice: a signature goes before a
      // yes to the whole.
      if let last = found.byParty[party]?.last, last.position == place {
        guard last.isPackage, Set(last.answers.all) == Set(answers.all) else { continue }
        found.byParty[party]?.removeLast()
      }
      found.byParty[party, default: []].append(
        PartyStatement(
          position: place, speakers: [signatory], wing: nil, said: word.said,
          time: filtered.timeClass(word.said), directness: .quoted,
          voice: isLowered ? Voice.own.lowered : .own, isUnnamed: false, isLowered: isLowered,
          reliability: isLowered ? reliability : nil, answers: answers,
          act: word.isWording ? .propose : word.accepts ? .accept : .reject,
          at: statement.at,
          stance: !word.accepts ? .against : isTied ? .forIf : .for,
          // What it waits for holds back the text's effect; the answer is given.
          base: word.accepts ? .for : .against,
          hasRequirements: isTied, isDoubted: statement.isDoubted, isFaint: word.isWording,
          isRedLine: false, drops: [], saysAgain: false,
          grade: Credibility.order(statement.credibility),
          depth: filtered.index.depth(
            speaker: statement.speaker, via: statement.via, source: facts.source),
          reportedLater: filtered.isReportedLater(statement, said: word.said),
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
