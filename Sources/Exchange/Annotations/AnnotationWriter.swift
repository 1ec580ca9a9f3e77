internal import CaseModel
internal import Foundation

/// Writes W3C Web Annotations: a page of them in JSON-LD, positions in code points, the words first.
package enum AnnotationWriter {
  /// - Parameter file: by document, where its text is, relative to the annotations.
  package static func annotations(
    _ project: CodedProject, file: (String) -> String?
  ) throws(ExchangeError) -> [UInt8] {
    let documents = Dictionary(
      project.documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let codes = Dictionary(
      project.codes.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    var used: [String: Int] = [:]
    let items = project.passages.map { passage -> [String: Any] in
      let name = passage.id ?? "passage"
      used[name, default: 0] += 1
      let number = used[name] ?? 1
      return annotation(
        passage, number > 1 ? "\(name)-\(number)" : name, documents[passage.document], codes,
        file(passage.document))
    }
    let page: [String: Any] = [
      "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage",
      "id": "urn:dragoman:annotations", "items": items,
    ]
    do {
      let data = try JSONSerialization.data(
        withJSONObject: page, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
      return Array(data) + [UInt8(ascii: "\n")]
    } catch {
      throw ExchangeError("the annotations cannot be written as JSON")
    }
  }

  /// What is known of a document beside its address, where anything is.
  private static func source(
    _ document: CodedProject.Document?, at address: String
  ) -> Any {
    guard let document else { return address }
    var source: [String: Any] = ["id": address, "name": document.title]
    source["author"] = document.author
    source["publisher"] = document.publisher
    source["published"] = document.published?.text
    source["language"] = document.language
    return source
  }

  private static func annotation(
    _ passage: CodedProject.Passage, _ name: String, _ document: CodedProject.Document?,
    _ codes: [String: String], _ file: String?
  ) -> [String: Any] {
    var bodies: [[String: Any]] = passage.codes.compactMap { codes[$0] }.map {
      ["type": "TextualBody", "value": $0, "purpose": "tagging"]
    }
    if let note = passage.note, !note.isEmpty {
      bodies.append([
        "type": "TextualBody", "value": note, "purpose": "commenting", "format": "text/plain",
      ])
    }
    bodies += passage.factLines.map {
      ["type": "TextualBody", "value": $0, "purpose": "describing", "format": "text/plain"]
    }
    var selectors: [[String: Any]] = []
    if let exact = passage.exact {
      var selector = ["type": "TextQuoteSelector", "exact": exact]
      selector["prefix"] = passage.prefix
      selector["suffix"] = passage.suffix
      selectors.append(selector)
    }
    if let place = passage.place {
      selectors.append([
        "type": "TextPositionSelector", "start": place.lowerBound, "end": place.upperBound,
      ])
    }
    let address = file ?? document?.address ?? "urn:dragoman:source:\(passage.document)"
    var target: [String: Any] = ["source": source(document, at: address)]
    if !selectors.isEmpty { target["selector"] = selectors }
    var annotation: [String: Any] = [
      "type": "Annotation", "id": "urn:dragoman:statement/\(name)", "motivation": "classifying",
      "target": target,
    ]
    if !bodies.isEmpty { annotation["body"] = bodies }
    if let created = passage.created, (try? EDTFDate(created))?.isDay == true {
      annotation["created"] = "\(created)T00:00:00Z"
    }
    if let coder = passage.coder {
      annotation["creator"] = ["type": "Person", "name": coder]
    }
    return annotation
  }
}
