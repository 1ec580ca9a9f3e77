public import CaseModel

extension NetworksView {
  /// The network of one window of a series, or smoothed about its middle.
  public struct Moment: Sendable, Hashable, Codable {
    /// The window's first day.
    public var first: EDTFDate
    /// Its last day.
    public var last: EDTFDate
    /// How many actors speak.
    public var actors: Int
    /// How many pairs say the same only.
    public var congruent: Int
    /// How many say the opposite only.
    public var conflicting: Int
    /// How many do both.
    public var ambivalent: Int
    /// What all ties weigh together.
    public var congruence: Double
    /// The same of conflict.
    public var conflict: Double
  }

  /// The network without what one coder coded.
  public struct Coder: Sendable, Hashable, Codable {
    /// Who coded it.
    public var coder: Who
    /// How many statements that count are left out with it.
    public var statements: Int
    /// How many ties are gone, or of another side.
    public var changed: Int
    /// The polarisation of what remains; nil where fewer than three have ties.
    public var polarisation: Double?
    /// The frustration index of what remains; nil likewise.
    public var frustration: Int?
  }

  /// The nested backbone: which answers could be left out with the least change.
  public struct Backbone: Sendable, Hashable, Codable {
    /// The answers, those that the network rests on most first.
    public var answers: [Part]
    /// How many of them make up the backbone, by a penalty of 3.5 on size.
    public var size: Int

    /// An answer of the backbone.
    public struct Part: Sendable, Hashable, Codable {
      /// The answer's id.
      public var answer: String
      /// How far the network's spectrum is from that of the whole, 0 to 2, once it and all after it
      /// are left out.
      public var loss: Double
    }
  }
}
