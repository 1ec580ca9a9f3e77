/// Sentences with a date, and how a careful reader takes it: the day of publication, the sentence, the
/// date's words, its role, its value. Every third is kept back: no rule was written with it in view.
enum DateGold {
  struct Item {
    let published: String
    let sentence: String
    let words: String
    let role: String
    /// An EDTF date; a length as `30 day`.
    let value: String
  }

  static let items = items(lines)

  static let developed = items.enumerated().filter { $0.offset % 3 != 2 }.map(\.element)
  static let keptBack = items.enumerated().filter { $0.offset % 3 == 2 }.map(\.element)

  /// A second set, in the manner of agencies and official papers, written when the rules stood.
  static let second = items(secondLines)

  private static func items(_ lines: String) -> [Item] {
    lines.split(separator: "\n").map { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      return Item(
        published: parts[0], sentence: parts[1], words: parts[2], role: parts[3], value: parts[4])
    }
  }

  private static let secondLines = """
    2023-10-12|Strikers at the three plants downed tools on Tuesday, and managers said they had no plan to reopen before next week.|Tuesday|at|2023-10-10
    2023-10-12|The pact, signed on the eve of the 2015 summit, has never been ratified.|2015|at|2015
    2023-10-12|A spokesman confirmed Thursday that the fourth round would start on October 24.|October 24|at|2023-10-24
    2023-10-12|The parties have until November 1 to submit written comments.|November 1|until|2023-11-01
    2023-10-12|The secretariat will circulate a revised text not later than 15 January 2024.|15 January 2024|by|2024-01-15
    2023-10-12|For the past two years the crossing has been shut.|the past two years|at|2021-10-12/2023-10-12
    2023-10-12|The ministry says that emissions will peak by 2030.|2030|by|2030
    2023-10-12|The rebels took the airport in the early hours of Sunday.|Sunday|at|2023-10-08
    2023-10-12|Finance for adaptation shall double from 2025 onwards.|2025|since|2025/..
    2023-10-12|The delegation is expected in Nairobi on Saturday.|Saturday|at|2023-10-14
    2023-10-12|He was speaking a day after the court struck down the decree of 3 September 2023.|3 September 2023|at|2023-09-03
    2023-10-12|The armistice commission met every year between 1953 and 1991.|between 1953 and 1991|at|1953/1991
    2023-10-12|Half of the hostages could be freed in the next ten days.|the next ten days|at|2023-10-12/2023-10-22
    2023-10-12|The two governments opened consultations in late August.|late August|at|2023-08
    2023-10-12|Wages rose by 4 % in the second quarter of 2023.|the second quarter of 2023|at|2023-04/2023-06
    2023-10-12|Under the plan, foreign troops leave within 90 days of signature.|90 days|within|2023-10-12/2024-01-10
    2023-10-12|The harbour reopened on Monday after a closure of five weeks.|five weeks|lasting|5 week
    2023-10-12|The interim deal expires at the end of December.|the end of December|at|2023-12
    2023-10-12|The premier, in office since May 2019, refused to step down.|May 2019|since|2019-05/..
    2023-10-12|The vote was postponed from 8 October to 22 October.|from 8 October to 22 October|at|2023-10-08/2023-10-22
    2023-10-12|Negotiations on fisheries broke off in the spring.|spring|at|2023-21
    2023-10-12|A six-month extension was granted in the last week of June.|six-month|lasting|6 month
    2023-10-12|The mission's mandate ends on 31 December; the council will discuss it next month.|next month|at|2023-11
    2023-10-12|Two days before the vote, on 6 October, the list was published.|6 October|at|2023-10-06
    2023-10-12|The army, he said Wednesday, would withdraw from the town by the weekend.|Wednesday|at|2023-10-11
    2023-10-12|The tribunal gave the state up to three months to comply.|three months|lasting|≤ 3 month
    2023-10-12|Since last Friday some 20,000 people have fled.|last Friday|since|2023-10-06/..
    2023-10-12|Earlier this month the bank cut its forecast.|this month|at|2023-10
    2023-10-12|Переговори заплановано на 20 жовтня.|20 жовтня|at|2023-10-20
    2023-10-12|Соглашение вступит в силу с 1 января 2024 года.|1 января 2024 года|since|2024-01-01/..
    2023-10-12|Через две недели делегации встретятся снова.|две недели|in|2023-10-26
    2023-10-12|У понеділок сторони підписали протокол.|понеділок|at|2023-10-09
    """

