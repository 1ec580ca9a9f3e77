extension Case {
  /// A question to be settled, or a question of what happened.
  public struct Issue: FieldShaped, IdentifiedEntry, Recorded {
    public typealias ID = EntryID<Issue>

    public enum Kind: String, Vocabulary {
      case negotiable, factual
      public static let noun = "kind of issue"
    }

    /// What an answer is.
    public enum ValueKind: String, Vocabulary {
      case option, quantity, date, set
      public static let noun = "kind of value"
    }

    public enum Answers: String, Vocabulary {
      /// Options are alternatives: a later *for* on one supersedes an earlier on another.
      case one
      /// Several may be right at once, as causes are.
      case many
      public static let noun = "number of answers"
    }

    /// The stage of an agreement, as PA-X codes it.
    public enum Stage: String, Vocabulary {
      case pre = "Pre"
      case subPar = "SubPar"
      case subComp = "SubComp"
      case imp = "Imp"
      case ren = "Ren"
      case cea = "Cea"
      case oth = "Oth"
      public static let noun = "stage"
    }

    /// One discrete answer.
    public struct Option: FieldShaped {
      public var id: Slug = ""
      public var title = ""
      public var aliases: [String] = []
      /// Who must act for it to be taken.
      public var takenBy: [Actor.ID] = []
      public init() {}

      public init(id: Slug, title: String) {
        self.id = id
        self.title = title
      }

      public static let noun = "option"
      public static let fields: [Field<Option>] = [
        .required("id", \.id, "The option's id, unique in its issue"),
        .required("title", \.title, "What is settled under it"),
        .list("aliases", \.aliases, "Other words for it"),
        .list("takenBy", \.takenBy, "Who must act for it to be taken"),
      ]
    }

    /// Something a set-valued answer may hold.
    public struct Member: FieldShaped {
      public var id: Slug = ""
      public var name: String?
      public var aliases: [String] = []
      public init() {}

      public init(id: Slug, name: String? = nil) {
        self.id = id
        self.name = name
      }

      public static let noun = "member"
      public static let fields: [Field<Member>] = [
        .required("id", \.id, "The member's id, unique in its issue"),
        .optional("name", \.name, "The name to print"),
        .list("aliases", \.aliases, "Other names and spellings"),
      ]
    }

    /// Which way a party wants a quantity or set to go.
    public enum Want: String, Vocabulary {
      case more, less
      public static let noun = "want"
    }

    /// That it is no longer under negotiation, and why.
    public struct Ended: FieldShaped, Evidenced {
      public enum How: String, Vocabulary {
        case settled
        /// What it was about is gone.
        case moot
        /// A term ran out.
        case lapsed
        public static let noun = "way an issue ends"
      }

      public var date: EDTFDate?
      public var how = How.settled
      public var evidence = Evidence()
      public init() {}
      public static let noun = "end of an issue"
      public static let fields: [Field<Ended>] =
        [
          .optional("date", \.date, "When it ended"),
          .required("how", \.how, "Settled, moot or lapsed"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// Two quantities of different units that are worth the same, so that answers can be compared.
    public struct Equivalent: FieldShaped, Evidenced {
      public var `is` = Quantity()
      public var of = Quantity()
      public var evidence = Evidence()
      public init() {}
      public static let noun = "equivalent"
      public static let fields: [Field<Equivalent>] =
        [
          .required("is", \.is, "A quantity in one unit"),
          .required("of", \.of, "The quantity in the other unit that is worth as much"),
        ] + Evidence.fields.within(\.evidence)
    }

    public var id: ID = ""
    public var title = ""
    public var kind = Kind.negotiable
    /// A PA-X family, as `Ce` for ceasefire.
    public var category: String?
    public var stage: Stage?
    /// Only where they are not the case's.
    public var parties: [Actor.ID] = []
    public var value = ValueKind.option
    public var unit: String?
    public var answers = Answers.one
    public var options: [Option] = []
    public var members: [Member] = []
    public var wants = ActorMap<Want>()
    /// Who is not a party but must consent or can stop an agreement on it.
    public var consent: [Actor.ID] = []
    public var ended: Ended?
    public var equivalents: [Equivalent] = []
    public var keywords: [String] = []
    public var provenance = Provenance()

    public init() {}

    public init(id: ID, title: String, kind: Kind = .negotiable, options: [Option] = []) {
      self.id = id
      self.title = title
      self.kind = kind
      self.options = options
    }

    public static let section = Case.Section.issues
    public static let noun = "issue"
    public static let fields: [Field<Issue>] =
      [
        .required("id", \.id, "The issue's id"),
        .required("title", \.title, "The question in a few words"),
        .required("kind", \.kind, "To be settled, or a question of what happened"),
        .optional("category", \.category, "PA-X family, as Ce for ceasefire"),
        .optional("stage", \.stage, "PA-X stage"),
        .list("parties", \.parties, "Whose issue it is, where not all the case's parties'"),
        .defaulted("value", \.value, .option, "What an answer is; option where absent"),
        .optional("unit", \.unit, "What a quantity counts"),
        .defaulted("answers", \.answers, .one, "Whether several answers may hold at once"),
        .list("options", \.options, "The discrete answers"),
        .list("members", \.members, "What a set may hold"),
        .defaulted("wants", \.wants, ActorMap(), "Which way each party wants it to go"),
        .list(
          "consent", \.consent, orOne: true,
          "Who is not a party but must consent or can stop an agreement on it"),
        .optional("ended", \.ended, "That it is no longer under negotiation, and why"),
        .list("equivalents", \.equivalents, "Quantities in other units that are worth as much"),
        .list("keywords", \.keywords, "Words by which a text's passage is known to be on it"),
      ] + Provenance.fields.within(\.provenance)
  }
}

/// A map from actors to words, in the file's order.
public struct ActorMap<Value: Shaped>: Shaped {
  public struct Pair: Sendable, Hashable {
    public var actor: Case.Actor.ID
    public var value: Value
  }

  public var pairs: [Pair] = []

  public init() {}

  public subscript(actor: Case.Actor.ID) -> Value? { pairs.first { $0.actor == actor }?.value }

  public static func read(_ node: Node, _ reader: inout NodeReader) -> ActorMap? {
    guard case .map(let found) = node.content else {
      reader.fail(
        "wrong-type", at: node.place, "expected a map from actors, found \(node.kindInWords)")
      return nil
    }
    var map = ActorMap()
    for pair in found {
      let key = Node(.scalar(pair.key), at: pair.keyPlace)
      guard let actor = Case.Actor.ID.read(key, &reader),
        let value = reader.inside(.key(pair.key), { Value.read(pair.value, &$0) })
      else { continue }
      if map[actor] != nil {
        reader.fail("duplicate-key", at: pair.keyPlace, "the key `\(pair.key)` stands twice here")
        continue
      }
      map.pairs.append(Pair(actor: actor, value: value))
    }
    map.pairs.sort { $0.actor < $1.actor }
    return map
  }

  public func node() -> Node {
    .map(pairs.map { .init($0.actor.raw, $0.value.node()) })
  }

  public static func schema(_ book: inout SchemaBook) -> Node {
    SchemaBook.object(("type", .text("object")), ("additionalProperties", Value.schema(&book)))
  }

  public mutating func walk(_ walker: inout ReferenceWalker) {
    for index in pairs.indices {
      walker.inside(.key(pairs[index].actor.raw)) { pairs[index].actor.walk(&$0) }
    }
  }
}
