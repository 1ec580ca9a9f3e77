internal import CaseModel

/// A conflict in a file of its own, without a case: our YAML or JSON, or the `.gmcr` JSON of other
/// graph-model programs.
public enum ModelFile {
  /// The conflict as the only entry of an otherwise empty case; nil where `path` is a case.
  /// - Throws: ``CaseFileFault`` where there is no such file; ``LocatedUnreadableCase`` where it
  ///   holds no conflict that can be read, with every place at fault.
  public static func open(_ path: String, limits: ReadLimits = ReadLimits()) throws -> CaseFile? {
    if path.lowercased().hasSuffix(".gmcr") {
      return try read(path, FileBytes.read(path, limit: limits.fileSize), .json, limits) {
        GMCRReader.read($0, &$1)
      }
    }
    guard let format = try? CaseFile.format(of: path), format != .jsonl,
      let bytes = try? FileBytes.read(path, limit: limits.fileSize),
      String(validating: bytes, as: UTF8.self) != nil
    else { return nil }
    let first =
      format == .yaml ? firstKey(YAMLEvents(bytes)) : firstKey(JSONEvents(bytes))
    guard let first, Case.Conflict.fields.contains(where: { $0.name == first }) else { return nil }
    return try read(path, bytes, format, limits) { Case.Conflict.read($0, &$1) }
  }

  /// What tells a conflict from a case, which begins with `dragoman`.
  private static func firstKey(_ events: some DocumentEvents) -> String? {
    var events = events
    guard case .mapStart? = try? events.next().kind,
      case .scalar(let key, _)? = try? events.next().kind
    else { return nil }
    return key
  }

  private static func read(
    _ path: String, _ bytes: [UInt8], _ format: FileLayout.Format, _ limits: ReadLimits,
    _ decode: (Node, inout NodeReader) -> Case.Conflict?
  ) throws -> CaseFile {
    var reader = NodeReader()
    var found: (conflict: Case.Conflict, place: Place)?
    if let offset = bytes.firstInvalidUTF8 {
      throw LocatedUnreadableCase(
        path: path, bytes: bytes,
        unreadable: UnreadableCase([
          Finding("not-utf8", message: "byte \(offset + 1) of the file is not UTF-8")
        ]))
    }
    do throws(SyntaxFault) {
      let root =
        format == .yaml
        ? try root(YAMLEvents(bytes), limits) : try root(JSONEvents(bytes), limits)
      if let conflict = decode(root, &reader) { found = (conflict, root.place) }
    } catch {
      reader.fail(error.code, at: error.place, error.message, hint: error.hint)
    }
    guard let found, !reader.hasErrors else {
      throw LocatedUnreadableCase(
        path: path, bytes: bytes,
        unreadable: UnreadableCase(reader.findings, uncounted: reader.uncounted))
    }
    var theCase = Case(Case.Header(id: Slug(found.conflict.id.raw), title: found.conflict.title))
    theCase.conflicts = [found.conflict]
    var layout = FileLayout(format, bytes)
    layout.sections[.conflicts] = FileLayout.Section(
      key: found.place, value: found.place, isFlow: false, entries: [found.place])
    return CaseFile(path: path, theCase: theCase, layout: layout, texts: CaseTexts([:]))
  }

  private static func root(
    _ events: some DocumentEvents, _ limits: ReadLimits
  ) throws(SyntaxFault) -> Node {
    var composer = Composer(events, limits: limits)
    return try composer.node(try composer.next())
  }
}
