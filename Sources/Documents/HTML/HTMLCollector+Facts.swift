internal import CaseModel

/// What the elements say of the page as a whole.
extension HTMLCollector {
  func gatherFacts(_ tag: String, _ attributes: HTMLAttributes) {
    switch tag {
    case "html":
      content.facts.language = (attributes["lang"] ?? attributes["xml:lang"])?.nonEmpty
    case "meta":
      let name =
        attributes["property"] ?? attributes["name"] ?? attributes["itemprop"]
        ?? attributes["http-equiv"]
      if let name, let value = attributes["content"], content.facts.meta.count < 500 {
        content.facts.meta.append((name.lowercased(), value))
      }
    case "link":
      if attributes["rel"]?.lowercased() == "canonical" {
        content.facts.canonical = content.facts.canonical ?? attributes["href"]
      }
    default: break
    }
  }

  /// Marks what is within the element just opened as a byline or a time.
  func mark(_ element: HTMLTag, _ attributes: HTMLAttributes) {
    let tag = element.name
    guard tag == "time" || !attributes.isEmpty else { return }
    guard beyond == 0, frames.count > 1, tag != "meta", tag != "link" else { return }
    let property = attributes["itemprop"]?.lowercased()
    if tag == "time" || property == "datepublished" {
      guard content.facts.times.count < 50 else { return }
      let value = attributes["datetime"] ?? attributes["content"]
      let isPublication =
        property == "datepublished" || attributes["pubdate"] != nil
      if let value, !value.isEmpty {
        content.facts.times.append((value, isPublication))
      } else if !top.isTime, tag != "meta" {
        captured = []
        frames[frames.count - 1].isTime = true
      }
    }
    guard content.facts.bylines.count < 20, !top.isByline else { return }
    let names = (attributes["class"] ?? "").lowercased().split {
      $0 == " " || $0 == "-" || $0 == "_"
    }
    if attributes["rel"]?.lowercased() == "author" || property == "author"
      || names.contains("byline") || names.contains("author") && tag != "div" && tag != "section"
    {
      captured = []
      frames[frames.count - 1].isByline = true
    }
  }
}
