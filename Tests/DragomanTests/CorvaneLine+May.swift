import CaseModel
import StateOfPlay

extension CorvaneLine {
  /// A week after both sides tabled packages, and before the mediator's draft.
  static let may: [CorvaneLine] = [
    // Where each side is.
    .init(
      "Eight per cent against 5.5: 2.5 points apart",
      wrong: "what is offered in a package does not count among the party's positions"
    ) {
      try $0.asks("nurses-pay", "nurses", "8") && $0.asks("nurses-pay", "employers", "5.5")
        && $0.convergence("nurses-pay") == .apart && $0.gap("The nurses' rise in pay", "2.5 p")
    },
    .init(
      "Eighteen months against twenty-four; thirty-six was withdrawn",
      wrong: "what is offered in a package does not count among the party's positions"
    ) {
      try $0.asks("term", "nurses", "18") && $0.asks("term", "employers", "24")
        && $0.softened("employers", "term")
    },
    .init(
      "37 hours against 38: one hour apart",
      wrong: "what is offered in a package does not count among the party's positions"
    ) {
      try $0.asks("week", "nurses", "37") && $0.asks("week", "employers", "38")
        && $0.gap("working week", "1 h")
    },
    .init("Eight patients against ten, which softened from twelve") {
      try $0.asks("night-ratio", "nurses", "8") && $0.asks("night-ratio", "employers", "10")
        && $0.softened("employers", "night-ratio")
    },
    .init("Sixty per cent of cover against seventy, both sides having moved") {
      try $0.softened("nurses", "cover") && $0.softened("employers", "cover")
        && $0.convergence("cover") == .apart
    },
    .init(
      "The doctors' pay is agreed at five per cent, their duties at 18 hours",
      wrong: "what is offered in a package does not count among the party's positions"
    ) {
      $0.convergence("doctors-pay") == .agreed && $0.convergence("duty") == .agreed
    },
    .init("To study 16 hours is neither yes nor no") {
      try $0.cell("duty-2027", "employers").answers.allSatisfy { $0.stances == [.unclear] }
    },
    .init("The red line on intensive care was repeated in April: no hardening") {
      try $0.cell("agency-wards", "nurses").isRedLine
        && $0.kinds("nurses", "agency-wards", from: "2025-04-29").isDisjoint(with: [.hardened])
    },
    .init("All four asked the mediator for a text") { day in
      try ["nurses", "doctors", "employers", "ministry"].allSatisfy { party in
        try day.cell("mediator-text", party)["asked"]?.stances == [.for]
      }
    },
    .init("The doctors' part may be signed separately: agreed") {
      $0.convergence("separate-signature") == .agreed
    },
    // Packages and answers.
    .init(
      "The employers' package was refused as a whole and is open until 30 May",
      wrong: "the program has no view of offers"
    ) {
      try $0.view("offers", says: "m-07", "m-09", "30 May")
    },
    .init(
      "The nurses' counter-offer was noted, not answered",
      wrong: "the program has no view of offers"
    ) {
      try $0.view("offers", says: "m-10", "m-11")
    },
    .init(
      "The brief leads with the last offer, the nurses' of 13 May",
      wrong: "the program has no view of offers"
    ) {
      $0.brief.prefix(40).contains { $0.contains("m-10") }
    },
    .init(
      "The doctors accepted the employers' offer of 13 May",
      wrong: "the program has no view of offers"
    ) {
      try $0.view("offers", says: "m-14", "m-15")
    },
    .init(
      "What was asked of the Board in April is no offer",
      wrong: "the program has no view of offers"
    ) {
      try !$0.view("offers", says: "n-06")
    },
    // What waits on what.
    .init("The joint statement opened the circle of ban and suit") {
      !$0.isDeadlocked("issue/overtime-ban/lifted", "issue/suit/withdrawn")
    },
    .init(
      "The employers' letter sets a new condition on the suit",
      wrong: "a condition set after a promise counts as overtaken by the promise"
    ) {
      $0.awaited(by: "employers", for: "issue/suit/withdrawn") == ["milestone/returns-clean"]
    },
    .init(
      "Which is a hardening",
      wrong: "a new condition after a promise is not seen as a change"
    ) {
      try $0.kinds("employers", "suit", from: "2025-05-01").contains(.hardened)
    },
    .init(
      "The doctors dropped the parity clause in words, and their signature waits for nothing",
      wrong: "a condition dropped in words still stands"
    ) {
      $0.awaited(by: "doctors", for: "issue/doctors-part/signed").isEmpty
        && !$0.isBlocked("issue/parity/matched")
    },
    .init(
      "Which is a softening, shown as withdrawn",
      wrong: "a condition dropped in words is not seen as a change"
    ) {
      try $0.kinds("doctors", "parity", from: "2025-05-13").contains(.withdrawn)
        && $0.kinds("doctors", "doctors-part", from: "2025-05-13").contains(.softened)
    },
    .init("Valmas speaks for the Ministry of Health: Finance's own condition stands") {
      $0.awaited(by: "finance", for: "issue/credit-bill/tabled") == ["issue/nurses-part/signed"]
    },
    .init(
      "The nurses withdrew their threat of a strike",
      wrong: "a threat withdrawn in words still stands"
    ) {
      !$0.trigger(of: "nurses", for: "issue/strike/nurses")
    },
    .init(
      "A summary on 16 May does not end the nurses' condition of the audit",
      wrong: "a promise counts as the fulfilment of the condition"
    ) {
      $0.awaited(by: "nurses", for: "issue/nurses-part/signed").contains("issue/audit/published")
    },
    .init("The nurses sign nothing without a ballot") {
      $0.awaited(by: "nurses", for: "issue/nurses-part/signed").contains(
        "milestone/members-approve")
    },
    // Promises and accounts.
    .init("The suit should have been withdrawn on 16 April and is overdue") {
      try $0.promise("suit-withdrawal").isOverdue == true
    },
    .init(
      "The pledge on agency nurses is broken by one account, kept by the other",
      wrong: "a promise shows its last report and not the status by account"
    ) {
      try $0.isDisputed("agency-pledge") && $0.contradicts("point-3")
    },
    .init("Nowhere is it said without a name that the pledge was breached") {
      !$0.brief.contains {
        $0.contains("Take on no agency nurses") && $0.contains("breached")
          && !$0.contains("denied") && !$0.contains("says")
      }
    },
    .init("Whether the overtime ban ended everywhere is disputed") { $0.contradicts("ban-lifted") },
    .init("The promise of the spring gave way to that of 16 May") {
      try $0.promise("audit-spring").status == .superseded
    },
    // What lies ahead or has gone by.
    .init(
      "The truce ends on 31 May",
      wrong: "the program has no calendar"
    ) { try $0.view("calendar", says: "31 May", "ahead") },
    .init(
      "Of the session of 22 April nobody reports whether it was held",
      wrong: "the program has no calendar"
    ) {
      try $0.view("calendar", says: "22 April", "not reported")
    },
    .init(
      "The session of 27 May is cancelled",
      wrong: "a session known to be cancelled is shown as planned until its day"
    ) {
      $0.says("Session of 27 May 2025", "not held") || $0.says("27 May 2025", "not held")
    },
    .init(
      "Nothing of the draft, the ballot or June shows",
      wrong: "later documents are listed"
    ) { day in
      ["6.2", "6.8", "37.5", "58.3", "Part Two: medical", "Health Fund", "15 July", "after 1 July"]
        .allSatisfy { !day.says($0) }
    },
    .init("As of 20 May only the joint statement is a text on the table") {
      $0.drafts.drafts.map(\.draft) == ["joint-statement"]
    },
  ]
}
