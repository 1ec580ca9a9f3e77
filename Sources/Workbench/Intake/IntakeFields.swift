internal import CaseModel
internal import Documents
internal import Foundations
internal import Presentation

/// The fields of one document: what it is called, who published it, and so on; what it states of itself
/// is marked with where it says so.
struct IntakeFields {
  let document: IncomingDocument
  let draft: DocumentDraft
  let prefix: String
  let problem: Problem?

  var html: HTML {
    """
    \(field("title", "Title", draft.title, offers: title, more: " required"))\
    \(field(
      "publisher", "Published by", draft.publisher, offers: offered(.site),
      more: " list=\"actors\"",
      help: "An outlet, an office, a party. One that the case does not know becomes a new actor."))\
    \(dateField)\
    \(field(
      "language", "Language", draft.language, offers: offered(.language), more: " size=\"6\"",
      help: "In short: en for English, uk for Ukrainian, ar for Arabic"))\
    \(kinds)\(grades)\
    \(field("url", "Address on the web", draft.url, offers: offered(.link), more: " type=\"text\""))\
    \(authors)
    """
  }

  private struct Offer {
    /// As the field takes it.
    var value: String
    var origin: String
  }

  private var title: [Offer] {
    var offers = document.statedTitle.map { [Offer(value: $0.words, origin: $0.origin)] } ?? []
    for offer in document.offers(.title) where !offers.contains(where: { $0.value == offer.value })
    {
      offers.append(Offer(value: offer.value, origin: offer.origin))
    }
    return offers
  }

  private func offered(_ field: ReadDocument.Offer.Field) -> [Offer] {
    document.offers(field).map { Offer(value: $0.value, origin: $0.origin) }
  }

  private var dates: [Offer] {
    document.offers(.published).map { offer in
      Offer(
        value: (try? LensValue.date(offer.value))?.words ?? offer.value,
        origin: offer.words.map { "\(offer.origin): “\($0.prefix(60))”" } ?? offer.origin)
    }
  }

  private func fault(_ name: String) -> Problem? {
    problem?.field == prefix + name ? problem : nil
  }

  private func field(
    _ name: String, _ label: String, _ value: String, offers: [Offer], more: HTML = HTML(),
    help: String? = nil
  ) -> HTML {
    let id = prefix + name
    let fault = fault(name)
    let described = [
      fault == nil ? nil : "fault-\(id)", offers.isEmpty ? nil : "offers-\(id)",
      help == nil ? nil : "help-\(id)",
    ].compactMap(\.self).joined(separator: " ")
    return """
      <div class="field"><label for="\(id)">\(label)</label>
      <input id="\(id)" name="\(id)" value="\(value)" dir="auto" autocomplete="off"\(more)\
      \(" aria-invalid=\"true\"", when: fault != nil)\
      \(described.isEmpty ? HTML() : " aria-describedby=\"\(described)\"")>
      \(words(fault, id))\(said(offers, id, value))\
      \(help.map { "<p class=\"help\" id=\"help-\(id)\">\($0)</p>" as HTML })</div>

      """
  }

  private func words(_ fault: Problem?, _ id: String) -> HTML {
    guard let fault else { return HTML() }
    return """
      <span class="fault" id="fault-\(id)" dir="auto">\(fault.message.capitalisedFirst). \
      \(fault.hint?.capitalisedFirst ?? "").</span>
      """
  }

  /// What the document states, and where; a script makes a button of each.
  private func said(_ offers: [Offer], _ id: String, _ value: String) -> HTML {
    guard !offers.isEmpty else { return HTML() }
    return """
      <span id="offers-\(id)">\(offers.prefix(4).html { offer in
        """
        <span class="offered" data-for="\(id)" data-value="\(offer.value)" dir="auto">\
        \("\(offer.value), " as HTML, when: offer.value != value)from \(offer.origin)</span>
        """
      })</span>
      """
  }

  private var dateField: HTML {
    let id = prefix + "date"
    var box = DateBox(
      name: id, value: draft.date, placeholder: "16 May 2025, or May 2025", id: id)
    box.fault = fault("date")
    box.echoes = true
    return """
      <div class="field"><label for="\(id)">Date of publication</label>
      \(box.html)\(said(dates, id, draft.date))\
      \(dates.isEmpty
        ? "<p class=\"help\">None was found in it. Without a date, what it reports stays undated.</p>" as HTML
        : HTML())</div>

      """
  }

  private var kinds: HTML {
    select(
      "kind", "What it is", draft.kind,
      Case.Source.Kind.allCases.map { ($0.rawValue, Self.words($0)) })
  }

  private var grades: HTML {
    select(
      "grade", "Reliability of the publisher", draft.grade,
      [("", "Not graded")]
        + Case.Source.Reliability.allCases.map { ($0.rawValue, "\($0.rawValue): \($0.words)") })
  }

