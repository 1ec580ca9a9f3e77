internal import CaseModel

extension ActWords {
  /// Phrases of more than a word, with the act that they speak for and how strongly.
  static let fixed: [(Act, Int, String)] = [
    (
      .demand, 7,
      """
      call* for|call* on|calls for|ask* for|asked that|push* for|press* for|insist* on|must be|must not|must|\
      should|has to|have to|had to|needs to|stood by|stands by|need to|is to leave|are to leave|demand for|demands for|demand \
      that|request for|wants|no less than|ought to|\
      no duty should|will ask for|would ask for|lay* claim to|\
      put* pressure on|need for|have to be|has to be|needed to|it is time for|stood by its demand|repeat* its demand|\
      reiterate* its demand|renew* its demand|maintain* its demand|should take into account|\
      is our floor|is the floor|our floor is|is our minimum|is the minimum|our minimum is|is our bottom line|\
      is our ceiling|is our maximum|is our limit|our limit is|not go under|not go below|our price is|вимагає|\
      вимагають
      """
    ),
    (
      .propose, 7,
      """
      put* forward|put* forth|set of proposals|come up with|came up with|the idea of|proposal for|proposal to|proposed that|\
      put* on the table|submitted a draft|proposes instead|let us|could be|what if|one could|present* a draft|\
      пропонує
      """
    ),
    (
      .offer, 8,
      """
      is ready to|are ready to|was ready to|ready for|ready to|is willing to|are willing to|was willing to|\
      willing to|prepared to|is prepared to|is open to|are open to|open to|could give|can give|would give|\
      could imagine|would let through|would lend|could accept|would agree to|willingness to|readiness to|\
      could offer|can offer|would raise|could have|can put|offer of|its offer|would be waiting|wait for him|\
      in exchange for|in return for|would sign|could sign|happy to
      """
    ),
    (
      .accept, 8,
      """
      agreed to|agree to|agrees to|agreed that|agreed on|agreed in principle|accept* the|said yes|say yes|\
      gave its consent|no objection|did not object|had no objection|consented to|can live with|\
      is content with|are content with|was content with|would be content|would accept|could live with|\
      would not stand in the way|has no quarrel|is acceptable|\
      was acceptable|approved of|provisionally accepted|accepted provisionally|in agreement|signed up to|\
      ready for any|nodded|signed the|signed their|signed its|signed an|signed a|initialled the|has signed|\
      have signed|ratified the
      """
    ),
    (
      .reject, 8,
      """
      rule* out|ruled out|turn* down|said no|says no|say no|not accept|never accept|cannot accept|\
      can not accept|could not accept|would not accept|will not accept|out of the question|unacceptable|\
      not acceptable|no question of|not negotiable|non negotiable|refuse* to discuss|will not discuss|\
      would not discuss|not on the table|not agree|did not agree|does not agree|do not agree|not going to|\
      never agree|could not promise|cannot promise|would not make|saw no way|sees no way|is impossible|\
      was impossible|will never|would never|no agreement to|not in favour|against the|insufficient|\
      not be bound|has no intention|have no intention|no plans to|had no intention|no reason to|not up for|\
      not open to|no room|no interest in|not interested in|against any|will not have|would not have|\
      not something we|is off the table|would not accept
      """
    ),
    (
      .concede, 9,
      """
      settle* for|could go to|can go to|might go to|may go to|go as high as|go as low as|could go as far as|would settle for|come* down to|came down to|went up to|raise* its offer|raised its offer|\
      lower* its demand|lowered its demand|down from|asks for less|asked for less|\
      now asks for|it now asks|make* concessions|made a concession|give* ground|gave ground|step* back|\
      willing to compromise|back* down|would be enough|would suffice|meet* halfway|\
      might settle for|ready to compromise|prepared to compromise
      """
    ),
    (
      .withdraw, 10,
      """
      drop* its demand|\
      drop* the demand|dropped its demand|dropped the demand|gave up its demand|give* up its demand|\
      withdrew its demand|withdrew the demand|withdrew its offer|take* back|took back|back* away from|\
      has given up|had given up|gave up|stopped treating|is off the table|abandon* its|dropped its|\
      dropped the|waived its
      """
    ),
    (
      .commit, 6,
      """
      you have my word|my word on|will deliver|will be ready|would be ready|will be published|will vote|\
      will do|undertook to|is to pay|is to let|are to read|will take|will not happen again|\
      would not happen again|will be lifted|will be withdrawn|will lift|will withdraw|will release|\
      will come|shall come|will be done|would be laid before|will be laid|will read|would lay|will lay|\
      will submit|will exchange|announce* plans|plans to|intent to|intends to|intend to|intention to
      """
    ),
    (
      .threaten, 8,
      """
      or face|or else|will strike|would strike|walk* out|would walk out|will walk out|will go to court|\
      would go to the|would go to court|will take the matter to|would take the matter to|will leave the table|\
      reserve* the right|would retaliate|will retaliate|face consequences|will bear the|consequences|\
      would have to consider|will be forced to|will resume|will stop work|will close|further sanctions|\
      additional sanctions
      """
    ),
    (
      .accuse, 8,
      """
      hold* responsible|held responsible|has not paid|have not paid|was broken|were broken|in breach|a breach|kept back|unlawful|illegal|forbade|has broken|had broken|broke the|has violated|violated the|\
      in breach of|breached the|fail* to|has failed to|had failed to|blame* on|is to blame|bad faith|\
      has no mandate|had no mandate|kept the money|ultimatum|ultimatums|failure to|sabotage*|dragging its feet|\
      stall* for time|go* back on|went back on|gone back on|walk* away from|move* the goalposts|\
      moving the goalposts|play* for time|buy* time|has not honoured|not honoured|act* in bad faith|\
      negotiat* in bad faith|moves backwards|drone strikes|missile strikes|air strikes|attacks on|attack on|\
      attacks by|war crime|war crimes
      """
    ),
    (
      .deny, 8,
      """
      is not true|was not true|untrue|never rejected|had never|has never|not the case|no such|\
      nothing of the kind|is false|was false|did not happen|was not so|reject* the accusation|\
      reject* the accusations|reject* the charge|reject* the charges|reject* the allegation|\
      reject* the allegations|dismiss* the charge|dismiss* the charges|dismiss* the allegation|\
      dismiss* the allegations|reject* the claims|reject* the claim|dismiss* the accusation|dismiss* the claim|replied that the|letter of authority|\
      спростував
      """
    ),
    (
      .confirm, 8,
      """
      is correct|was correct|is true|what said is correct|it is so|as agreed|both say|by its own account|\
      made no secret
      """
    ),
    (
      .condition, 9,
      """
      only if|only when|only after|only once|on condition that|on the condition|conditional on|\
      conditional upon|provided that|provided|as long as|so long as|not until|precondition|\
      preconditions|depends on|depend on|subject to|before any|must come first|first the|not before|only then|\
      not an hour earlier|in that case|лише якщо|только если|лише після|только после|\
      за умови
      """
    ),
    (
      .takeNote, 12,
      "would study the|will study the|with interest|take* note|took note|taken note|noted the figure|noted it|noted the|would study it|will study it"
    ),
    (
      .silent, 12,
      """
      declined to comment|would not be drawn|neither accepted|without an answer|leave that to|decline* to comment|declined to say|refused to comment|did not respond|\
      has not responded|not responded|did not reply|has not replied|not replied|did not answer|not answered|\
      has not answered|gave no answer|give* no answer|said nothing|say* nothing|kept silent|remained silent|\
      no comment|would not comment|would not say|without saying|has yet to|have yet to|did not comment|\
      would not speculate|would not comment|would not discuss|would not elaborate|would not confirm|\
      would not answer|would neither confirm|neither confirm nor deny|neither confirmed nor denied|\
      decline* to discuss what|decline* to discuss whether|decline* to discuss how|\
      decline* to discuss details|decline* to elaborate|decline* to answer|decline* to confirm|decline* to specify|\
      decline* to give|decline* to speculate|decline* to name|decline* to disclose|refuse* to say|\
      refuse* to answer|refuse* to elaborate|refuse* to confirm|refuse* to comment|did not return|\
      not immediately respond|would not say whether|\
      left unanswered|no answer|went unanswered|not yet said|does not comment|did not say
      """
    ),
    (
      .ask, 8,
      """
      ask* whether|asked whether|ask* who|ask* how|ask* what|ask* if|asked if|wanted to know|\
      does that still hold|the question whether|how does one
      """
    ),
    (
      .assess, 6,
      """
      seems to|appears to|i think|i would|i have yet|in my view|looks to me|looks like|worth|striking|will want|comes down to|\
      more like|not enough|enough to|raising the price|would be the first|is likely to|may be|might be|could mean|is seen as|is viewed as|was viewed as|\
      is regarded as|suggests that|indicates a|takes the view|in the view of|hopes to|amounts to|would mean|\
      it is clear that|in fact|in practice|the wording favours|would be wrong to|is hard to see|analysts
      """
    ),
  ]
}
