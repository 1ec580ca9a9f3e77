# The views of a case, a function each.
# Made from the program's list of views by `make docs`; not written by hand.

case_brief <- function(case, format = "markdown", as_of = NULL, since = NULL, known_at = NULL,
    told_by = NULL, party = NULL, issue = NULL, source = NULL, credibility = NULL, directness =
    NULL, timeout = NULL) {
  view_text(case, "brief", list("as-of" = as_of, "since" = since, "known-at" = known_at,
    "told-by" = told_by, "party" = party, "issue" = issue, "source" = source, "credibility" =
    credibility, "directness" = directness, "timeout" = timeout), format = format)
}

case_positions <- function(case, as_of = NULL, since = NULL, known_at = NULL, told_by = NULL,
    party = NULL, issue = NULL, source = NULL, credibility = NULL, directness = NULL, timeout =
    NULL) {
  view_table(case, "positions", list("as-of" = as_of, "since" = since, "known-at" = known_at,
    "told-by" = told_by, "party" = party, "issue" = issue, "source" = source, "credibility" =
    credibility, "directness" = directness, "timeout" = timeout))
}

case_changes <- function(case, as_of = NULL, since = NULL, known_at = NULL, told_by = NULL,
    party = NULL, issue = NULL, source = NULL, credibility = NULL, directness = NULL, timeout =
    NULL) {
  view_table(case, "changes", list("as-of" = as_of, "since" = since, "known-at" = known_at,
    "told-by" = told_by, "party" = party, "issue" = issue, "source" = source, "credibility" =
    credibility, "directness" = directness, "timeout" = timeout))
}

