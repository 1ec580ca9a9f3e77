/// What a number counts, in one spelling for all ways to write it.
package struct MeasureUnit: Hashable, Sendable {
  /// `percent`, `person`, `m³/s`, `euro`; a noun in the singular where it is none of the known ones.
  package var name: String
  /// How many of it one of the unit as written is: a million for `million euros`.
  package var scale: ReadNumber

  package init(_ name: String, scale: ReadNumber = ReadNumber(1)) {
    self.name = name
    self.scale = scale
  }

  /// The unit as a case writes it: `percent`, `million florins`, `m³/s`.
  package init(written text: String) {
    let words = SpanText(text)
    var place = 0
    var scale = ReadNumber(1)
    while case .scale(let factor) = NumberWords.part(words.lower(place)), place + 1 < words.count,
      let product = scale.times(factor)
    {
      scale = product
      place += 1
    }
    if let (name, end) = Self.known(words, at: place), end == words.count {
      self.init(name, scale: scale)
    } else {
      let rest = words.words(place..<words.count)
      self.init(Self.singular(rest.lowercased()), scale: scale)
    }
  }

  /// The known unit that begins at a piece.
  static func known(_ text: SpanText, at place: Int) -> (name: String, end: Int)? {
    guard let ways = table[text.lower(place)] else { return nil }
    for way in ways where text.has(way.words, at: place) {
      return (way.name, place + way.words.count)
    }
    return nil
  }

  /// A noun's singular, by its ending.
  static func singular(_ noun: String) -> String {
    if noun.hasSuffix("ies"), noun.utf8.count > 4 { return noun.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where noun.hasSuffix(ending) {
      return String(noun.dropLast(2))
    }
    let keeps = ["ss", "us", "is"].contains { noun.hasSuffix($0) }
    return noun.hasSuffix("s") && !keeps && noun.utf8.count > 3 ? String(noun.dropLast()) : noun
  }

  private static let spellings: [(String, String)] = [
    (
      "percent",
      "%|percent|per cent|pct|pc|процентов|процента|процент|процентів|відсотків|відсотки|відсотка"
    ),
    ("percentage point", "percentage point|percentage points|point|points"),
    (
      "person",
      """
      person|persons|people|men|women|troops|soldiers|servicemen|personnel|fighters|civilians\
      |combatants|men and women|men under arms|человек|осіб|людей|солдат|военнослужащих\
      |військовослужбовців|военных|військових|soldiers and officers
      """
    ),
    ("minute", "minute|minutes|min|минут|хвилин"),
    ("hour", "hour|hours|h|hrs|часов|часа|годин|години"),
    ("day", "day|days|дней|дня|днів|дні"),
    ("week", "week|weeks|недель|недели|тижнів|тижні"),
    ("month", "month|months|месяцев|месяца|місяців|місяці"),
    ("year", "year|years|лет|года|років|роки"),
    (
      "m³/s",
      """
      m³/s|m3/s|cubic metres a second|cubic meters a second|cubic metres per second\
      |cubic meters per second|cubic metres|cubic meters|cumecs
      """
    ),
    ("m³", "m³"), ("GWh", "gwh|gigawatt-hours|gigawatt-hour|gigawatt hours"),
    ("MWh", "mwh|megawatt-hours|megawatt-hour|megawatt hours"),
    ("TWh", "twh|terawatt-hours|terawatt-hour"), ("MW", "mw|megawatts|megawatt"),
    ("GW", "gw|gigawatts|gigawatt"), ("km", "km|kilometre|kilometres|kilometer|kilometers|км"),
    ("km²", "km²|square kilometres|square kilometers|sq km|кв . км"),
    ("m", "metre|metres|meter|meters|м"), ("mile", "mile|miles"),
    ("hectare", "hectare|hectares|ha|га"), ("°C", "°c|degrees celsius|degree celsius|degrees"),
    ("tonne", "tonne|tonnes|ton|tons|t|metric tons|тонн|тонни"),
    ("barrel", "barrel|barrels|баррелей|барелів"),
    ("euro", "euro|euros|eur|€|євро|евро"),
    (
      "dollar",
      "dollar|dollars|us dollars|usd|us $|$|долларов|доллара|доларів|долари"
    ),
    ("pound", "pound|pounds|gbp|£|pounds sterling|фунтов|фунтів"),
    ("hryvnia", "hryvnia|hryvnias|uah|₴|гривень|гривен"),
    ("rouble", "rouble|roubles|ruble|rubles|rub|₽|рублей|рубля|рублів"),
    ("yen", "yen|jpy|¥"), ("yuan", "yuan|cny|renminbi|юаней|юанів"), ("rupee", "rupee|rupees|₹"),
    ("lira", "lira|liras|₺"), ("franc", "franc|francs|chf"),
  ]

  /// By the first word, the longest first.
  private static let table: [String: [(words: [String], name: String)]] = {
    var table: [String: [(words: [String], name: String)]] = [:]
    for (name, list) in spellings {
      for spelling in list.split(separator: "|") {
        let words = SpanText(String(spelling)).pieces.map(\.lower)
        guard let first = words.first else { continue }
        table[first, default: []].append((words, name))
      }
    }
    return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()
}
