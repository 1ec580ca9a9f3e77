public import StateOfPlay

/// Steps and what waits on what, as the picture of preconditions needs it.
public struct StepGraph: Sendable, Hashable {
  public struct Node: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      case issue, milestone, meeting, commitment, draft

      /// As what the step counts.
      var words: String {
        switch self {
        case .issue: "once agreed"
        case .milestone: "once reached"
        case .meeting: "once held"
        case .commitment: "once carried out"
        case .draft: "once signed"
        }
      }
    }

    /// Unlike that of any other node.
    public var id: String
    public var label: String
    public var kind: Kind
    /// How far it has come; nil where that is not known.
    public var state: PreconditionsView.StepState?
    /// Where its box leads.
    package var link: Link?

    public init(
      id: String, label: String, kind: Kind, state: PreconditionsView.StepState? = nil
    ) {
      self.init(id: id, label: label, kind: kind, state: state, link: nil)
    }

    package init(
      id: String, label: String, kind: Kind, state: PreconditionsView.StepState? = nil,
      link: Link?
    ) {
      self.id = id
      self.label = label
      self.kind = kind
      self.state = state
      self.link = link
    }

    /// `once agreed · promised`
    var tag: String { [kind.words, state?.rawValue].compactMap(\.self).joined(separator: " · ") }
  }

  /// `to` waits for `from`.
  public struct Edge: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      case before, exchange, trigger
    }

    public var from: String
    public var to: String
    public var kind: Kind
    /// The name of who insists on it.
    public var holder: String
    public var isInferred: Bool
    /// The number of the deadlock it is part of.
    public var circle: Int?
    /// Follows from other edges, and is left out of the picture.
    public var isHidden: Bool

    public init(
      from: String, to: String, kind: Kind, holder: String, isInferred: Bool = false,
      circle: Int? = nil, isHidden: Bool = false
    ) {
      self.from = from
      self.to = to
      self.kind = kind
      self.holder = holder
      self.isInferred = isInferred
      self.circle = circle
      self.isHidden = isHidden
    }

    public var isInCircle: Bool { circle != nil }
  }

  public var nodes: [Node]
  public var edges: [Edge]

  public init(nodes: [Node], edges: [Edge]) {
    self.nodes = nodes
    self.edges = edges
  }
}
