extension Case {
  /// A question to be settled, or a question of what happened.
  public struct Issue: FieldShaped, IdentifiedEntry, Recorded {
    /// The id by which other entries name one.
    public typealias ID = EntryID<Issue>

    /// Whether it is to be settled or is in dispute as fact.
    public enum Kind: String, Vocabulary {
      case negotiable, factual
      /// What one is called in messages.
      public static let noun = "kind of issue"
    }

    /// What an answer is.
    public enum ValueKind: String, Vocabulary {
      case option, quantity, date, set
      /// What one is called in messages.
      public static let noun = "kind of value"
    }

    /// What kind of answers it takes.
    public enum Answers: String, Vocabulary {
      /// Options are alternatives: a later *for* on one supersedes an earlier on another.
      case one
      /// Several may be right at once, as causes are.
      case many
      /// What one is called in messages.
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
      /// What one is called in messages.
      public static let noun = "stage"
    }

    /// One discrete answer.
    public struct Option: FieldShaped {
      /// The option's id, unique in its issue.
      public var id: Slug = ""
      /// What is settled under it.
      public var title = ""
      /// Other words for it.
      public var aliases: [String] = []
      /// Who must act for it to be taken.
      public var takenBy: [Actor.ID] = []
      /// One with every field empty.
      public init() {}

      /// An answer by id and title.
      public init(id: Slug, title: String) {
        self.id = id
        self.title = title
      }

      /// What one is called in messages.
      public static let noun = "option"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Option>] = [
        .required("id", \.id, "The option's id, unique in its issue"),
        .required("title", \.title, "What it settles"),
        .list("aliases", \.aliases, "Other words for it"),
        .list("takenBy", \.takenBy, "Who must act for it to be taken"),
      ]
    }

    /// Something a set-valued answer may hold.
    public struct Member: FieldShaped {
      /// The member's id, unique in its issue.
      public var id: Slug = ""
      /// The name to print.
      public var name: String?
      /// Other names and spellings.
      public var aliases: [String] = []
      /// One with every field empty.
      public init() {}

      /// A member of the issue's sets.
      public init(id: Slug, name: String? = nil) {
        self.id = id
        self.name = name
      }

