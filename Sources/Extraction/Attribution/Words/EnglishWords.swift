/// Words of English that belong to closed classes, and verbs and nouns common enough to be known.
enum EnglishWords {
  /// Class and words.
  static let classes: [(WordClass, String)] = [
    (
      .determiner,
      "the a an this these those each every some any no both all either neither another such many few several most more less much other enough certain half own"
    ),
    (.that, "that"),
    ([.pronoun, .firstPerson], "i we"),
    (
      .pronoun,
      "he she it they you who somebody someone everybody everyone nobody anybody anyone nothing something everything one none others both many some few several most there this these those neither either each all another"
    ),
    (
      .objectPronoun,
      "me us him her them himself herself itself themselves myself ourselves yourself whom"
    ),
    (.ownership, "my our his her its their your whose"),
    (
      .number,
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen dozens hundreds thousands millions fifty-four first second third fourth fifth tens"
    ),
    (
      .preposition,
      "of in on at by for from with without about against between among amid amidst during before after since until till through throughout over under above below behind beside besides beyond near off onto into out toward towards upon within despite via per like unlike than as around across along inside outside up down past because except concerning regarding following given including alongside ahead versus"
    ),
    (.to, "to"),
    (.coordinator, "and or but nor yet"),
    (
      .subordinator,
      "because although though while whereas unless until since when after before once as so if lest whenever wherever provided than except where"
    ),
    (.relative, "who which whom whose"),
    (.wh, "what how whether why if when where who which whatever whoever"),
    (.negation, "not never n't"),
    (
      .modal,
      "will would can could may might must shall should cannot ought can't won't wouldn't couldn't shouldn't mustn't needn't"
    ),
    (.be, "be is are was were been being am isn't aren't wasn't weren't"),
    (.have, "have has had having haven't hasn't hadn't"),
    (.auxiliaryDo, "do does did don't doesn't didn't"),
    (
      .adverb,
      "also again already always almost away back barely certainly clearly consistently even ever far finally first flatly frequently here hardly immediately indeed instead jointly just largely later long merely never nearly now often once only openly originally perhaps previously privately probably publicly quickly quietly rather really recently repeatedly reportedly roughly simply so soon still then there together too twice usually very well yet sometimes seldom rarely today tonight otherwise thus hence thereby forward ago else maybe least anymore abroad alone aside apart together aloud bluntly sarcastically likewise quite somewhat sharply categorically explicitly elsewhere everywhere nowhere further not"
    ),
    (
      .connective,
      "however meanwhile nevertheless nonetheless moreover furthermore additionally consequently therefore conversely similarly otherwise instead besides still too likewise though then finally also indeed"
    ),
    (.particle, "up out down off back away over on in forward aside through clear notice"),
    (
      [.time, .noun],
      "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow tonight morning afternoon evening night midnight noon day week month year years weeks months days weekend hour hours minute minutes decade summer winter spring autumn fall jan feb mar apr jun jul aug sep sept oct nov dec mondays fridays sundays"
    ),
    (
      .adjective,
      "new old good bad big small large high low great long short early late recent former current next last same different other own major minor key main top senior chief deputy first second second-in-command sure clear ready willing able unable likely unlikely aware familiar possible impossible unacceptable acceptable open closed full free foreign domestic national international federal local public private political military economic legal social strong weak serious severe joint final true false right wrong real simple common general special present past western eastern northern southern african european american russian ukrainian chinese british french german turkish israeli palestinian iranian syrian united independent republican democratic conservative liberal many few little unnamed anonymous close similar important necessary responsible available interim permanent temporary unconditional comprehensive prime vice hard easy young rich poor happy angry sad developing neighbouring neighboring shipping existing leading remaining outgoing incoming ruling warring negotiating governing opposing banking mining operating working rising growing sitting acting voting striking confident hopeful optimistic concerned worried supportive critical grateful proud"
    ),
    (
      [.role, .noun],
      "president minister premier chancellor secretary chairman chairwoman chair chairperson spokesman spokeswoman spokesperson senator governor mayor ambassador envoy negotiator mediator delegate director director-general chief head leader commander general colonel captain judge justice attorney lawyer professor doctor analyst expert adviser advisor aide official officer representative deputy strategist pollster candidate nominee lawmaker congressman congresswoman businessman activist campaigner critic author editor reporter correspondent historian economist scientist scholar researcher resident witness manager coordinator administrator commissioner diplomat politician king queen prince pope bishop steward speaker whip counsel founder owner investor executive member colleague supporter opponent rival"
    ),
    (
      .press,
      "reporters journalists newsmen lawmakers parliament congress cnn reuters bloomberg parliamentarians deputies delegates supporters voters donors viewers listeners readers me us afp bbc ap tass interfax"
    ),
    (
      .occasion,
      "interview statement speech letter memo email e-mail conference briefing press rally hearing telephone phone post tweet message twitter facebook telegram television radio remarks address telecast broadcast article op-ed report filing footnote opinion brief note meeting session video text reply response answer debate testimony condition anonymity"
    ),
    (.sourcePhrase, "according"),
    (
      [.noun, .plural],
      "people officials men women police children ministers members talks sources sides parties states countries nations governments troops forces experts analysts aides critics diplomats mediators negotiators republicans democrats lawyers leaders lawmakers deputies families media scholars scientists workers unions employers nurses doctors hospitals voters residents witnesses activists groups companies campaigners observers investigators prosecutors authorities delegates delegations allies rebels americans russians ukrainians europeans figures documents reports data advisers representatives insiders commentators supporters opponents rivals politicians"
    ),
    (
      [.noun],
      "majority party side ministry government delegation spokesperson agency union association federation committee council court commission company party poll survey study report statement document letter deal agreement truce ceasefire peace war plan talks meeting session round summit election campaign team group bloc board press media paper pact treaty bill law state city country nation region border army police bank fund money pay rise shift shifts quota price rate cost tax vote share term mandate rule right line point issue matter question problem way part end time case fact word thing number percent per cent percentage house senate parliament chamber congress administration department office bureau source sources thing kind sort amount rest lack use role end chance news hearing meeting building training funding spending ruling warning finding beginning opening understanding feeling morning evening wedding being thing anything something setting something ceiling offering"
    ),
    (
      [.abbreviation],
      "gen col lt sgt capt maj cmdr adm mr mrs ms dr prof sen rep gov pres rev hon st fr sr messrs mme mlle supt del amb sec atty dist no nos vs approx fig ca cf op ed eds vol pp al jan feb mar apr aug sept sep oct nov dec mt ft min им ім ул вул пр просп пл д г-н г-жа проф акад ген полк т тов гр див см напр"
    ),
    (
      [.abbreviation, .mayEnd],
      "inc corp co ltd jr esq bros etc a.m. p.m. u.s. u.k. u.n. e.u. u.s.a. d.c. n.y. calif fla tex mass pa va md ill ind mich minn wis ore colo ariz ala ark conn del ga ky la me mo mont neb nev okla tenn vt wash wyo tues wed thurs fri sat sun mon г гг р рр руб коп млн млрд тыс тис грн ст стр п вв"
    ),
  ]

