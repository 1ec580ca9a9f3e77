package import CaseModel
package import StateOfPlay

/// One thing by which a case is looked at, described once.
///
/// The command's flag and its help, the name in an address, the control in the page's bar, the chip
/// that removes it and the words in a footer all come from here. A new option is a field of ``Lens``,
/// with what it means to the views, and a description in ``all``.
package struct LensOption: Sendable {
  /// Where its control is shown.
  package enum Area: Sendable {
    /// Always in sight, before everything else.
    case date
    /// A list of entries, folded away.
    case list
    /// What is asked of the evidence, folded away.
    case evidence
    /// Not in the bar: the server decides.
    case none
  }

  /// As in a flag and an address, `as-of`.
  package let name: String
  package let value: LensValue
  package let area: Area
  /// What its control is called.
  package let label: String
  /// What an empty control means.
  package let unset: String
  /// For the command line's help: a sentence, and what the value is called.
  package let help: String
  package let valueName: String
  /// What it limits, for the sentence that a page does not use it.
  package let noun: String
  /// The clause of a footer that says so; a list gives its entries separated by commas.
  package let clause: @Sendable (_ value: String, _ lens: Lens) -> String
  /// The words on the chip of one entry of a list.
  package let chip: @Sendable (_ value: String) -> String

  init(
    _ name: String, _ value: LensValue, in area: Area, label: String = "", unset: String = "",
    help: String, valueName: String = "", noun: String,
    chip: @escaping @Sendable (String) -> String = { $0 },
    clause: @escaping @Sendable (String, Lens) -> String
  ) {
    self.name = name
    self.value = value
    self.area = area
    self.label = label
    self.unset = unset
    self.help = help
    self.valueName = valueName
    self.noun = noun
    self.clause = clause
    self.chip = chip
  }

  package func isSet(in lens: Lens) -> Bool { !value.texts(of: lens).isEmpty }

  /// Takes the option from the texts given for it, the last one where there can be but one.
  ///
  /// - Throws: ``LensError`` where a text is no value of it, or names nothing in the case.
  package func read(_ texts: [String], into lens: inout Lens, _ index: CaseIndex) throws(LensError)
  {
    do {
      try value.read(texts, into: &lens, index)
    } catch {
      throw LensError(option: name, reason: error)
    }
  }

  /// "as of 16 May 2025"; nil where the option is not set.
  package func words(of lens: Lens, _ index: CaseIndex) -> String? {
    let values = value.words(of: lens, index)
    return values.isEmpty ? nil : clause(values.joined(separator: ", "), lens)
  }

  /// What it limits the view to, one thing at a time, each with the lens without it.
  package func limits(of lens: Lens, _ index: CaseIndex) -> [(words: String, without: Lens)] {
    let values = value.words(of: lens, index)
    return values.indices.map { position in
      var other = lens
      value.remove(position, from: &other)
      let words = area == .list ? chip(values[position]) : clause(values[position], lens)
      return (words.capitalisedFirst, other)
    }
  }
}

extension LensOption: Hashable {
  package static func == (a: LensOption, b: LensOption) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
