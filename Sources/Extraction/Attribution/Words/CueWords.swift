/// Words that report speech and thought, with what can follow them.
///
/// `verb:frames>prepositions`; frames by letter, see ``Cue/Frames``: c clause, q quotation, r recipient
/// before the clause, i infinitive, o object and infinitive, n object, a object with `as`, k object
/// with what it is called, g gerund, w question, m thought, s an object of saying only, t object with
/// `at`, S a clause with `that` only. `verb_particle` is a verb in two words.
enum CueWords {
  static let verbs = """
    say:cqw tell:rcqo claim:cqin state:cqn announce:cqn declare:cqnk insist:cq>on,upon maintain:cqS
    argue:cq>for,against,in assert:cqn contend:cq allege:cqn affirm:cqn reaffirm:cqn reiterate:cqn
    repeat:cqn stress:cqn emphasize:cqn emphasise:cqn underline:cqn underscore:cqn highlight:cn
    note:cqn observe:cq remark:cq comment:q>on,about add:cqS continue:qS conclude:cq explain:cqwn
    admit:cqgn>to acknowledge:cqgn concede:cqn confess:cq>to confirm:cqnw deny:cqgn refuse:in
    decline:i reject:nqa dismiss:na rebuff:n spurn:n accept:nc agree:ciq>to,on,with,upon
    disagree:q>with consent:q>to oppose:ng object:cq>to protest:cqn>against,at complain:cq>about,of
    urge:onqcg reassert:cqn criticize:na criticise:na condemn:na denounce:na decry:n deplore:n blast:na slam:na lambast:n
    lambaste:n attack:na blame:n accuse:n fret:cqm>about,over confide:cqS vent:q>about charge:cS warn:rcqon>of,against,about caution:rcqo>against
    threaten:inc vow:ciqn pledge:cinq promise:rcinq swear:ciq undertake:iS commit:>to guarantee:cn
    assure:rcq reassure:rc propose:cingq suggest:cgnq recommend:cgno advise:orcqg>against 
    call:k>for,on,upon appeal:o>for,to ask:oqwn>for,about beg:oq>for plead:qo>for,with request:noc
    demand:cinq order:oncq instruct:or command:oc press:o>for push:S>for seek:in want:ionm wish:icm>for
    hope:cim>for expect:cionm fear:cnm believe:cm>in think:cmq consider:nkgm regard:am view:am see:am
    feel:cm know:cwmS understand:cwmS doubt:cnwm suspect:cnm assume:cm predict:cqn forecast:cn
    estimate:cn calculate:cw reckon:cqm worry:cqm>about wonder:wqm question:nwq inquire:wq reply:cq
    respond:cqS answer:cqS retort:cq counter:cqS report:cqgn write:cq tweet:cqn post:qS inform:rcq
    notify:rc remind:rcoq reveal:cqnw disclose:cnw indicate:cnq signal:cn hint:cq>at imply:cq
    intimate:cS insinuate:cS find:c show:cw rule:cqS>against,for hold:cS decide:icq determine:cS recall:cqn
    testify:cq>about attest:c>to certify:cS quote:n cite:n mention:cnq describe:nak characterize:a
    characterise:a portray:a depict:a label:kaS brand:kaS term:kS dub:kS deem:kS hail:na praise:na
    welcome:n applaud:n laud:na commend:n thank:n endorse:n support:n back:n favor:ng favour:ng approve:s>of
    advocate:ng>for defend:na justify:na vote:i>for,against,on veto:n offer:in table:s submit:sc
    float:s invite:on authorize:o authorise:o forbid:on withdraw:s drop:s abandon:s retract:n
    renounce:n recant:n apologize:cq>for apologise:cq>for regret:cngq lament:cqn express:n voice:n
    convey:s encourage:o implore:oq exhort:oq lobby:o>for joke:cq quip:cq laugh:qS scoff:cqS>at
    shout:cqS yell:qS chant:qS cry:qS whisper:qcS mutter:qcS snap:qS boast:cq>of,about brag:c>about
    muse:cq ponder:w concur:cq>with echo:n elaborate:q>on clarify:cqn specify:cwn outline:n
    read:cqSa speak:q>of,about,against talk:>of,about refer:>to allude:>to point:>to put:tS
    realize:cwmS realise:cwmS recognize:cnm recognise:cnm anticipate:cnm intend:im plan:im aim:imS prefer:inm
    dispute:nc challenge:s contest:n contradict:n rebut:n refute:n disavow:n interpret:a construe:a
    cast:aS frame:aS tout:na liken:n mock:na ridicule:n taunt:n rail:>against,about chide:n scold:n
    rebuke:n berate:n excoriate:n prod:oS stipulate:c foresee:cnm envisage:cgnm imagine:cngm guess:cm
    speculate:cq theorize:c presume:cm figure:cmS contemplate:gm castigate:n chastise:n
    fault:n disparage:n deride:na bemoan:n argue:cq vouch:>for hazard:qS opine:cq surmise:c
    caution:rcq concede:cq deduce:c discourage:nS dread:nm learn:cmS
    hear:cmS discover:cS publish:s issue:s present:s renew:s outlaw:n discuss:S pronounce:kS
    prophesy:c proclaim:cqnk profess:ci query:wqS relay:cn relate:cqS rejoin:qS
    resolve:iS volunteer:qcS marvel:cq gloat:cq grumble:cq moan:cq sneer:q gripe:cq>about fume:q
    enthuse:q intone:q exclaim:cq interject:q object:cq posit:c reason:cqS stipulate:c stand:S
    tolerate:n favor:ng condone:n trust:cm understand:cwm crave:nm desire:nim demur:q
    appreciate:nm admire:nm resent:nm like:imS love:imS hate:imS need:S care:m>about
    """

