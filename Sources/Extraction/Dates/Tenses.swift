/// For each piece of a text whether a verb there speaks of what was or of what is to be.
struct Tenses {
  enum Tense { case past, future }

  private let text: SpanText
  private var marks: [Tense?]
  /// The first and the last piece of the sentence of each piece.
  private var sentences: [Range<Int>]

  /// - Complexity: O(text).
  init(_ text: SpanText) {
    self.text = text
    marks = Array(repeating: nil, count: text.count)
    sentences = []
    sentences.reserveCapacity(text.count)
    var start = 0
    for place in text.pieces.indices {
      marks[place] = Self.mark(place, text)
      if text.endsSentence(place) || place == text.count - 1 {
        for _ in start...place { sentences.append(start..<place + 1) }
        start = place + 1
      }
    }
  }

  /// What the verb at a place speaks of; nil where no verb is, or a present one.
  func mark(at place: Int) -> Tense? { marks.indices.contains(place) ? marks[place] : nil }

  func sentence(of place: Int) -> Range<Int> {
    sentences.indices.contains(place) ? sentences[place] : 0..<0
  }

  /// Of the nearest verb before the place, in its sentence; where there is none, of the nearest behind.
  /// Words further off than a long clause do not count.
  func tense(at place: Int) -> Tense? {
    let sentence = sentence(of: place)
    for before in stride(from: place - 1, through: max(sentence.lowerBound, place - 40), by: -1) {
      if let mark = marks[before] { return mark }
    }
    guard place < sentence.upperBound else { return nil }
    for after in place..<min(sentence.upperBound, place + 40) {
      if let mark = marks[after] { return mark }
    }
    return nil
  }

  private static func mark(_ place: Int, _ text: SpanText) -> Tense? {
    guard let piece = text[place], piece.kind == .word else { return nil }
    let word = piece.lower
    if futures.contains(word) {
      // `may` is a month beside a number or with a capital.
      if word == "may", piece.isCapital { return nil }
      return .future
    }
    if word == "to", let next = text[place + 1], next.kind == .word, !next.isCapital,
      next.lower != "the", next.lower != "a", !["last", "next", "this"].contains(next.lower)
    {
      let before = text.lower(place - 1)
      if binding.contains(before) { return .future }
      return isPast(before, text[place - 1]) ? nil : .future
    }
    // `is to be held` and `will be signed` are no past, whatever the participle.
    if text.has("be", at: place - 1)
      || (text.has("be", at: place - 2) && text.lower(place - 1).hasSuffix("ly"))
    {
      return nil
    }
    return isPast(word, piece) ? .past : nil
  }

  private static func isPast(_ word: String, _ piece: SpanText.Piece?) -> Bool {
    if pasts.contains(word) { return true }
    guard let piece, !piece.isCapital else { return false }
    if piece.isLatin {
      return word.utf8.count > 4 && word.hasSuffix("ed") && !notPasts.contains(word)
    }
    guard word.utf8.count > 8, DateWord.of(word) == nil else { return false }
    return slavicPasts.contains { word.hasSuffix($0) }
  }

  private static let slavicPasts = [
    "ил", "ал", "ел", "ыл", "ла", "ли", "ло", "лся", "лись", "лась", "ось", "ився", "лися", "лася",
    "ив", "ав", "яв", "рли",
  ]

  private static let pasts: Set<String> = words(
    """
    was were had has have did said told met spoke began held left took gave went came fell rose broke \
    sent made found ran won lost became saw knew thought brought fought sought built spent struck shot \
    withdrew drew flew grew threw wrote stood understood led sold heard kept felt paid laid swore chose \
    froze hit resigned signed been прошли был была были заявил було був були
    """)

  private static let notPasts: Set<String> = words(
    """
    needed hundred indeed united scheduled planned expected slated prepared intended wicked sacred \
    proposed determined required
    """)

  private static let futures: Set<String> = words(
    """
    will would shall should must may might can could cannot won't scheduled planned expected due \
    slated intends intend plans plan hopes hope expects expect wants want aims aim vows threatens \
    promises meets votes begins starts expires ends opens convenes flies arrives resumes visits hosts \
    decides needs ought upcoming ahead pending going tomorrow ready prepared будет будут должны должен \
    должна планирует планируют намерен могут может буде будуть має мають повинні повинен планує \
    планують діятиме триватиме відбудеться відбудуться состоится состоятся пройдет пройдут пройде \
    пройдуть начнется почнеться намеревается зустрінуться встретятся
    """)

  /// Verbs whose past says that what follows is still to come.
  private static let binding: Set<String> = words(
    """
    agreed promised vowed pledged threatened asked urged ordered invited demanded offered proposed \
    planned wanted decided expected scheduled due set likely ready willing prepared hoped intended \
    obliged required bound is are
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
