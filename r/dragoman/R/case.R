# A case, and the calls of the program.

open_case <- function(path, redact = FALSE, program = NULL) {
  case <- structure(
    list(path = path.expand(path), redact = redact, program = find_program(program)),
    class = "dragoman_case"
  )
  # A case that cannot be read is said here and not at the first view.
  run_view(case, "sources", "csv", list())
  case
}

print.dragoman_case <- function(x, ...) {
  cat("<dragoman case ", x$path, ">\n", sep = "")
  invisible(x)
}

dragoman_version <- function(program = NULL) {
  run_program(find_program(program), "--version")
}

find_program <- function(program) {
  if (!is.null(program)) {
    return(program)
  }
  named <- Sys.getenv("DRAGOMAN")
  found <- if (nzchar(named)) named else unname(Sys.which("dragoman"))
  if (!nzchar(found)) {
    stop("the program `dragoman` is not installed: `pipx install dragoman` brings it, ",
      "or name it in the variable DRAGOMAN",
      call. = FALSE
    )
  }
  found
}

# What the program prints, as UTF-8; its own words where it fails.
run_program <- function(program, arguments) {
  out <- tempfile()
  err <- tempfile()
  on.exit(unlink(c(out, err)))
  code <- system2(program, shQuote(arguments), stdout = out, stderr = err, stdin = "")
  if (code != 0) {
    words <- readLines(err, encoding = "UTF-8", warn = FALSE)
    words <- sub("^ *error: ", "", words[nzchar(words)])
    stop(paste(c(words, if (!length(words)) paste("the program ended with code", code)),
      collapse = "\n"
    ), call. = FALSE)
  }
  text <- readBin(out, "raw", file.info(out)$size)
  text <- rawToChar(text)
  Encoding(text) <- "UTF-8"
  sub("\n$", "", text)
}

flags <- function(options) {
  found <- character()
  for (name in names(options)) {
    value <- options[[name]]
    if (is.null(value) || identical(value, FALSE)) next
    if (identical(value, TRUE)) {
      found <- c(found, paste0("--", name))
    } else {
      if (inherits(value, c("Date", "POSIXt"))) value <- format(value, "%Y-%m-%d")
      found <- c(found, paste0("--", name, "=", as.character(value)))
    }
  }
  found
}

run_view <- function(case, command, format, options, words = NULL) {
  stopifnot(inherits(case, "dragoman_case"))
  arguments <- c(command, "--format", format, flags(options))
  if (isTRUE(case$redact)) arguments <- c(arguments, "--redact")
  # Behind `--` nothing is taken for a flag, however it begins.
  run_program(case$program, c(arguments, "--", case$path, as.character(words)))
}

view_text <- function(case, command, options, words = NULL, format = "markdown") {
  run_view(case, command, format, options, words)
}

# The first table of a view; further ones with the same columns are added to it.
view_table <- function(case, command, options, words = NULL) {
  read_tables(run_view(case, command, "csv", options, words))
}

read_tables <- function(text) {
  # Tables follow each other with an empty line between, which no cell has on its own: line breaks
  # within cells are LF, those between rows CR LF.
  parts <- strsplit(text, "\r\n\r\n", fixed = TRUE)[[1]]
  frames <- lapply(parts, function(part) {
    frame <- read.csv(
      text = part, check.names = FALSE, colClasses = "character", encoding = "UTF-8",
      na.strings = NULL
    )
    frame[] <- lapply(names(frame), function(name) typed(name, frame[[name]]))
    frame
  })
  if (!length(frames)) {
    return(data.frame())
  }
  same <- vapply(frames, function(frame) identical(names(frame), names(frames[[1]])), NA)
  do.call(rbind, frames[same])
}

formula_signs <- "^'(?=[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20])"

number_columns <- c(
  "congruence", "conflict", "same_latest", "opposite_latest", "agreement", "disagreement", "value",
  "bytes", "quotes", "proved", "moves_from_status_quo", "share_of_draws"
)

typed <- function(name, values) {
  values <- sub(formula_signs, "", values, perl = TRUE)
  if (length(values) && all(values %in% c("true", "false", "")) && any(nzchar(values))) {
    return(ifelse(nzchar(values), values == "true", NA))
  }
  values[!nzchar(values)] <- NA
  is_number <- name %in% number_columns || grepl("_(utility|margin)$|^share_", name)
  if (is_number) {
    numbers <- suppressWarnings(as.numeric(values))
    if (all(is.na(numbers) == is.na(values))) {
      return(numbers)
    }
  }
  values
}

# The ties of the network as a data frame of edges, and the actors as one of nodes: igraph takes them as
# graph_from_data_frame(network$edges, directed = FALSE, network$nodes).
case_network <- function(case, ...) {
  edges <- case_networks(case, ...)
  if ("first" %in% names(edges)) {
    edges$weight <- edges$congruence + edges$conflict
    ids <- sort(unique(c(edges$first, edges$second)))
    nodes <- data.frame(id = ids, stringsAsFactors = FALSE)
  } else {
    edges$weight <- edges$value
    nodes <- unique(rbind(
      data.frame(id = edges$actor, kind = rep("actor", nrow(edges)), stringsAsFactors = FALSE),
      data.frame(id = edges$answer, kind = rep("answer", nrow(edges)), stringsAsFactors = FALSE)
    ))
  }
  list(nodes = nodes, edges = edges)
}