  /// Verbs in two words.
  static let phrasalVerbs = """
    point_out:cqn rule_out:ng turn_down:n set_out:s spell_out:nw lay_out:n put_forward:n
    call_off:n hit_back:q>at fire_back:q shoot_back:q back_down:q make_clear:cnqw give_notice:c
    take_note:c>of sum_up:q play_down:n chime_in:q speak_out:q>against,about lash_out:q>at hold_out:S come_out:>for,against
    sign_off:>on brush_off:na brush_aside:n wave_off:n shrug_off:n write_off:a write_back:q
    """

  /// Nouns for what is said or thought.
  static let nouns = """
    demand claim proposal offer view statement call request appeal refusal rejection insistence warning
    threat promise pledge vow accusation allegation assertion assurance suggestion recommendation
    argument position belief opinion hope fear concern doubt expectation commitment announcement
    declaration denial admission acknowledgement acknowledgment confirmation estimate prediction
    complaint objection criticism condemnation opposition willingness readiness intention decision
    ultimatum condition precondition response reply answer report testimony ruling comment remark
    observation contention notion idea preference desire wish invitation plea order instruction
    explanation stance conviction reluctance vision preoccupation worry suspicion confidence
    determination eagerness desire conclusion finding reminder guarantee undertaking
    """

  /// The prepositions that join to a noun of saying what it is about, by the noun and its plural.
  static let nounPrepositions: [UInt64: Set<UInt64>] = {
    let lists = [
      "on": "insistence decision ruling",
      "to": "opposition objection commitment",
      "of":
        "rejection condemnation criticism accusation allegation acknowledgement denial fear promise threat prediction recognition",
      "about": "concern worry doubt complaint fear warning", "over": "concern worry objection",
      "against": "accusation allegation warning threat", "at": "alarm",
    ]
    var table: [UInt64: Set<UInt64>] = [:]
    for (preposition, nouns) in lists {
      for noun in nouns.split(separator: " ") {
        for form in [String(noun), Inflection.third(String(noun))] {
          table[Lexicon.hash(form), default: []].insert(Lexicon.hash(preposition))
        }
      }
    }
    return table
  }()

  /// Verbs that with a noun of saying make one cue: express concern, raise the issue of.
  static let lightVerbs =
    "express voice raise make give issue reiterate repeat renew convey state offer"
}
