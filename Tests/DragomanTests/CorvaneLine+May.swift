import CaseModel
import StateOfPlay
import Testing

extension CorvaneLine {
  /// A week after both sides tabled packages, and before the mediator's draft.
  static let may: [CorvaneLine] = [
    // Where each side is.
    .init("Eight per cent against 5.5: 2.5 points apart") {
      try $0.asks("nurses-pay", "nurses", "8") && $0.asks("nurses-pay", "employers", "5.5")
        && $0.convergence("nurses-pay") == .apart && $0.gap("The nurses' rise in pay", "2.5 p")
    },
    .init("Eighteen months against twenty-four; thirty-six was withdrawn") {
      try $0.asks("term", "nurses", "18") && $0.asks("term", "employers", "24")
        && $0.softened("employers", "term")
    },
    .init("37 hours against 38: one hour apart") {
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
    .init("The doctors' pay is agreed at five per cent, their duties at 18 hours") {
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
    .init("The employers' package was refused as a whole and is open until 30 May") {
      let offer = try $0.offer("m-07")
      return try offer.state == .rejected && offer.until == EDTFDate("2025-05-30")
        && $0.answers(offer, "nurses", .against, "m-09")
    },
    .init("The nurses' counter-offer was noted, not answered") {
      let offer = try $0.offer("m-10")
      return offer.state == .onTheTable && $0.answers(offer, "employers", .unclear, "m-11")
    },
    .init("The brief leads with the last offer, the nurses' of 13 May") {
      $0.brief.prefix(40).contains { $0.contains("m-10") }
    },
    .init("The doctors accepted the employers' offer of 13 May") {
      let offer = try $0.offer("m-14")
      return offer.state == .accepted && $0.answers(offer, "doctors", .for, "m-15")
    },
    .init("What was asked of the Board in April is no offer") {
      try !$0.view("offers", says: "n-06")
    },
    // What waits on what.
    .init("The joint statement opened the circle of ban and suit") {
      !$0.isDeadlocked("issue/overtime-ban/lifted", "issue/suit/withdrawn")
    },
    .init("The employers' letter sets a new condition on the suit") {
      $0.awaited(by: "employers", for: "issue/suit/withdrawn") == ["milestone/returns-clean"]
    },
    .init("Which is a hardening") {
      try $0.kinds("employers", "suit", from: "2025-05-01").contains(.hardened)
    },
    .init("The doctors dropped the parity clause in words, and their signature waits for nothing") {
      $0.awaited(by: "doctors", for: "issue/doctors-part/signed").isEmpty
        && !$0.isBlocked("issue/parity/matched")
    },
    .init("Which is a softening, shown as withdrawn") {
      try $0.kinds("doctors", "parity", from: "2025-05-13").contains(.withdrawn)
        && $0.kinds("doctors", "doctors-part", from: "2025-05-13").contains(.softened)
    },
    .init("Valmas speaks for the Ministry of Health: Finance's own condition stands") {
      $0.awaited(by: "finance", for: "issue/credit-bill/tabled") == ["issue/nurses-part/signed"]
    },
    .init("The nurses withdrew their threat of a strike") {
      !$0.trigger(of: "nurses", for: "issue/strike/nurses")
    },
    .init("A summary on 16 May does not end the nurses' condition of the audit") {
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
    .init("The pledge on agency nurses is broken by one account, kept by the other") {
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
      "The truce ends on 31 May"
    ) { try $0.view("calendar", says: "31 May", "ahead") },
    .init(
      "Of the session of 22 April nobody reports whether it was held"
    ) {
      try $0.view("calendar", says: "22 April", "not reported")
    },
    .init("The session of 27 May is cancelled") {
      $0.says("Session of 27 May 2025", "not held") || $0.says("27 May 2025", "not held")
    },
    .init(
      "Nothing of the draft, the ballot or June shows"
    ) { day in
      ["6.2", "6.8", "37.5", "58.3", "Part Two: medical", "Health Fund", "15 July", "after 1 July"]
        .allSatisfy { !day.says($0) }
    },
    .init("As of 20 May only the joint statement is a text on the table") {
      $0.drafts.drafts.map(\.draft) == ["joint-statement"]
    },
  ]
}
