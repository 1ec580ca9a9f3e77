internal import CaseModel

/// What a word says of time, in English, Ukrainian and Russian.
enum DateWord: Hashable, Sendable {
  case month(Int)
  /// 0 Monday … 6 Sunday.
  case weekday(Int)
  /// 21 spring … 24 winter, as EDTF has it.
  case season(Int)
  case unit(TimeSpan)
  /// Days from the day of publication.
  case day(Int)
  case partOfDay
  /// -1 last, 0 this, 1 next.
  case which(Int)
  /// The part of a longer stretch.
  case part(DatePart)
  /// `early`, `ago`: in languages that put it after the count.
  case ago

  static func of(_ word: String) -> DateWord? { all[word] }

  static var words: [String] { Array(all.keys) }

  /// A word that is a date's only beside a number or another date's word.
  static let doubtful: Set<String> = ["may", "march", "sun", "sat", "mon", "wed", "mar", "fall"]

  private static let months: [(Int, String)] = [
    (1, "january jan января январь январе січня січень січні"),
    (2, "february feb февраля февраль феврале лютого лютий лютому"),
    (3, "march mar марта март марте березня березень березні"),
    (4, "april apr апреля апрель апреле квітня квітень квітні"),
    (5, "may мая май мае травня травень травні"),
    (6, "june jun июня июнь июне червня червень червні"),
    (7, "july jul июля июль июле липня липень липні"),
    (8, "august aug августа август августе серпня серпень серпні"),
    (9, "september sept sep сентября сентябрь сентябре вересня вересень вересні"),
    (10, "october oct октября октябрь октябре жовтня жовтень жовтні"),
    (11, "november nov ноября ноябрь ноябре листопада листопад листопаді"),
    (12, "december dec декабря декабрь декабре грудня грудень грудні"),
  ]

  private static let weekdays: [(Int, String)] = [
    (0, "monday mon понедельник понедельника понедельнику понеділок понеділка"),
    (1, "tuesday tue вторник вторника вторнику вівторок вівторка"),
    (2, "wednesday wed среду среда среды среде середу середа середи"),
    (3, "thursday thu четверг четверга четвергу четвер четверга"),
    (4, "friday fri пятницу пятница пятницы пятнице п'ятницю п'ятниця п'ятниці"),
    (5, "saturday sat субботу суббота субботы субботе суботу субота суботи"),
    (6, "sunday sun воскресенье воскресенья воскресенью неділю неділя неділі"),
  ]

  private static let seasons: [(Int, String)] = [
    (21, "spring springtime весна весной весны весну навесні весни"),
    (22, "summer summertime лето летом лета літо влітку літа"),
    (23, "autumn fall осень осенью осени осінь восени"),
    (24, "winter wintertime зима зимой зимы зиму взимку зими"),
  ]

  private static let units: [(TimeSpan, String)] = [
    (.minute, "minute minutes минут минуты минуту хвилин хвилини хвилину"),
    (.hour, "hour hours часов часа години годину годин"),
    (.day, "day days день дня дней дні днів дню"),
    (.week, "week weeks неделю недели недель неделе тиждень тижні тижня тижнів тижню"),
    (.fortnight, "fortnight fortnights"),
    (.weekend, "weekend weekends выходные выходных вихідні вихідних"),
    (.month, "month months месяц месяца месяцев месяце місяць місяці місяця місяців"),
    (.quarter, "quarter quarters квартал квартала кварталі кварталу"),
    (.year, "year years год года году лет годов рік роки року років році"),
    (.decade, "decade decades десятилетие десятилетия десятиліття"),
  ]

  private static let others: [(DateWord, String)] = [
    (.day(0), "today сегодня сьогодні"), (.day(-1), "yesterday вчера вчора учора"),
    (.day(1), "tomorrow завтра"), (.day(-2), "позавчера позавчора"),
    (.day(2), "послезавтра післязавтра"),
    (
      .partOfDay,
      "morning afternoon evening night midnight noon dawn утром вечером ночью вранці ввечері вночі"
    ),
    (
      .which(-1),
      """
      last past previous прошлой прошлом прошлого прошлую прошлый минулого минулому минулої минулий \
      минулу минулій
      """
    ),
    (
      .which(0),
      "this current этой этом этого эту цього цьому цей цієї цю нинішнього нынешнего"
    ),
    (
      .which(1),
      """
      next coming следующей следующем следующего следующую следующий наступного наступному \
      наступної наступний наступну будущего
      """
    ),
    (.part(.early), "early"), (.part(.mid), "mid middle середине середині"),
    (.part(.late), "late"), (.part(.early), "beginning start начале початку начала"),
    (.part(.end), "end close конце конца кінці кінця наприкінці"),
    (.ago, "ago назад тому"),
  ]

  private static let all: [String: DateWord] = {
    var all: [String: DateWord] = [:]
    func add(_ words: String, _ meaning: DateWord) {
      for word in words.split(separator: " ") { all[String(word)] = meaning }
    }
    for (month, words) in months { add(words, .month(month)) }
    for (day, words) in weekdays { add(words, .weekday(day)) }
    for (season, words) in seasons { add(words, .season(season)) }
    for (unit, words) in units { add(words, .unit(unit)) }
    for (meaning, words) in others { add(words, meaning) }
    return all
  }()
}

/// A unit in which texts measure time.
enum TimeSpan: String, Sendable {
  case minute, hour, day, week, fortnight, weekend, month, quarter, year, decade

  /// What ``Quantity/unit`` calls it, and how many of those it is.
  var counted: (unit: String, times: Int) {
    switch self {
    case .fortnight: ("week", 2)
    case .quarter: ("month", 3)
    case .decade: ("year", 10)
    case .weekend: ("day", 2)
    case .minute, .hour, .day, .week, .month, .year: (rawValue, 1)
    }
  }
}
