package import StateOfPlay

/// Steps and what waits on what, as the picture of preconditions needs it.
package struct StepGraph: Sendable, Hashable {
  package struct Node: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      case issue, milestone, meeting, commitment, draft, package

      /// As what the step counts.
      var words: String {
        switch self {
        case .issue: "once agreed"
        case .milestone: "once reached"
        case .meeting: "once held"
        case .commitment: "once carried out"
        case .draft: "once signed"
        case .package: "once accepted"
        }
      }
    }

    /// Unlike that of any other node.
    package var id: String
    package var label: String
    package var kind: Kind
    /// How far it has come; nil where that is not known.
    package var state: PreconditionsView.StepState?
    /// Where its box leads.
    package var link: Link?
    /// What it is once it is taken, where that is not what steps of its kind are.
    package var done: String?

    package init(
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
    var tag: String {
      [done.map { "once \($0)" } ?? kind.words, state?.rawValue].compactMap(\.self).joined(
        separator: " · ")
    }
  }

  /// `to` waits for `from`.
  package struct Edge: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      case before, exchange, trigger
    }

    package var from: String
    package var to: String
    package var kind: Kind
    /// The name of who insists on it.
    package var holder: String
    package var isInferred: Bool
    /// The number of the deadlock it is part of.
    package var circle: Int?
    /// Follows from other edges, and is left out of the picture.
    package var isHidden: Bool

    package init(
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

    package var isInCircle: Bool { circle != nil }
  }

  package var nodes: [Node]
  package var edges: [Edge]

  package init(nodes: [Node], edges: [Edge]) {
    self.nodes = nodes
    self.edges = edges
  }
}
