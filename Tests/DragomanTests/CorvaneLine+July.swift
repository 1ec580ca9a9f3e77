import CaseModel
import StateOfPlay
import Testing

extension CorvaneLine {
  /// The day after the last text, and before the vote on the credit.
  static let july: [CorvaneLine] = [
    // Where each side is on pay.
    .init("The nurses are at 6.8 per cent, their last word") {
      try $0.asks("nurses-pay", "nurses", "6.8") && $0.cell("nurses-pay", "nurses").isRedLine
    },
    .init("The employers are at 6.2 per cent, their last word") {
      try $0.asks("nurses-pay", "employers", "6.2") && $0.cell("nurses-pay", "employers").isRedLine
    },
    .init("The gap is 0.6 points") {
      $0.convergence("nurses-pay") == .apart && $0.gap("The nurses' rise in pay", "0.6 p")
    },
    .init("The way of both is shown") {
      $0.says("9.5 → 8 (in a package) → 7") && $0.says("2 → 3.5 → 5.5")
    },
    .init("Each step of the nurses was a softening, none a hardening") {
      let kinds = try $0.kinds("nurses", "nurses-pay")
      return kinds.contains(.softened) && !kinds.contains(.hardened) && !kinds.contains(.reversed)
    },
    .init("6.5 per cent, three times from unnamed officials, is not the ministry's position") {
      try $0.accepts("nurses-pay", "ministry").allSatisfy { !$0.contains("6.5") }
    },
    .init("Nor is it the nurses' because two of their negotiators would take it") {
      try $0.accepts("nurses-pay", "nurses").allSatisfy { !$0.contains("6.5") }
    },
    .init("The ministry's limit of 25 million florins is below the 6.2 per cent of the employers") {
      let cell = try $0.cell("nurses-pay", "ministry")
      return cell.isRedLine
        && ($0.says("The nurses' rise in pay", "5.9")
          || $0.says("The nurses' rise in pay", "≈ 6 p"))
    },
    // The other numbers.
    .init("On 37.5 hours the two are no longer apart") {
      try $0.asks("week", "nurses", "37.5") && $0.asks("week", "employers", "37.5")
        && $0.convergence("week") != .apart
    },
    .init("30 per cent at least against 28 at most for the night: two points apart") {
      $0.convergence("night-premium") == .apart && $0.gap("night premium", "2 p")
    },
    .init("Eight patients against nine") {
      try $0.asks("night-ratio", "nurses", "8") && $0.asks("night-ratio", "employers", "9")
        && $0.convergence("night-ratio") == .apart
    },
    .init("21 months, but for the nurses only against eight patients, which the employers refuse") {
      let exchange = $0.preconditions.edges.filter {
        $0.holder == "nurses" && $0.step.hasPrefix("issue/term") && $0.kind == .exchange
      }
      return exchange.contains { $0.awaited.hasPrefix("issue/night-ratio") && $0.state.stands }
        && $0.convergence("term") != .agreed && $0.convergence("term") != .withinReach
    },
    .init("Surgery is what still parts them on agency nurses") {
      let titles = try $0.accepts("agency-wards", "employers")
      return $0.convergence("agency-wards") == .apart
        && titles.allSatisfy { $0.contains("surgery") && !$0.contains("emergency") }
    },
    .init("The red line on intensive care stands, repeated in June and never dropped") { day in
      try day.cell("agency-wards", "nurses").isRedLine
        && !day.changes.contains { change in
          change.party == "nurses" && change.issue == "agency-wards"
            && change.answers.contains(where: \.redLineDropped)
        }
    },
    .init("On cover nurses and employers agree at 65; the ministry, at 70, stands outside") {
      try $0.asks("cover", "nurses", "65") && $0.asks("cover", "employers", "65")
        && $0.asks("cover", "ministry", "70") && $0.convergence("cover") != .agreed
        && $0.says("Staff on duty", "65", "Ministry of Health")
    },
    .init("The nurses gave up the index clause, so it parts nobody") {
      try $0.cell("index", "nurses")["yearly"]?.isAccepted != true
        && $0.convergence("index") != .apart
    },
    // The doctors' part.
    .init("Part Two is agreed and signed by doctors and employers") {
      $0.convergence("doctors-part") == .agreed && $0.says("Part Two", "signed", "30 June 2025")
    },
    .init("The Chamber's consent to it is missing, the Board's is there") {
      $0.says("Part Two", "Chamber of Deputies", "consent")
    },
    .init("The ministry has not signed and will only after the vote") {
      $0.awaited(by: "ministry", for: "issue/ministry-signature/given") == ["issue/credit/voted"]
    },
    .init("The signature breaches Article 14 as Finance reads it, and not as the employers do") {
      let readings = $0.constraints.rows.first { $0.constraint == "article-14" }?.readings ?? []
      let strict = readings.first { $0.reading == "strict" }
      let lenient = readings.first { $0.reading == "conditional" }
      return strict?.heldBy == ["finance"] && strict?.breaches.isEmpty == false
        && lenient?.breaches.isEmpty == true
    },
    .init("16 hours from 2027 were dropped until the next round") {
      try $0.cell("duty-2027", "doctors").answers.allSatisfy { !$0.isAccepted }
    },
    // What blocks the nurses' part.
    .init("The nurses sign after the vote, the ballot and still, unwithdrawn, the audit") {
      Set($0.awaited(by: "nurses", for: "issue/nurses-part/signed"))
        == ["issue/credit/voted", "milestone/members-approve", "issue/audit/published"]
    },
    .init("The audit, not repeated since March, is marked as perhaps moved, by the paper's claim") {
      $0.says("Possible changes", "r2-18")
    },
    .init("No change of the nurses says that they withdrew the audit") { day in
      try day.kinds("nurses", "nurses-part").isDisjoint(with: [.withdrawn, .softened])
    },
    .init("The second ballot waits for 6.8 per cent, which the employers refuse: blocked") {
      $0.preconditions.blocked.contains { blocked in
        blocked.step.hasPrefix("issue/nurses-pay")
          && blocked.rejections.contains { $0.party == "employers" }
      }
    },
    .init("The ballot of June is lost, which does not fulfil the nurses' condition") {
      $0.says("58.3") || $0.says("v-01")
    },
    .init("Finance no longer waits for a signature, in its own words") {
      $0.awaited(by: "finance", for: "issue/credit-bill/tabled").isEmpty
    },
    .init("The credit still waits for the audit before the Chamber, says Lefèvre's group") {
      $0.awaited(by: "lefevre-group", for: "issue/credit/voted") == ["milestone/audit-laid"]
    },
    .init("The Fund's advance waits for a pledge that the ministry refuses: blocked") {
      $0.awaited(by: "fund", for: "issue/advance/made") == ["issue/repayment/pledged"]
        && $0.isBlocked("issue/repayment/pledged")
    },
    .init("The mediator calls no session before the vote") {
      $0.awaited(by: "mediator", for: "issue/next-session/called") == ["milestone/credit-vote"]
    },
    .init("Nothing waits for the suit any more") {
      !$0.preconditions.edges.contains { edge in
        edge.state.stands && edge.kind != .trigger
          && (edge.step == "issue/suit/withdrawn" || edge.awaited == "issue/suit/withdrawn")
      }
    },
    .init("No threat of a strike stands") { !$0.trigger(of: "nurses", for: "issue/strike/nurses") },
    // Offers.
    .init("The last offer is the employers' of 24 June, turned down and open until 15 July") {
      let last = try #require($0.offers.last)
      return try last.statements == ["b-02"] && last.state == .rejected
        && last.until == EDTFDate("2025-07-15") && $0.answers(last, "nurses", .against, "b-05")
    },
    .init("The package of 13 May lapsed on 30 May; nobody withdrew it") {
      try $0.view("offers", says: "m-07", "lapsed")
    },
    .init("The mediator's first part was rejected by the members") {
      let offer = try #require($0.offers.offers.first { $0.draft == "part-one" })
      return offer.by == ["mediator"] && offer.state == .rejected
        && $0.answers(offer, "members", .against, "v-01")
    },
    .init(
      "The Health Fund offers an advance and a guarantee, and is a guarantor, not a party"
    ) {
      $0.says("Health Fund", "guarantor", "u-01")
    },
    .init("The nurses took note of the Fund's offer and gave no answer") {
      try !$0.cell("advance", "fund").isEmpty && $0.convergence("advance") != .agreed
    },
    // Promises.
    .init("The minister's promise of a vote is due by 11 July and not yet broken") {
      let promise = try $0.promise("credit-promise")
      return promise.status == nil && promise.isOverdue != true
    },
    .init("It is marked as a promise of what only the Chamber can do") {
      $0.says("promised", "The Chamber votes it", "only Chamber of Deputies")
    },
    .init("The suit was withdrawn late, on 27 June") {
      try $0.promise("suit-withdrawal").status == .full
    },
    .init("The promise of the audit is kept, says the ministry; not kept, say the nurses") {
      try $0.isDisputed("audit-promise")
    },
    // Dates.
    .init(
      "Ahead: the vote of 3 July, the ballot of 8 to 10 July, the end of the truce"
    ) {
      try $0.view("calendar", says: "3 July", "ahead")
        && $0.view("calendar", says: "10 July", "ahead")
        && $0.view("calendar", says: "15 July", "ahead")
    },
    .init(
      "Gone by: the mediator's term for answers, 6 June"
    ) {
      try $0.view("calendar", says: "6 June", "Answers to the mediator's draft", "not reported")
    },
    .init(
      "Who must consent without being a party: members, Board and Chamber"
    ) {
      $0.says("Members of the Nurses' Federation", "“Part One, on the nurses”")
        && $0.says("Board of the Association", "“Part One, on the nurses”")
        && $0.says("Chamber of Deputies", "“Part One, on the nurses”")
    },
  ]
}
