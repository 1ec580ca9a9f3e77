internal import CaseModel

/// What a page states of its title, date, authors, site and language, the most reliable first.
enum PageOffers {
  static func of(_ facts: HTMLFacts, headlines: [String]) -> [ReadDocument.Offer] {
    let linked = LinkedData(facts.linkedData)
    var list = OfferList()
    func add(_ field: ReadDocument.Offer.Field, _ values: [String], _ origin: String) {
      for value in values { list.add(field, value.withoutEntities, origin) }
    }
    func addMeta(_ field: ReadDocument.Offer.Field, _ names: [String]) {
      for name in names {
        for meta in facts.meta where meta.name == name {
          list.add(field, meta.content.withoutEntities, "meta \(name)")
        }
      }
    }
    func addMetaDates(_ field: ReadDocument.Offer.Field, _ names: [String]) {
      for name in names {
        for meta in facts.meta where meta.name == name {
          list.addDate(field, meta.content, "meta \(name)")
        }
      }
    }

    add(.title, linked.titles, "JSON-LD headline")
    addMeta(.title, ["og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title"])
    add(.title, headlines, "first heading")
    list.add(.title, facts.title, "HTML title")

    for date in linked.published { list.addDate(.published, date, "JSON-LD datePublished") }
    addMetaDates(
      .published,
      [
        "article:published_time", "og:published_time", "citation_publication_date",
        "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
        "dcterms.created", "datepublished", "pubdate", "publishdate", "publish-date",
        "sailthru.date",
        "parsely-pub-date", "date",
      ])
    for time in facts.times where time.isPublication {
      list.addDate(.published, time.value, "itemprop datePublished")
    }
    for time in facts.times.prefix(1) where !time.isPublication {
      list.addDate(.published, time.value, "first <time>")
    }
    if let date = facts.canonical.flatMap(dateInAddress) {
      list.addDate(.published, date, "address of the page")
    }
    for date in linked.modified { list.addDate(.modified, date, "JSON-LD dateModified") }
    addMetaDates(
      .modified, ["article:modified_time", "og:updated_time", "dcterms.modified", "last-modified"])

    add(.author, linked.authors, "JSON-LD author")
    addMeta(
      .author,
      [
        "author", "article:author", "citation_author", "dc.creator", "dcterms.creator",
        "parsely-author",
      ])
    add(.author, facts.bylines.map(\.withoutBy), "byline")

    addMeta(.site, ["og:site_name"])
    add(.site, linked.publishers, "JSON-LD publisher")
    addMeta(.site, ["dc.publisher", "dcterms.publisher", "citation_publisher", "application-name"])

    for link in [facts.canonical].compactMap({ $0 }) where link.isWebAddress {
      list.add(.link, link, "link rel=canonical")
    }
    for meta in facts.meta where meta.name == "og:url" && meta.content.isWebAddress {
      list.add(.link, meta.content, "meta og:url")
    }
    for link in linked.links where link.isWebAddress { list.add(.link, link, "JSON-LD url") }

    addLanguages(&list, facts, linked)
    return list.offers
  }

  private static func addLanguages(
    _ list: inout OfferList, _ facts: HTMLFacts, _ linked: LinkedData
  ) {
    if let tag = facts.language?.languageTag { list.add(.language, tag, "html lang") }
    for meta in facts.meta
    where ["content-language", "og:locale", "dc.language"].contains(meta.name) {
      if let tag = meta.content.languageTag { list.add(.language, tag, "meta \(meta.name)") }
    }
    for language in linked.languages {
      if let tag = language.languageTag { list.add(.language, tag, "JSON-LD inLanguage") }
    }
  }

  /// `/2025/05/16/` within an address.
  private static func dateInAddress(_ address: String) -> String? {
    let parts = address.split(separator: "/")
    for index in parts.indices.dropLast(2) {
      if parts[index].count == 4, Int(parts[index]) != nil, parts[index + 1].count == 2,
        parts[index + 2].count == 2
      {
        return parts[index...index + 2].joined(separator: "-")
      }
    }
    return nil
  }
}

extension String {
  fileprivate var isWebAddress: Bool {
    (hasPrefix("https://") || hasPrefix("http://")) && !contains { $0.isWhitespace || $0 == "<" }
  }

  /// Without "By" in front.
  fileprivate var withoutBy: String {
    for start in ["By ", "by ", "BY ", "Von ", "Par ", "Por ", "Автор: ", "Author: "]
    where hasPrefix(start) {
      return String(dropFirst(start.count))
    }
    return self
  }

  /// Metadata are often escaped twice.
  fileprivate var withoutEntities: String {
    guard contains("&") else { return self }
    var text = self
    for (entity, sign) in [
      ("&quot;", "\""), ("&#39;", "'"), ("&#039;", "'"), ("&rsquo;", "’"), ("&lt;", "<"),
      ("&gt;", ">"),
      ("&nbsp;", "\u{A0}"), ("&amp;", "&"),
    ] {
      text = text.replacing(entity, with: sign)
    }
    return text
  }

  /// `en-GB` of `en_gb`; nil where it is no language tag.
  var languageTag: String? {
    let parts = trimmedUnseen.split { $0 == "-" || $0 == "_" }.map { $0.lowercased() }
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      parts.allSatisfy({
        $0.utf8.count <= 8
          && $0.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 < 0x7B || (0x30...0x39).contains($0) }
      }),
      first.utf8.allSatisfy({ $0 >= 0x61 })
    else { return nil }
    return parts.enumerated().map { index, part in
      if index > 0, part.utf8.count == 2 { return part.uppercased() }
      if index > 0, part.utf8.count == 4 { return part.capitalizedFirst }
      return part
    }.joined(separator: "-")
  }

  private var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
