/// Sentences, and what a careful coder takes them for: act, stance, marks (`red` a red line, `drops`, `re`
/// reaffirmed, `hedge:WORD`) and condition (`before`, `exchange`, `trigger`, then the step awaited, then
/// the step that waits). Every third is kept back.
enum ActGold {
  struct Item {
    let text: String
    let act: String
    let stance: String
    let marks: String
    let condition: String
    let awaited: String
  }

  static let items: [Item] = lines.split(separator: "\n").map { line in
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    return Item(
      text: parts[0], act: parts[1], stance: parts[2], marks: parts[3], condition: parts[4],
      awaited: parts[5])
  }

  static let developed = items.enumerated().filter { $0.offset % 3 != 2 }.map(\.element)
  static let keptBack = items.enumerated().filter { $0.offset % 3 == 2 }.map(\.element)

  private static let lines = """
    The union demanded a rise of 9.5 per cent.|demand|for|||
    The minister said that the loan must be repaid in full.|demand|for|||
    Brazil proposed a fund for forests.|propose|for|||
    The rebels are ready to release two hundred prisoners.|offer|for|||
    The government accepted the fourth article.|accept|for|||
    The general refused to discuss the border.|reject|against|||
    A foreign crew at the gates was out of the question.|reject|against|red||
    The delegation took note of the proposal.|takeNote||||
    The spokesman declined to comment on the figure.|silent||||
    Asked about it, the envoy said nothing.|silent||||
    He accused the employers of bad faith.|accuse|for|||
    The ministry denied that it had kept the money.|deny|against|||
    The Kremlin confirmed the meeting.|confirm|for|||
    The union no longer asks for a shorter week.|withdraw|against|drops||
    The island states dropped their demand for a separate fund.|withdraw|against|drops||
    The president promised to lift the blockade.|commit|for|||
    They threatened to walk out.|threaten||||
    The delegate asked whether the order still held.|ask||||
    The union will sign only if the audit is published.|condition|||before|the audit is published
    No water would be promised until Belmar had paid what it owed.|condition|||before|Belmar had paid what it owed
    The army will not withdraw before the prisoners are home.|condition|||before|the prisoners are home
    Unless the shelling stops, we will strike the depot.|threaten|||trigger|the shelling stops
    If there is no arrangement by the first of June, Belmar will go to court.|threaten|||trigger|there is no arrangement by the first of June
    Ukraine would accept neutrality in exchange for security guarantees.|offer|for||exchange|security guarantees
    Moscow must accept the truce or face additional sanctions.|threaten|||trigger|Moscow must accept the truce
    The troops must leave before talks can begin.|condition|||before|The troops must leave
    The ban on overtime stays until the suit is withdrawn.|condition|||before|the suit is withdrawn
    The minister reiterated his demand for a buffer zone.|demand|for|re||
    The parties agreed in principle to write one letter.|accept|for|hedge:in principle||
    The army reportedly offered a corridor.|offer|for|hedge:reportedly||
    The premier did not rule out a second vote.|offer|open|||
    She could not promise a flow that the snow might not bring.|reject|against|||
    Sovereignty over the strait is a red line for us.|state|for|red||
    We will never accept foreign troops on our soil.|reject|against|red||
    The association raised its offer to five per cent.|concede|for|||
    The employers would settle for 70 per cent.|concede|for|||
    The suit will be withdrawn once the ban has been lifted.|condition|||before|the ban has been lifted
    Developing states made their pledge conditional on finance.|condition|||before|finance
    The mediator suggested that both texts be merged.|propose|for|||
    The city welcomed the verdict but did not accept the fine.|reject|against|||
    The rebels called for an immediate ceasefire.|demand|for|||
    The union said yes within the hour.|accept|for|||
    The regulator acknowledged that the figure was wrong.|confirm|for|||
    The envoy warned that fighting would resume.|threaten||||
    The author sees the move as a sign of weakness and it seems to be one.|assess||hedge:seems||
    The council blamed the collapse on the other side.|accuse|for|||
    The bank would look at a request only if both states had signed it.|condition|open||before|both states had signed it
    The growers called the report untrue.|deny|against|||
    Delegates urged the host to extend the session.|demand|for|||
    The company has yet to reply to the letter.|silent||||
    The sides exchanged lists of prisoners.|state|for|||
    Норвегия предлагает новый раунд.|propose|for|||
    Київ готовий до переговорів.|offer|for|||
    Москва отвергла это предложение.|reject|against|||
    """
}
