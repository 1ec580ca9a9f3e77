package import CaseModel

/// A model in a file of its own, without a case: a conflict or a scenario as our YAML or JSON, a
/// conflict as the `.gmcr` JSON of other graph-model programs, or a scenario of GENIUS, GeniusWeb or
/// NegMAS.
package enum ModelFile {
  /// An entry that can stand alone.
  package typealias Model = IdentifiedEntry & FieldShaped

  /// The conflict as the only entry of an otherwise empty case; nil where `path` is a case.
  /// - Throws: ``CaseFileError`` where there is no such file; ``UnreadableFileError`` where it
  ///   holds no conflict that can be read, with every place at fault.
  package static func open(_ path: String, limits: ReadLimits = ReadLimits()) throws -> CaseFile? {
    guard path.lowercased().hasSuffix(".gmcr") else {
      return try open(path, \.conflicts, limits: limits)
    }
    let bytes = try FileBytes.read(path, limit: limits.fileSize)
    if let kind = GMCRBytes.otherKind(of: bytes) {
      throw CaseFileError("`\(path)` \(kind.message)", hint: kind.hint)
    }
    return try read(path, bytes, .json, into: \.conflicts, limits) { GMCRReader.read($0, &$1) }
  }

  /// A model as the only entry of its section of an otherwise empty case, a scenario also from the
  /// files of other programs; nil where `path` is a case, or nothing that can be read.
  /// - Throws: as ``open(_:limits:)`` does.
  package static func open<Entry: Model>(
    _ path: String, _ section: WritableKeyPath<Case, [Entry]>, limits: ReadLimits = ReadLimits()
  ) throws -> CaseFile? {
    if Entry.section == .scenarios,
      let foreign = try ScenarioImport.open(path, limits: limits)
    {
      return foreign
    }
    guard let format = try? CaseFile.format(of: path), format != .jsonl,
      let bytes = try? FileBytes.read(path, limit: limits.fileSize),
      String(validating: bytes, as: UTF8.self) != nil
    else { return nil }
    let first =
      format == .yaml ? firstKey(YAMLEvents(bytes)) : firstKey(JSONEvents(bytes))
    guard let first, Entry.fields.contains(where: { $0.name == first }) else { return nil }
    return try read(path, bytes, format, into: section, limits) { Entry.read($0, &$1) }
  }

  /// What distinguishes a model from a case, which begins with `dragoman`.
  static func firstKey(_ events: some DocumentEvents) -> String? {
    var events = events
    guard case .mapStart? = try? events.next().kind,
      case .scalar(let key, _)? = try? events.next().kind
    else { return nil }
    return key
  }

  private static func read<Entry: Model>(
    _ path: String, _ bytes: [UInt8], _ format: FileLayout.Format,
    into section: WritableKeyPath<Case, [Entry]>, _ limits: ReadLimits,
    _ decode: (Node, inout NodeReader) -> Entry?
  ) throws -> CaseFile {
    var reader = NodeReader()
    var found: (entry: Entry, place: Place)?
    if let offset = bytes.firstInvalidUTF8 {
      throw UnreadableFileError(
        path: path, bytes: bytes,
        unreadable: UnreadableCaseError([
          Finding(.notUTF8, message: "byte \(offset + 1) of the file is not UTF-8")
        ]))
    }
    do throws(SyntaxError) {
      let root =
        format == .yaml
        ? try root(YAMLEvents(bytes), limits) : try root(JSONEvents(bytes), limits)
      if let entry = decode(root, &reader) { found = (entry, root.place) }
    } catch {
      reader.fail(error.code, at: error.place, error.message, hint: error.hint)
    }
    guard let found, !reader.hasErrors else {
      throw UnreadableFileError(
        path: path, bytes: bytes,
        unreadable: UnreadableCaseError(reader.findings, uncounted: reader.uncounted))
    }
    let title = found.entry.node()["title"]?.scalar ?? found.entry.id.raw
    var theCase = Case(Case.Header(id: Slug(found.entry.id.raw), title: title))
    theCase[keyPath: section] = [found.entry]
    var layout = FileLayout(format, bytes)
    layout.sections[Entry.section] = FileLayout.Section(
      key: found.place, value: found.place, isFlow: false, entries: [found.place])
    return CaseFile(path: path, theCase: theCase, layout: layout, texts: CaseTexts([:]))
  }

  private static func root(
    _ events: some DocumentEvents, _ limits: ReadLimits
  ) throws(SyntaxError) -> Node {
    var composer = Composer(events, limits: limits)
    return try composer.node(try composer.next())
  }
}
