# Run where the program is; elsewhere there is nothing to test.
if (nzchar(Sys.getenv("DRAGOMAN")) && nzchar(Sys.getenv("DRAGOMAN_CASE"))) {
  library(dragoman)
  case <- open_case(Sys.getenv("DRAGOMAN_CASE"))
  positions <- case_positions(case, as_of = "2025-05-16")
  stopifnot(is.data.frame(positions), nrow(positions) > 0, is.logical(positions$red_line))
  stopifnot(identical(
    positions, case_positions(case, as_of = as.Date("2025-05-16"))
  ))
  one <- case_positions(case, party = "ukraine")
  stopifnot(identical(unique(one$party), "ukraine"))
  network <- case_network(case)
  stopifnot(all(network$edges$first %in% network$nodes$id), is.numeric(network$edges$weight))
  stopifnot(nchar(case_brief(case, as_of = "2025-05-16")) > 1000)
  stopifnot(nrow(case_search(case, words = "decree")) > 0)
  failed <- tryCatch(case_positions(case, party = "nobody"), error = conditionMessage)
  stopifnot(is.character(failed), grepl("unknown actor", failed))
  missing <- tryCatch(open_case("no-such-case"), error = conditionMessage)
  stopifnot(is.character(missing))
}
