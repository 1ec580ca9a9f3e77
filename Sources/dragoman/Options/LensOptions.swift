import ArgumentParser
import CaseModel
import Presentation
import StateOfPlay

/// How the case is looked at: a flag for each option of the lens, as ``LensOption/all`` describes
/// them. `Scope` is the view, which says whether it compares dates.
///
/// The parser asks a type for its options through a mirror and gives their values to its decoder, so
/// that a list can have them as well as a property each.
struct LensOptions<Scope: LensScope>: ParsableArguments, CustomReflectable {
  /// By option, the texts given for it.
  private var given: [String: [String]] = [:]

  /// What may be asked: a view that compares no dates takes no date to compare with.
  private static var options: [LensOption] {
    LensOption.all.filter { $0 != .since || Scope.lensOptions.contains($0) }
  }

  init() {}

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for option in Self.options {
      let key = Key(option.name)
      if option.value.isFlag {
        let isGiven = try container.decode(Flag<Bool>.self, forKey: key).wrappedValue
        given[option.name] = isGiven ? ["yes"] : []
      } else if option.value.isList {
        given[option.name] = try container.decode(Option<[String]>.self, forKey: key).wrappedValue
      } else {
        let text = try container.decode(Option<String?>.self, forKey: key).wrappedValue
        given[option.name] = text.map { [$0] } ?? []
      }
    }
  }

  var customMirror: Mirror {
    let children = Self.options.map { option -> Mirror.Child in
      (label: option.name, value: Self.argument(for: option))
    }
    return Mirror(self, children: children, displayStyle: .struct)
  }

  private static func argument(for option: LensOption) -> Any {
    let name = NameSpecification.customLong(option.name)
    let help = ArgumentHelp(stringLiteral: option.help)
    if option.value.isFlag { return Flag<Bool>(wrappedValue: false, name: name, help: help) }
    let described = ArgumentHelp(option.help, valueName: option.valueName)
    if option.value.isList {
      return Option<[String]>(wrappedValue: [], name: name, help: described)
    }
    return Option<String?>(name: name, help: described)
  }

  /// The options given.
  var names: Set<String> { Set(given.filter { !$0.value.isEmpty }.keys) }

  /// The same with further options; what is given already stays.
  func asking(_ asked: [String: [String]]) -> LensOptions {
    var options = self
    for (name, texts) in asked where !names.contains(name) { options.given[name] = texts }
    return options
  }

  /// The case as it was known at the date asked about, and the lens, with every name known to it.
  func through(_ opened: OpenedCase) throws -> CaseInView {
    do {
      return try seeing(opened)
    } catch let error as LensError {
      throw UsageError("--\(error.option): \(error.message)", hint: error.hint)
    }
  }

  /// The same, for a caller that knows the options by other names.
  ///
  /// - Throws: ``LensError`` where the case does not know what is asked for.
  func seeing(_ opened: OpenedCase) throws -> CaseInView {
    // The case decides which names are known, and the date of entry which case it is.
    var first = Lens()
    try read([.knownAt, .redact], into: &first, CaseIndex(opened.theCase))
    // What is confidential is not known here either, not even by a hint.
    var secrecy = Lens()
    secrecy.redact = first.redact
    if first.redact, first.knownAt != nil, opened.hasHistory {
      throw UsageError(
        "--redact with --known-at: an earlier state of the file may show entries that are now confidential",
        hint: "leave one of them out")
    }
    let known = try opened.known(at: first.knownAt)
    var lens = Lens()
    try read(Self.options, into: &lens, CaseIndex(known.theCase.cut(by: secrecy)))
    if lens.knownAt != nil, known.hasHistory { lens.knownFrom = .history }
    return CaseInView(file: known, lens: lens)
  }

  private func read(
    _ options: [LensOption], into lens: inout Lens, _ index: CaseIndex
  ) throws(LensError) {
    for option in options { try option.read(given[option.name] ?? [], into: &lens, index) }
  }
}
