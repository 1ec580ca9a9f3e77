import CaseModel
import StateOfPlay
import Testing

extension CorvaneLine {
  /// After the second session that nobody from the hospitals attended, and the minister's hearing.
  static let march: [CorvaneLine] = [
    // Where each side is.
    .init("The nurses ask for 9.5 per cent and for nothing else") {
      try $0.asks("nurses-pay", "nurses", "9.5")
    },
    .init("The employers' offer is 3.5 per cent; what one of them said in private is not theirs") {
      try $0.asks("nurses-pay", "employers", "3.5")
    },
    .init("The ministry pays 25 million florins, no more, and only once the credit is voted") {
      let cell = try $0.cell("nurses-pay", "ministry")
      return cell.isRedLine && $0.says("25 million florins", "Supplementary credit")
    },
    .init("25 million florins are some six per cent, by the minister's own figure") {
      $0.says("25 million florins", "5.9") || $0.says("25 million florins", "≈ 6 p")
    },
    .init("On pay they are six points apart") {
      $0.convergence("nurses-pay") == .apart && $0.gap("The nurses' rise in pay", "6 p")
    },
    .init("The doctors would take 5.5 per cent in exchange for duties of 16 hours at most") {
      let awaited = $0.preconditions.edges.filter {
        $0.holder == "doctors" && $0.kind == .exchange && $0.step.hasPrefix("issue/doctors-pay")
      }
      return awaited.contains { $0.awaited.hasPrefix("issue/duty") && $0.state.stands }
    },
    .init("The doctors' first figure, seven, is no longer their position") {
      try $0.accepts("doctors-pay", "doctors").allSatisfy { !$0.hasPrefix("7") }
    },
    .init("The employers have not yet spoken on duties") {
      try $0.cell("duty", "employers").isEmpty
    },
    .init("Nurses want 36 hours, employers forty: four hours apart") {
      try $0.asks("week", "nurses", "36") && $0.asks("week", "employers", "40")
        && $0.convergence("week") == .apart && $0.gap("working week", "4 h")
    },
    .init("On cover the nurses would go to 50 per cent; the ministry is content with 70") {
      try $0.asks("cover", "nurses", "50") && $0.asks("cover", "employers", "80")
        && $0.asks("cover", "ministry", "70") && $0.convergence("cover") == .apart
    },
    .init("No agency nurse in intensive care: a red line of the nurses") {
      try $0.cell("agency-wards", "nurses").isRedLine && $0.says("red line", "Wards open to agency")
    },
    // What waits on what.
    .init("Ban and suit wait for each other, each in its holder's own words") {
      $0.isDeadlocked("issue/overtime-ban/lifted", "issue/suit/withdrawn")
        && $0.preconditions.deadlocks.allSatisfy(\.cycle.isFirm)
    },
    .init("Either side could open that circle alone") {
      $0.preconditions.deadlocks.first {
        $0.steps.contains("issue/suit/withdrawn")
      }.map { Set($0.openings.sets.map(\.parties)) == [["nurses"], ["employers"]] } ?? false
    },
    .init(
      "The brief puts that circle into its first section"
    ) {
      $0.brief.prefix(30).contains {
        $0.contains("ban on overtime") && $0.contains("suit for damages")
      }
    },
    .init("The premiums were paid, so nothing holds the nurses back from talks") {
      $0.awaited(by: "nurses", for: "issue/talks/opened").isEmpty
        && $0.convergence("talks") == .agreed
    },
    .init("To come to the table once the premiums were paid is no softening") {
      try $0.kinds("nurses", "talks").isDisjoint(with: [.softened, .withdrawn, .reversed])
    },
    .init("The nurses sign nothing before the audit is published") {
      $0.awaited(by: "nurses", for: "issue/nurses-part/signed") == ["issue/audit/published"]
    },
    .init("The doctors sign nothing without the parity clause, which the employers reject") {
      $0.awaited(by: "doctors", for: "issue/doctors-part/signed") == ["issue/parity/matched"]
        && $0.isBlocked("issue/parity/matched")
    },
    .init("The doctors do not wait for the audit") {
      !$0.awaited(by: "doctors", for: "issue/doctors-part/signed").contains("issue/audit/published")
    },
    .init("Finance tables the credit only after a signature") {
      $0.awaited(by: "finance", for: "issue/credit-bill/tabled") == ["issue/nurses-part/signed"]
    },
    .init("The ministry signs only after the vote") {
      $0.awaited(by: "ministry", for: "issue/ministry-signature/given") == ["issue/credit/voted"]
    },
    .init("Lefèvre's group votes for the credit only once the audit is before the Chamber") {
      $0.awaited(by: "lefevre-group", for: "issue/credit/voted") == ["milestone/audit-laid"]
    },
    // Promises and accounts.
    .init("The promise of silence is broken by one account and denied by the other") {
      try $0.isDisputed("press-silence")
        && $0.says("Give the press no figures", "r1-02", "against", "denied", "r1-03")
    },
    .init("The premiums were promised for February and paid") {
      try $0.promise("arrears-pay").status == .full
    },
    .init("The minister promised a vote that is not his to give") {
      $0.says("promised", "The Chamber votes it", "only Chamber of Deputies")
    },
    .init("The audit is promised for the spring, and its term is not over") {
      try $0.promise("audit-spring").isOverdue == false
    },
    .init("85 per cent and barely forty cannot both be right of one strike") {
      $0.contradicts("turnout")
    },
    .init("Whether the audit was finished is disputed") { $0.contradicts("audit-ready") },
    .init("The court order has a narrow reading, the nurses', and a broad one") {
      let readings = $0.constraints.rows.first { $0.constraint == "order" }?.readings ?? []
      return readings.first { $0.reading == "narrow" }?.heldBy.contains("nurses") == true
        && readings.first { $0.reading == "broad" }?.heldBy == ["employers", "ministry"]
    },
    // What moved, and what lies ahead.
    .init("The employers moved from two to 3.5 per cent") {
      try $0.softened("employers", "nurses-pay")
    },
    .init("The nurses did not move on pay") {
      try $0.kinds("nurses", "nurses-pay").isDisjoint(with: [
        .softened, .hardened, .mixed, .changed,
      ])
    },
    .init("The session of 18 March was not held") { $0.says("Second session", "not held") },
    .init("The session of 1 April lies ahead and is not yet held") {
      $0.says("1 April 2025", "planned") && !$0.says("Session of 1 April 2025", "| held |")
    },
    .init(
      "Nothing of April or later shows: no truce, no exchange, no draft, no guarantor"
    ) { day in
      [
        "truce", "6.2", "6.8", "joint statement", "Joint statement", "Health Fund", "Ballot",
        "eleven", "Mediator's draft", "15 July", "after 1 July",
      ].allSatisfy { !day.says($0) }
    },
  ]

  /// When the leaked note had been written and nothing in it had yet been offered.
  static let april: [CorvaneLine] = [
    .init("A mandate and a request to the Board are no offer: the employers are at 3.5 per cent") {
      try $0.asks("nurses-pay", "employers", "3.5")
    },
    .init("Nor is a sounding in the corridor: the nurses are at 9.5 per cent") {
      try $0.asks("nurses-pay", "nurses", "9.5")
    },
    .init("What Marneri recommends to her Board leaves her stated condition standing") {
      $0.awaited(by: "employers", for: "issue/suit/withdrawn") == ["issue/overtime-ban/lifted"]
    },
    .init("The posters hold no session back any longer") {
      $0.awaited(by: "employers", for: "meeting/session-3").isEmpty
    },
  ]
}