case_convergence <- function(case, as_of = NULL, known_at = NULL, told_by = NULL, party = NULL,
    issue = NULL, source = NULL, credibility = NULL, directness = NULL, timeout = NULL) {
  view_table(case, "convergence", list("as-of" = as_of, "known-at" = known_at, "told-by" =
    told_by, "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness, "timeout" = timeout))
}

case_networks <- function(case, mode = NULL, actors = NULL, normalisation = NULL, share = NULL,
    duplicates = NULL, from = NULL, until = NULL, kernel = NULL, centre = NULL, kernel_width =
    NULL, windows = NULL, backbone = FALSE, period = NULL, least = NULL, draws = NULL, as =
    NULL, seed = NULL, tie = NULL, as_of = NULL, known_at = NULL, told_by = NULL, party = NULL,
    issue = NULL, source = NULL, credibility = NULL, directness = NULL, timeout = NULL) {
  view_table(case, "networks", list("mode" = mode, "actors" = actors, "normalisation" =
    normalisation, "share" = share, "duplicates" = duplicates, "from" = from, "until" = until,
    "kernel" = kernel, "centre" = centre, "kernel-width" = kernel_width, "windows" = windows,
    "backbone" = backbone, "period" = period, "least" = least, "draws" = draws, "as" = as,
    "seed" = seed, "tie" = tie, "as-of" = as_of, "known-at" = known_at, "told-by" = told_by,
    "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness, "timeout" = timeout))
}

case_timeline <- function(case, as_of = NULL, known_at = NULL, told_by = NULL, party = NULL,
    issue = NULL, source = NULL, credibility = NULL, directness = NULL, timeout = NULL) {
  view_table(case, "timeline", list("as-of" = as_of, "known-at" = known_at, "told-by" = told_by,
    "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness, "timeout" = timeout))
}

case_preconditions <- function(case, as_of = NULL, known_at = NULL, told_by = NULL, party =
    NULL, issue = NULL, source = NULL, credibility = NULL, directness = NULL, timeout = NULL) {
  view_table(case, "preconditions", list("as-of" = as_of, "known-at" = known_at, "told-by" =
    told_by, "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness, "timeout" = timeout))
}

case_contradictions <- function(case, as_of = NULL, known_at = NULL, told_by = NULL, party =
    NULL, issue = NULL, source = NULL, credibility = NULL, directness = NULL, timeout = NULL) {
  view_table(case, "contradictions", list("as-of" = as_of, "known-at" = known_at, "told-by" =
    told_by, "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness, "timeout" = timeout))
}

case_constraints <- function(case, as_of = NULL, known_at = NULL, told_by = NULL, party = NULL,
    issue = NULL, source = NULL, credibility = NULL, directness = NULL, timeout = NULL) {
  view_table(case, "constraints", list("as-of" = as_of, "known-at" = known_at, "told-by" =
    told_by, "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness, "timeout" = timeout))
}

case_commitments <- function(case, as_of = NULL, known_at = NULL, told_by = NULL, party = NULL,
    issue = NULL, source = NULL, credibility = NULL, directness = NULL, timeout = NULL) {
  view_table(case, "commitments", list("as-of" = as_of, "known-at" = known_at, "told-by" =
    told_by, "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness, "timeout" = timeout))
}

case_calendar <- function(case, as_of = NULL, known_at = NULL, told_by = NULL, party = NULL,
    issue = NULL, source = NULL, credibility = NULL, directness = NULL, timeout = NULL) {
  view_table(case, "calendar", list("as-of" = as_of, "known-at" = known_at, "told-by" = told_by,
    "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness, "timeout" = timeout))
}

case_offers <- function(case, as_of = NULL, known_at = NULL, told_by = NULL, party = NULL, issue
    = NULL, source = NULL, credibility = NULL, directness = NULL, timeout = NULL) {
  view_table(case, "offers", list("as-of" = as_of, "known-at" = known_at, "told-by" = told_by,
    "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness, "timeout" = timeout))
}

case_drafts <- function(case, as_of = NULL, known_at = NULL, told_by = NULL, party = NULL, issue
    = NULL, source = NULL, credibility = NULL, directness = NULL, timeout = NULL) {
  view_table(case, "drafts", list("as-of" = as_of, "known-at" = known_at, "told-by" = told_by,
    "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness, "timeout" = timeout))
}

case_delegations <- function(case, as_of = NULL, known_at = NULL, told_by = NULL, party = NULL,
    issue = NULL, source = NULL, credibility = NULL, directness = NULL, timeout = NULL) {
  view_table(case, "delegations", list("as-of" = as_of, "known-at" = known_at, "told-by" =
    told_by, "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness, "timeout" = timeout))
}

case_settle <- function(case, scenario = NULL, package = NULL, next_ = FALSE, single_text =
    FALSE, compare = NULL, point = NULL, set = NULL, robust = NULL, seed = NULL, divide = FALSE,
    certificate = FALSE, tolerance = NULL, list = NULL, as_of = NULL, known_at = NULL, told_by =
    NULL, party = NULL, issue = NULL, source = NULL, credibility = NULL, directness = NULL,
    timeout = NULL) {
  view_table(case, "settle", list("scenario" = scenario, "package" = package, "next" = next_,
    "single-text" = single_text, "compare" = compare, "point" = point, "set" = set, "robust" =
    robust, "seed" = seed, "divide" = divide, "certificate" = certificate, "tolerance" =
    tolerance, "list" = list, "as-of" = as_of, "known-at" = known_at, "told-by" = told_by,
    "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness, "timeout" = timeout))
}

case_simulate <- function(case, scenario = NULL, strategy = NULL, tournament = FALSE, rounds =
    NULL, discount = NULL, seed = NULL, trace = FALSE, set = NULL, as_of = NULL, known_at =
    NULL, told_by = NULL, party = NULL, issue = NULL, source = NULL, credibility = NULL,
    directness = NULL, timeout = NULL) {
  view_table(case, "simulate", list("scenario" = scenario, "strategy" = strategy, "tournament" =
    tournament, "rounds" = rounds, "discount" = discount, "seed" = seed, "trace" = trace, "set"
    = set, "as-of" = as_of, "known-at" = known_at, "told-by" = told_by, "party" = party, "issue"
    = issue, "source" = source, "credibility" = credibility, "directness" = directness,
    "timeout" = timeout))
}

case_stability <- function(case, conflict = NULL, concept = NULL, unknown = NULL, state = NULL,
    why = FALSE, want = NULL, what_if = NULL, sample = NULL, seed = NULL, coalitions = FALSE,
    as_of = NULL, known_at = NULL, told_by = NULL, party = NULL, issue = NULL, source = NULL,
    credibility = NULL, directness = NULL, timeout = NULL) {
  view_table(case, "stability", list("conflict" = conflict, "concept" = concept, "unknown" =
    unknown, "state" = state, "why" = why, "want" = want, "what-if" = what_if, "sample" =
    sample, "seed" = seed, "coalitions" = coalitions, "as-of" = as_of, "known-at" = known_at,
    "told-by" = told_by, "party" = party, "issue" = issue, "source" = source, "credibility" =
    credibility, "directness" = directness, "timeout" = timeout))
}

case_sources <- function(case, as_of = NULL, known_at = NULL, told_by = NULL, party = NULL,
    issue = NULL, source = NULL, credibility = NULL, directness = NULL, timeout = NULL) {
  view_table(case, "sources", list("as-of" = as_of, "known-at" = known_at, "told-by" = told_by,
    "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness, "timeout" = timeout))
}

case_search <- function(case, words, kind = NULL, speaker = NULL, from = NULL, to = NULL,
    literal = FALSE, as_of = NULL, known_at = NULL, told_by = NULL, party = NULL, issue = NULL,
    source = NULL, credibility = NULL, directness = NULL) {
  view_table(case, "search", list("kind" = kind, "speaker" = speaker, "from" = from, "to" = to,
    "literal" = literal, "as-of" = as_of, "known-at" = known_at, "told-by" = told_by, "party" =
    party, "issue" = issue, "source" = source, "credibility" = credibility, "directness" =
    directness), words = words)
}

case_show <- function(case, id, as_of = NULL, known_at = NULL, told_by = NULL, party = NULL,
    issue = NULL, source = NULL, credibility = NULL, directness = NULL) {
  view_text(case, "show", list("as-of" = as_of, "known-at" = known_at, "told-by" = told_by,
    "party" = party, "issue" = issue, "source" = source, "credibility" = credibility,
    "directness" = directness), words = id)
}