  private static func words(_ kind: Case.Source.Kind) -> String {
    switch kind {
    case .report: "A report: news, what was said and done"
    case .analysis: "An analysis: what its author makes of it"
    case .official: "An official document: a communiqué, a letter, a decree"
    case .transcript: "A transcript of what was said"
    case .note: "A note of one's own"
    }
  }

  private func select(
    _ name: String, _ label: String, _ chosen: String, _ items: [(value: String, words: String)]
  ) -> HTML {
    let id = prefix + name
    return """
      <div class="field"><label for="\(id)">\(label)</label>
      <select id="\(id)" name="\(id)">\(items.html { item in
        "<option value=\"\(item.value)\"\(" selected", when: item.value == chosen)>\(item.words)</option>"
      })</select></div>

      """
  }

  /// Who wrote it becomes an entry of its own later; here it is only shown.
  private var authors: HTML {
    let names = document.offers(.author)
    guard !names.isEmpty else { return HTML() }
    return """
      <p class="help">It names as its author: <span dir="auto">\
      \(names.prefix(4).map(\.value).joined(separator: ", "))</span>.</p>

      """
  }
}

/// The document's paragraphs, those that become its text marked, and which to begin and to end with.
struct IntakeParts {
  let read: ReadDocument
  let draft: DocumentDraft
  let prefix: String
  let problem: Problem?

  /// So many are shown, each as far as so many characters.
  private static let most = 1500
  private static let longest = 1200

  var html: HTML {
    let parts = read.parts
    let cut = parts.count { $0.cut != nil }
    guard parts.count > 1 else {
      return """
        <p class="range">The text is taken as it stands.</p>
        <input type="hidden" name="\(prefix)first" value="1">\
        <input type="hidden" name="\(prefix)last" value="1">
        <ol class="parts" tabindex="0" aria-label="The text">\(parts.enumerated().html(line))</ol>

        """
    }
    let id = prefix + "first"
    let fault = problem?.field == id ? problem : nil
    return """
      <div class="range" role="group" aria-label="Which paragraphs become the text">
      <label>From paragraph <input type="number" id="\(id)" name="\(id)" min="1" max="\(parts.count)" \
      value="\(draft.first)" required\
      \(fault == nil ? HTML() : " aria-invalid=\"true\" aria-describedby=\"fault-\(id)\"")></label>
      <label>to <input type="number" name="\(prefix)last" min="1" max="\(parts.count)" \
      value="\(draft.last)" required></label>
      \(cut == 0 ? HTML() : everything(cut))</div>
      \(fault.map { "<span class=\"fault\" id=\"fault-\(id)\">\($0.message.capitalisedFirst).</span>" as HTML })\
      <ol class="parts" tabindex="0" aria-label="Paragraphs" data-first="\(id)" \
      data-last="\(prefix)last" data-whole="\(prefix)whole">
      \(parts.prefix(Self.most).enumerated().html(line))\
      \(parts.count > Self.most ? "<li class=\"out\"><span></span><span>… and \((parts.count - Self.most).counted("paragraph")) more</span></li>\n" : HTML())\
      </ol>

      """
  }

  private func everything(_ cut: Int) -> HTML {
    """
    <label class="tick"><input type="checkbox" name="\(prefix)whole" value="yes"\
    \(" checked", when: draft.isWhole)> With the \(cut.counted("paragraph")) that seem to be no part \
    of the text</label>
    <button type="submit" class="second" name="do" value="whole \(prefix)" formnovalidate>Take \
    everything</button>
    """
  }

  /// Without the blank lines behind it.
  private static func shown(_ text: String) -> String {
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(text[...last])
  }

  private func line(_ index: Int, _ part: ReadDocument.Part) -> HTML {
    let number = index + 1
    let isIn =
      (Int(draft.first) ?? 1) <= number && number <= (Int(draft.last) ?? 0)
      && (draft.isWhole || part.cut == nil)
    let kind: HTML =
      switch part.kind {
      case .heading: " class=\"heading\""
      case .verbatim: " class=\"verbatim\""
      default: HTML()
      }
    let text =
      part.text.unicodeScalars.count > Self.longest && part.kind != .verbatim
      ? part.text.shortened(to: Self.longest)
      : part.kind == .verbatim ? Self.shown(part.text).shortened(to: 6000) : part.text
    return """
      <li class="\(isIn ? "in" : "out")" data-number="\(number)"\(" data-cut", when: part.cut != nil)>\
      <span class="number">\(number)</span><span><span\(kind) dir="auto">\(text)</span>\
      \(part.cut.map { "<span class=\"why\">Left out: \($0.words)</span>" as HTML })</span></li>

      """
  }
}
