/// Sentences with a mention, the case they are read in, and whom a careful reader takes it for: ids of
/// the case; `+name` for somebody the case lacks, with `@id` for the side; `-` where the words name only
/// a place. Every third is kept back.
enum MentionGold {
  struct Item {
    let name: String
    let date: String
    let text: String
    let words: String
    let who: String
  }

  static let items: [Item] = lines.split(separator: "\n").map { line in
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    return Item(name: parts[0], date: parts[1], text: parts[2], words: parts[3], who: parts[4])
  }

  static let developed = items.enumerated().filter { $0.offset % 3 != 2 }.map(\.element)
  static let keptBack = items.enumerated().filter { $0.offset % 3 == 2 }.map(\.element)

  private static let lines = """
    istanbul|2025-05-16|Moscow wants the talks to go on.|Moscow|russia
    istanbul|2025-05-16|The delegations met in Moscow and left.|Moscow|-
    istanbul|2025-05-16|The Kremlin rejects the demand.|The Kremlin|russia
    istanbul|2025-05-16|Kremlin aide Yury Ushakov named the hour.|Kremlin aide Yury Ushakov|ushakov
    istanbul|2025-05-16|Zelenskyy said he would wait.|Zelenskyy|zelensky
    istanbul|2025-05-16|Zelenskyy said he would wait.|he|zelensky
    istanbul|2025-05-16|Зеленський заявив, що чекатиме.|Зеленський|zelensky
    istanbul|2025-05-16|Разговор с Зеленским длился час.|Зеленским|zelensky
    istanbul|2025-05-16|Putin's answer came at night.|Putin's|putin
    istanbul|2025-05-16|The Ukrainian president flew to Ankara.|The Ukrainian president|zelensky
    istanbul|2025-05-16|Ukraine's defence minister led the team.|Ukraine's defence minister|umerov
    istanbul|2025-05-16|The Russian foreign minister was not there.|The Russian foreign minister|lavrov
    istanbul|2021-05-16|British Prime Minister Boris Johnson came to the capital.|British Prime Minister Boris Johnson|johnson
    istanbul|2025-05-16|The British prime minister was informed.|The British prime minister|starmer
    istanbul|2025-05-16|Both sides named prisoners.|Both sides|ukraine,russia
    istanbul|2025-05-16|The two delegations sat an hour and forty minutes.|The two delegations|ukraine,russia
    istanbul|2025-05-16|The warring parties may meet again.|The warring parties|ukraine,russia
    istanbul|2025-05-16|The Russian side asked for the withdrawal.|The Russian side|russia
    istanbul|2025-05-16|The Ukrainian delegation left the hall.|The Ukrainian delegation|ukrainian-delegation
    istanbul|2025-05-16|A Turkish official said the talks would go on.|A Turkish official|turkish-official
    istanbul|2025-05-16|Two French diplomats doubted it.|Two French diplomats|+@france
    istanbul|2025-05-16|A senior German official was sceptical.|A senior German official|+@germany
    istanbul|2025-05-16|Downing Street would not comment.|Downing Street|uk
    istanbul|2025-05-16|The White House welcomed the exchange.|The White House|us
    istanbul|2025-05-16|Tokyo offered to pay.|Tokyo|+Japan
    istanbul|2025-05-16|The OSCE was not asked.|The OSCE|+Organization for Security and Co-operation in Europe
    istanbul|2025-05-16|Norway's foreign minister Anna Lund offered a hall.|Norway's foreign minister Anna Lund|+Anna Lund
    istanbul|2025-05-16|Medinsky took his seat. He asked for five regions.|He|medinsky
    istanbul|2025-05-16|Russia sent a draft. It asked for an answer.|It|russia
    istanbul|2025-05-16|Europe told us nothing, and the US said it would wait.|the US|us
    istanbul|2025-05-16|Київ не погодився на цю вимогу.|Київ|ukraine
    istanbul|2025-05-16|В Кремле отказались отвечать.|Кремле|-
    istanbul|2025-05-16|Кремль отказался отвечать.|Кремль|russia
    istanbul|2025-05-16|Turkey's President Recep Tayyip Erdogan welcomed them.|Turkey's President Recep Tayyip Erdogan|erdogan
    istanbul|2025-05-16|Ukrainian officials counted the drones.|Ukrainian officials|ukrainian-officials
    istanbul|2025-05-16|The Foreign Ministry of Ukraine published the list.|The Foreign Ministry of Ukraine|ukraine
    sarn|2024-04-24|Mr HADDAR said that he had read it. He would pay nothing.|Mr HADDAR|haddar
    sarn|2024-04-24|Mr HADDAR said that he had read it. He would pay nothing.|He|haddar
    sarn|2024-04-24|Ms Verani took note. She did not say no.|She|verani
    sarn|2024-04-24|Mr Keel spoke first and Ms Verani last. She had the letter.|She|verani
    sarn|2024-04-24|Mr Keel spoke first and Ms Verani last. He had the letter.|He|keel
    sarn|2024-04-24|The Minister of Water shook his head.|The Minister of Water|haddar
    sarn|2024-04-24|Oruna's energy minister stayed at home.|Oruna's energy minister|verani
    sarn|2024-04-24|Two people close to the government in Tashel said it was over.|Two people close to the government in Tashel|tashel-insiders
    sarn|2024-04-24|An official of the Commission confirmed it.|An official of the Commission|commission-official
    sarn|2024-04-24|Port-Selim kept silent.|Port-Selim|belmar
    sarn|2024-04-24|The SECRETARY noted that the summer had begun.|The SECRETARY|lodina
    sarn|2024-04-24|One of the Belmari party spoke of three hours; the Belmari delegation did not.|the Belmari delegation|belmar
    sarn|2024-04-24|Both delegations asked for the record.|Both delegations|oruna,belmar
    sarn|2024-04-24|The growers want to be paid.|The growers|growers
    sarn|2024-04-24|The company keeps its own instruments.|The company|kesh-company
    sarn|2024-04-24|Haddar came with his legal adviser, Lina Safi.|Lina Safi|safi
    sarn|2024-04-24|Karim Haddar, Belmar's Minister of Water, signed.|Karim Haddar|haddar
    sarn|2024-04-24|Rohan Desh would not promise it; the president had written so.|the president|desh
    sarn|2024-04-24|A spokesman for Oruna declined to say more.|A spokesman for Oruna|+@oruna
    sarn|2024-04-24|Engineers of the Kesh Dam Company measured it.|Engineers of the Kesh Dam Company|kesh-engineers
    sarn|2024-04-24|The Bank's observer, Mr Amadi, gave the day of the board.|Mr Amadi|amadi
    corvane|2025-03-20|Ms Marneri said that the suit stays.|Ms Marneri|marneri
    corvane|2025-03-20|Both unions said yes within the hour.|unions|-none
    corvane|2025-03-20|The Federation's general secretary, Marc Thévenet, reads it so.|Marc Thévenet|thevenet
    """
}