      /// What one is called in messages.
      public static let noun = "member"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Member>] = [
        .required("id", \.id, "The member's id, unique in its issue"),
        .optional("name", \.name, "The name to display"),
        .list("aliases", \.aliases, "Other names and spellings"),
      ]
    }

    /// Which way a party wants a quantity or set to go.
    public enum Want: String, Vocabulary {
      case more, less
      /// What one is called in messages.
      public static let noun = "want"
    }

    /// That it is no longer under negotiation, and why.
    public struct Ended: FieldShaped, Evidenced {
      /// How one unit is turned into the other.
      public enum How: String, Vocabulary {
        case settled
        /// What it was about is gone.
        case moot
        /// A term ran out.
        case lapsed
        /// What one is called in messages.
        public static let noun = "way an issue ends"
      }

      /// When it ended.
      public var date: EDTFDate?
      /// Settled, moot or lapsed.
      public var how = How.settled
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "end of an issue"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Ended>] =
        [
          .optional("date", \.date, "When it ended"),
          .required("how", \.how, "Settled, moot or lapsed"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// Two quantities of different units that are worth the same, so that answers can be compared.
    public struct Equivalent: FieldShaped, Evidenced {
      /// What it equals.
      public var `is` = Quantity()
      /// The equivalent quantity in the other unit.
      public var of = Quantity()
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "equivalent"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Equivalent>] =
        [
          .required("is", \.is, "A quantity in one unit"),
          .required("of", \.of, "The equivalent quantity in the other unit"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// The issue's id.
    public var id: ID = ""
    /// The question in a few words.
    public var title = ""
    /// To be settled, or a question of what happened.
    public var kind = Kind.negotiable
    /// A PA-X family, as `Ce` for ceasefire.
    public var category: String?
    /// PA-X stage.
    public var stage: Stage?
    /// Only where they are not the case's.
    public var parties: [Actor.ID] = []
    /// What an answer is; option if absent.
    public var value = ValueKind.option
    /// What a quantity counts.
    public var unit: String?
    /// Whether several answers may be true at once.
    public var answers = Answers.one
    /// The discrete answers.
    public var options: [Option] = []
    /// What a set may hold.
    public var members: [Member] = []
    /// Whether each party wants more or less.
    public var wants = ActorMap<Want>()
    /// Who is not a party but must consent or can stop an agreement on it.
    public var consent: [Actor.ID] = []
    /// That it is no longer under negotiation, and why.
    public var ended: Ended?
    /// Equivalent quantities in other units.
    public var equivalents: [Equivalent] = []
    /// Words that identify passages of texts about it.
    public var keywords: [String] = []
    /// Who entered it, when, and whether it is confidential.
    public var provenance = Provenance()

    /// One with every field empty.
    public init() {}

    /// An issue by id, title and answers.
    public init(id: ID, title: String, kind: Kind = .negotiable, options: [Option] = []) {
      self.id = id
      self.title = title
      self.kind = kind
      self.options = options
    }

    /// The section of a case that holds it.
    public static let section = Case.Section.issues
    /// What one is called in messages.
    public static let noun = "issue"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Issue>] =
      [
        .required("id", \.id, "The issue's id"),
        .required("title", \.title, "The question in a few words"),
        .required("kind", \.kind, "To be settled, or a question of what happened"),
        .optional("category", \.category, "PA-X family, such as Ce for ceasefire"),
        .optional("stage", \.stage, "PA-X stage"),
        .list("parties", \.parties, "The parties concerned, if not all of the case's parties"),
        .defaulted("value", \.value, .option, "What an answer is; option if absent"),
        .optional("unit", \.unit, "What a quantity counts"),
        .defaulted("answers", \.answers, .one, "Whether several answers may be true at once"),
        .list("options", \.options, "The discrete answers"),
        .list("members", \.members, "What a set may contain"),
        .defaulted("wants", \.wants, ActorMap(), "Whether each party wants more or less"),
        .list(
          "consent", \.consent, orOne: true,
          "Who is not a party but must consent or can stop an agreement on it"),
        .optional("ended", \.ended, "That it is no longer under negotiation, and why"),
        .list("equivalents", \.equivalents, "Equivalent quantities in other units"),
        .list("keywords", \.keywords, "Words that identify passages of texts about it"),
      ] + Provenance.fields.within(\.provenance)
  }
}

/// A map from actors to words, in the file's order.
public struct ActorMap<Value: Shaped>: Shaped {
  /// An actor and its value.
  public struct Pair: Sendable, Hashable {
    /// The actor.
    public var actor: Case.Actor.ID
    /// The value.
    public var value: Value
  }

  /// The pairs, in the order of the file.
  public var pairs: [Pair] = []

  /// One with every field empty.
  public init() {}

  /// The value of an actor; nil where it has none.
  public subscript(actor: Case.Actor.ID) -> Value? { pairs.first { $0.actor == actor }?.value }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> ActorMap? {
    guard case .map(let found) = node.content else {
      reader.fail(
        .wrongType, at: node.place, "expected a map from actors, found \(node.kindInWords)")
      return nil
    }
    var map = ActorMap()
    for pair in found {
      let key = Node(.scalar(pair.key), at: pair.keyPlace)
      guard let actor = Case.Actor.ID.read(key, &reader),
        let value = reader.inside(.key(pair.key), { Value.read(pair.value, &$0) })
      else { continue }
      if map[actor] != nil {
        reader.fail(.duplicateKey, at: pair.keyPlace, "the key `\(pair.key)` is given twice here")
        continue
      }
      map.pairs.append(Pair(actor: actor, value: value))
    }
    map.pairs.sort { $0.actor < $1.actor }
    return map
  }

  /// Its form in the file.
  public func node() -> Node {
    .map(pairs.map { .init($0.actor.raw, $0.value.node()) })
  }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    SchemaBook.object(("type", .text("object")), ("additionalProperties", Value.schema(&book)))
  }

  /// Visits the ids of other entries in it, in the order of the file.
  public mutating func walk(_ walker: inout ReferenceWalker) {
    for index in pairs.indices {
      walker.inside(.key(pairs[index].actor.raw)) { pairs[index].actor.walk(&$0) }
    }
  }
}
