internal import CaseModel
internal import Interchange

/// The invented talks on the Sarn, which the program bears within itself, to be tried without harm.
enum WorkedExample {
  static let name = "sarn"

  /// - Throws: where what is embedded is no case, which a test sees to.
  static func read() throws -> CaseToCreate {
    let files = Dictionary(
      EmbeddedExample.all.map { ($0.name, $0.text) }, uniquingKeysWith: { a, _ in a })
    let bytes = Array((files["\(name).yaml"] ?? "").utf8)
    let theCase = try CaseReader.read(bytes, as: .yaml).theCase
    var texts = CaseTexts()
    for source in theCase.sources {
      guard let file = source.text.file?.split(separator: "/").last,
        let text = files[String(file)]
      else { continue }
      texts.states[source.id] = .loaded(SourceText(text))
    }
    return CaseToCreate(name: name, theCase: theCase, texts: texts)
  }
}