  private static let lines = """
    2025-05-19|The envoy said on Friday that the lists of detainees were complete.|Friday|at|2025-05-16
    2025-05-19|The two delegations will meet again on Thursday in Geneva.|Thursday|at|2025-05-22
    2025-05-19|The minister left the capital yesterday without a statement.|yesterday|at|2025-05-18
    2025-05-19|A truce was announced last Tuesday and broken within hours.|last Tuesday|at|2025-05-13
    2025-05-19|The parties signed the annex on 16 May 2025 in the presence of the host.|16 May 2025|at|2025-05-16
    2025-05-19|On May 7, 2024, the union filed its claim.|May 7, 2024|at|2024-05-07
    2025-05-19|The court ruled on 10 February that the stoppage was unlawful.|10 February|at|2025-02-10
    2025-05-19|The commission is to report on 3 September.|3 September|at|2025-09-03
    2024-12-30|The ministers will sign on 14 January.|14 January|at|2025-01-14
    2025-01-08|The ceasefire of 27 November has mostly held.|27 November|at|2024-11-27
    2025-05-19|The guns must fall silent by 1 June.|1 June|by|2025-06-01
    2025-05-19|Replies are due no later than 30 June 2025.|30 June 2025|by|2025-06-30
    2025-05-19|The mine will be sealed before the end of March 2026.|the end of March 2026|before|2026-03-31
    2025-05-19|The sanctions have been in force since 2014.|2014|since|2014/..
    2025-05-19|The checkpoint has been closed since early April.|early April|since|2025-04/..
    2025-05-19|The corridor will stay open from 9 to 16 May.|from 9 to 16 May|at|2025-05-09/2025-05-16
    2025-05-19|Observers counted the trucks between 28 April and 2 May.|between 28 April and 2 May|at|2025-04-28/2025-05-02
    2025-05-19|The rebels offered a ceasefire for 30 days.|30 days|lasting|30 day
    2025-05-19|Both armies must pull back within two weeks.|two weeks|within|2025-05-19/2025-06-02
    2022-06-14|The talks collapsed in early spring 2022.|early spring 2022|at|2022-21
    2022-06-14|The decree dates from the autumn of 2021.|the autumn of 2021|at|2021-23
    2025-05-19|The next round may take place in two or three weeks.|two or three weeks|in|2025-06-02/2025-06-09
    2025-05-19|The ambassador resigned three days ago.|three days ago|at|2025-05-16
    2025-05-19|Negotiators met last week behind closed doors.|last week|at|2025-05-12/2025-05-18
    2025-05-19|The assembly votes next month.|next month|at|2025-06
    2025-05-19|The number of strikes fell this year.|this year|at|2025
    2025-05-19|The president spoke on Monday, hours before the deadline.|Monday|at|2025-05-19
    2025-05-19|Tomorrow the chief mediator flies to Doha.|Tomorrow|at|2025-05-20
    2025-05-19|The pipeline was shut down in November 2023.|November 2023|at|2023-11
    2025-05-19|In March the employers walked out.|March|at|2025-03
    2025-05-19|Elections are to be held in October.|October|at|2025-10
    2025-05-19|The agreement runs until 31 December 2027.|31 December 2027|until|2027-12-31
    2025-05-19|The ban takes effect from 1 July.|1 July|since|2025-07-01/..
    2025-05-19|They proposed a 60-day truce.|60-day|lasting|60 day
    2025-05-19|Delegates argued for three hours over one comma.|three hours|lasting|3 hour
    2025-05-19|The text was agreed in the second half of April.|the second half of April|at|2025-04-16/2025-04-30
    2025-05-19|Talks are planned for mid-June.|mid-June|at|2025-06
    2025-05-19|The fund will pay in the first quarter of 2026.|the first quarter of 2026|at|2026-01/2026-03
    2025-05-19|Fighting resumed on the night of 4 May.|4 May|at|2025-05-04
    2025-05-19|Shelling began late on Saturday.|Saturday|at|2025-05-17
    2025-05-19|Dozens of drones were shot down on Sunday night.|Sunday night|at|2025-05-18
    2025-05-19|The party will decide next Wednesday.|next Wednesday|at|2025-05-21
    2025-05-19|In the 1990s the valley was under joint rule.|the 1990s|at|199X
    2025-05-19|The insurgency, which began in 2011, has no end in sight.|2011|at|2011
    2025-05-19|The line of control was fixed from 1994 to 1998.|from 1994 to 1998|at|1994/1998
    2025-05-19|The two states met in Vienna on 12–14 May.|12–14 May|at|2025-05-12/2025-05-14
    2025-05-19|The summit on May 12-14 ended without a text.|May 12-14|at|2025-05-12/2025-05-14
    2025-05-19|The union wants an answer by Friday.|Friday|by|2025-05-23
    2025-05-19|The army should leave the town by the end of the month.|the end of the month|by|2025-05-31
    2025-05-19|The law must be passed by the end of the year.|the end of the year|by|2025-12-31
    2025-05-19|They met two weeks ago in Muscat.|two weeks ago|at|2025-05-05
    2025-05-19|He had been arrested the day before yesterday.|the day before yesterday|at|2025-05-17
    2025-05-19|The police opened fire last night.|last night|at|2025-05-18
    2025-05-19|The council convenes this evening.|this evening|at|2025-05-19
    2025-05-19|The document is dated 2025-04-30.|2025-04-30|at|2025-04-30
    2025-05-19|The protocol of 30.04.2025 is annexed.|30.04.2025|at|2025-04-30
    2025-05-19|The letter of 5/6/2025 was returned.|5/6/2025|at|2025-06-05
    2025-05-19|The first of June is the last day for objections.|The first of June|at|2025-06-01
    2025-05-19|On the 3rd of March, the prisoners were released.|the 3rd of March|at|2025-03-03
    2025-05-19|Since Monday no convoy has crossed the bridge.|Monday|since|2025-05-19/..
    2025-05-19|The offer stands until Friday.|Friday|until|2025-05-23
    2025-05-19|No vote will be held before 2027.|2027|before|2027
    2025-05-19|The levy applies after 1 January 2026.|1 January 2026|after|2026-01-01
    2025-05-19|The dam must release water from June to August.|from June to August|at|2025-06/2025-08
    2025-05-19|Electricity would flow from December to February.|from December to February|at|2025-12/2026-02
    2025-05-19|The interim administration would last at least two years.|at least two years|lasting|≥ 2 year
    2025-05-19|Over the past three months prices have doubled.|the past three months|at|2025-02-19/2025-05-19
    2025-05-19|Ships may load in the next 48 hours.|the next 48 hours|at|2025-05-19/2025-05-21
    2025-05-19|In the winter of 2024 the front froze.|the winter of 2024|at|2024-24
    2025-05-19|The armistice was signed in July 1953.|July 1953|at|1953-07
    2025-05-19|Last autumn the two sides exchanged maps.|Last autumn|at|2024-23
    2025-05-19|The strike is set to begin this summer.|this summer|at|2025-22
    2025-05-19|A year ago nobody would have signed.|A year ago|at|2024-05
    2025-05-19|The governor was dismissed on 2 May; the following day his deputy took over.|the following day|at|2025-05-03
    2025-05-19|Talks opened on 6 May and were suspended two days later.|two days later|at|2025-05-08
    2022-06-20|In 2020 the two sides signed; by May, the pact was dead.|May|by|2020-05
    2025-05-19|The demobilisation is to be completed in 18 months.|18 months|in|2026-11
    2025-05-19|The envoy expects an accord in the coming weeks.|the coming weeks|at|2025-05-19/..
    2025-05-19|The mandate expired at midnight on 30 April.|30 April|at|2025-04-30
    2025-05-19|Delegations met in Cairo last month.|last month|at|2025-04
    2025-05-19|Делегации встретились в Стамбуле 16 мая.|16 мая|at|2025-05-16
    2025-05-19|Президент заявил об этом в воскресенье.|воскресенье|at|2025-05-18
    2025-05-19|Перемирие будет действовать с 9 по 16 мая.|с 9 по 16 мая|at|2025-05-09/2025-05-16
    2025-05-19|Стороны должны ответить до 1 июня.|1 июня|by|2025-06-01
    2025-05-19|Указ был подписан осенью 2022 года.|осенью 2022 года|at|2022-23
    2025-05-19|Вчера министр покинул столицу.|Вчера|at|2025-05-18
    2025-05-19|Переговоры прошли на прошлой неделе.|на прошлой неделе|at|2025-05-12/2025-05-18
    2025-05-19|Санкции действуют с 2014 года.|2014 года|since|2014/..
    2025-05-19|Перемирие на 30 дней возможно.|30 дней|lasting|30 day
    2025-05-19|Три дня назад колонна пересекла границу.|Три дня назад|at|2025-05-16
    2025-05-19|Делегації зустрілися у Стамбулі 16 травня 2025 року.|16 травня 2025 року|at|2025-05-16
    2025-05-19|Президент заявив про це в неділю.|неділю|at|2025-05-18
    2025-05-19|Учора міністр залишив столицю.|Учора|at|2025-05-18
    2025-05-19|Наступний раунд відбудеться у четвер.|четвер|at|2025-05-22
    2025-05-19|Сторони мають відповісти до 1 червня.|1 червня|by|2025-06-01
    2025-05-19|Режим тиші діятиме з 9 по 16 травня.|з 9 по 16 травня|at|2025-05-09/2025-05-16
    2025-05-19|Указ підписали восени 2022 року.|восени 2022 року|at|2022-23
    2025-05-19|Минулого тижня сторони обмінялися списками.|Минулого тижня|at|2025-05-12/2025-05-18
    2025-05-19|Два тижні тому посол подав у відставку.|Два тижні тому|at|2025-05-05
    2025-05-19|У березні 2022 року делегації домовилися про гарантії.|березні 2022 року|at|2022-03
    2025-05-19|Negotiators hope to finish by mid-July.|mid-July|by|2025-07-15~
    2025-05-19|From Tuesday the port will be closed.|Tuesday|since|2025-05-20/..
    2025-05-19|The governor warned on Thursday evening that the levee would not hold.|Thursday evening|at|2025-05-15
    2025-05-19|The workers voted on Wednesday, May 14, to strike.|Wednesday, May 14|at|2025-05-14
    2025-05-19|The truce expires on Sunday, 25 May.|Sunday, 25 May|at|2025-05-25
    2025-05-19|About 400 people marched in May 2023 and again in June.|June|at|2023-06
    2025-05-19|The board meets on 11 July.|11 July|at|2025-07-11
    2025-05-19|The party may appeal within ten days of publication.|ten days|within|2025-05-19/2025-05-29
    """
}