  /// Verbs that report nothing, regular ones in the base form.
  static let verbs = """
    accompany achieve act address adopt affect aim allow amount appear apply appoint approach arrange arrest
    arrive assist attach attempt attend avoid await ban base belong block boycott brief cancel carry cause
    cease celebrate change check cite claim clash close collapse collect combine complete compete comply
    concern conduct connect contain continue contribute control convene convert convince cooperate cover
    create cross cut damage date deal decrease defeat delay deliver deploy depend deport deserve design
    destroy develop differ direct disappear discuss displace divide dominate donate double earn ease edit
    elect eliminate emerge employ enable end enforce engage enjoy ensure enter erode escape establish
    evacuate evolve examine exceed exchange exclude exist expand explore expose expire extend face fail
    fall fan fire focus follow force form free fund gain gather govern halt hamper hand handle happen harm
    help hinder hire honor honour host hurt identify ignore impose improve include increase influence
    injure insert intend intensify intervene introduce invade invest involve join jump kick kill lack last
    launch lift limit link list live load lock look lower manage mark match matter measure mediate meet miss
    monitor move name need negotiate nominate normalize obtain occur occupy open operate organise organize
    oversee own owe paint pass pause perform pick place plant play poll pose postpone pour prepare preserve
    prevent proceed process produce prohibit prolong prompt protect prove provide provoke pull punish purchase
    pursue qualify raise range reach react receive recover reduce reflect reform regulate release remain
    remove rename repair replace represent rescue resemble resign resist respect rest restore restrict
    result resume retain retaliate retire retreat return reverse review revise risk sample sanction save
    scale schedule score secure serve settle shape share shell shift ship sign slip slow smile solve sort
    spark spread stage stall start station stay stem step stop strengthen strike strip struggle study succeed
    suffer suit supply surround survey survive suspend sustain switch tackle target tax test tighten touch
    trade transfer transform travel trigger try turn underestimate undermine unify unite unlock update use
    vanish vary visit violate vow wait walk want warrant waste watch weaken weigh win witness work wreck
    yield bargain hesitate reopen rejoin stick hover shut stumble outline poison convene commission freeze
    pencil paste print sue ease lapse draw speed lay lie cost let put set stand rank seem tend
    """

  /// Irregular verbs: base, past, participle where it differs; also those that report.
  static let irregular = """
    say said|tell told|hold held|find found|show showed shown|think thought|know knew known|feel felt
    see saw seen|hear heard|write wrote written|swear swore sworn|speak spoke spoken|read read|put put
    cast cast|withdraw withdrew withdrawn|understand understood|seek sought|foresee foresaw foreseen
    forbid forbade forbidden|undertake undertook undertaken|give gave given|take took taken|go went gone
    come came|make made|get got gotten|keep kept|leave left|meet met|bring brought|begin began begun
    become became|lead led|lose lost|win won|send sent|spend spent|sell sold|build built|buy bought
    fight fought|break broke broken|choose chose chosen|draw drew drawn|drive drove driven|fall fell fallen
    grow grew grown|lay laid|lie lay lain|let let|pay paid|rise rose risen|run ran|set set|shoot shot
    sit sat|stand stood|steal stole stolen|strike struck|teach taught|throw threw thrown|wear wore worn
    cut cut|cost cost|hit hit|hurt hurt|shut shut|split split|spread spread|beat beat beaten|bear bore borne
    bend bent|bind bound|bite bit bitten|blow blew blown|catch caught|deal dealt|dig dug|eat ate eaten
    feed fed|flee fled|fly flew flown|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
    hang hung|hide hid hidden|lend lent|light lit|mean meant|overcome overcame|oversee oversaw overseen
    ride rode ridden|ring rang rung|seem seemed|shake shook shaken|shrink shrank shrunk|sing sang sung
    sink sank sunk|sleep slept|slide slid|stick stuck|sweep swept|swing swung|tear tore torn|wake woke woken
    cut cut|quit quit|bid bid|burst burst|learn learned learnt|drop dropped|fire fired|uphold upheld
    withhold withheld|withstand withstood|arise arose arisen|shed shed|sue sued
    """
}
