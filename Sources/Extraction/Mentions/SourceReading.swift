package import CaseModel

/// Who speaks, by the words that name a source, and through whom.
package struct SourceReading: Hashable, Sendable {
  /// Several where they speak jointly.
  package var speaker: [Case.Actor.ID] = []
  /// Who reports it, nearest the speaker first.
  package var via: [Case.Actor.ID] = []
  /// Whom the case lacks of the speakers.
  package var proposed: [ProposedActor] = []
  /// By what words each speaker is meant, as the text has them.
  package var forms: [ActorMention.Form] = []
}

extension MentionReader {
  /// Reads the words of a source: `Mr Haddar`, `both sides`, `an official of the Commission, quoted by
  /// Delta`, `Reuters, citing two diplomats`.
  /// - Complexity: O(text).
  package func source(in text: String, _ context: inout MentionContext) -> SourceReading {
    Self.source(in: SpanText(text), naming: self.mentions(in: text, &context))
  }

  /// The same of words whose mentions are known.
  /// - Parameter mentions: with places in code points of the words.
  package static func source(
    in words: SpanText, naming mentions: [ActorMention]
  ) -> SourceReading {
    let mentions = mentions.filter { !$0.isPlace }
    var reading = SourceReading()
    var isVia = false
    var piece = 0
    for mention in mentions {
      var between: [String] = []
      while let next = words[piece], next.start < mention.place.lowerBound {
        between.append(next.lower)
        piece += 1
      }
      while let next = words[piece], next.start < mention.place.upperBound { piece += 1 }
      if !between.isEmpty, !reading.forms.isEmpty {
        if between.contains(where: Self.givesSource.contains) {
          // What came before only reports what this one says.
          reading.via = reading.speaker + reading.via
          reading.speaker = []
          reading.proposed = []
          reading.forms = []
          isVia = false
        } else if between.contains(where: Self.namesReporter.contains) {
          isVia = true
        } else if !between.allSatisfy(Self.joins.contains) {
          continue
        }
      }
      if isVia {
        reading.via += mention.actors.filter { !reading.via.contains($0) }
      } else {
        // A name behind a post is the one who holds it: its president, Yannis Karras.
        if mention.form == .name, let last = reading.forms.last,
          last == .office || last == .unnamed,
          between.allSatisfy({ $0 == "," || $0 == "-" }), reading.forms.count == 1
        {
          reading.speaker = []
          reading.proposed = []
          reading.forms = []
        }
        let new = mention.actors.filter { !reading.speaker.contains($0) }
        guard !new.isEmpty || mention.actors.isEmpty else { continue }
        // A post behind a name that is known is the same person.
        if mention.actors.isEmpty, mention.form == .office, !reading.speaker.isEmpty { continue }
        reading.speaker += new
        if mention.actors.isEmpty, let proposed = mention.proposed {
          reading.proposed.append(proposed)
        }
        reading.forms.append(mention.form)
      }
    }
    return reading
  }

  private static let givesSource: Set<String> = ["citing", "quoting", "quotes", "cites"]
  private static let namesReporter: Set<String> = [
    "quoted", "cited", "told", "by", "to", "according", "reported",
  ]
  private static let joins: Set<String> = [
    ",", "and", "with", "together", "along", "as", "well", "alongside", "jointly", "the", "&", "і",
    "та", "и", "(", ")",
  ]
}
