/// Why a file, or a part of one, cannot be read. The doc comment of each is its published description;
/// each has an example in `Interchange`, from which the catalogue of checks is made.
package enum ReadErrorCode: String, Sendable, Hashable, CaseIterable {
  // MARK: The file as a whole

  /// The file is larger than the limit, or needs more memory than there is.
  case tooLarge = "too-large"
  /// A byte of the file is not UTF-8.
  case notUTF8 = "not-utf8"
  /// The file is empty.
  case emptyFile = "empty-file"
  /// The file is not YAML or JSON at this place, or contains more than one document.
  case syntax
  /// Lists and maps are nested more deeply than any entry of a case needs.
  case tooDeep = "too-deep"
  /// An alias names an anchor that does not occur before it in the file.
  case unknownAlias = "unknown-alias"
  /// Aliases that repeat one another would expand beyond the memory available.
  case aliasBomb = "alias-bomb"
  /// The case file is of a version this program does not know.
  case unknownVersion = "unknown-version"

  // MARK: Keys, words and values

  /// A key or a section that no entry of that kind has.
  case unknownKey = "unknown-key"
  /// A key is given twice.
  case duplicateKey = "duplicate-key"
  /// A required key is missing.
  case missingKey = "missing-key"
  /// A list, a map, a number or a text where another of these is expected.
  case wrongType = "wrong-type"
  /// A word that is not one of those allowed there.
  case unknownWord = "unknown-word"
  /// Quotation marks with nothing between them.
  case emptyText = "empty-text"
  /// An id with characters other than lower-case letters, digits and hyphens.
  case badID = "bad-id"
  /// A date that is not written in EDTF.
  case badDate = "bad-date"
  /// Something that is not a number, is infinite, or has more digits than are kept.
  case badNumber = "bad-number"
  /// A digest that is not 64 hexadecimal digits.
  case badDigest = "bad-digest"
  /// A credibility that is not a grade from 1 to 6.
  case badGrade = "bad-grade"

  // MARK: Sources and quotes

  /// A source has neither a text file nor a withheld text.
  case noText = "no-text"
  /// A withheld text that has a file.
  case fileAndWithheld = "file-and-withheld"
  /// A text kept outside the folder `texts` beside the case.
  case pathOutside = "path-outside"
  /// A quote without a span.
  case emptyQuote = "empty-quote"
  /// A quote with neither a position nor words, or with half a position.
  case quoteWithoutPlace = "quote-without-place"
  /// A quote that ends before it begins.
  case backwardQuote = "backward-quote"
  /// An `nth` below 1: occurrences are counted from 1.
  case badNth = "bad-nth"

  // MARK: What statements are about

  /// A subject that names nothing, names several things at once, or names a part without its whole.
  case badSubject = "bad-subject"
  /// A step for which nothing can wait.
  case badStep = "bad-step"
  /// A value that is neither a quantity, a date nor a set.
  case badValue = "bad-value"
  /// A range of quantities, dates or numbers that runs backwards.
  case backwardRange = "backward-range"
  /// A quantity that is a range and also has a comparator such as more than or less than.
  case rangeWithComparator = "range-with-comparator"
  /// A tolerance for a quantity that is not approximate.
  case withinWithoutAbout = "within-without-about"
  /// A schedule with a day that its period does not have, or with a count out of bounds.
  case badSchedule = "bad-schedule"
  /// A window of time without two ends in one unit.
  case badWindow = "bad-window"

  // MARK: Conflicts

  /// An infeasible combination that is not described in exactly one way.
  case badInfeasible = "bad-infeasible"
  /// A conflict that mixes option form and graph form.
  case conflictForm = "conflict-form"
  /// A decision maker's preferences are given in several forms at once.
  case twoPreferences = "two-preferences"
  /// A comparison that does not name two states.
  case badComparison = "bad-comparison"

  // MARK: Scenarios

  /// An issue with nothing to choose from, or with both options and a range.
  case emptyIssue = "empty-issue"
  /// An option of the case on an issue that does not belong to the case.
  case optionWithoutIssue = "option-without-issue"
  /// A range without a step above 0, or with bounds that its issue cannot have.
  case badRange = "bad-range"
  /// A range with one end.
  case halfRange = "half-range"
  /// A number outside its own range.
  case outsideRange = "outside-range"
  /// A choice that is not written as issue and option.
  case badChoice = "bad-choice"
  /// A link that is not between two options.
  case badLink = "bad-link"
  /// An interaction that is not between two options.
  case badInteraction = "bad-interaction"

  // MARK: Models of other programs

  /// The file is not well-formed XML.
  case badXML = "bad-xml"
  /// The file declares a document type or entities, which are not read.
  case documentType = "document-type"
  /// An XML file that is neither a domain nor a profile of GENIUS.
  case notGenius = "not-genius"
  /// A utility function that is more than a weight and values for each issue.
  case notAdditive = "not-additive"
  /// A domain without issues.
  case noIssues = "no-issues"
  /// A profile that leaves out an issue of its domain.
  case missingIssue = "missing-issue"
  /// An issue that the domain does not have.
  case unknownIssue = "unknown-issue"
  /// An option of the domain to which a profile gives no value.
  case missingOption = "missing-option"
  /// An option that the domain does not have.
  case unknownOption = "unknown-option"
  /// Two issues, or two options, with the same name or index.
  case duplicateID = "duplicate-id"
  /// Lists of weights or values that differ in length from the list of issues.
  case wrongLength = "wrong-length"
  /// Weights that are all zero.
  case noWeights = "no-weights"
  /// A weight below zero.
  case negativeWeight = "negative-weight"
  /// An evaluation below zero.
  case negativeValue = "negative-value"
  /// A share that is not between 0 and 1.
  case offScale = "off-scale"
  /// An option that belongs to no decision maker.
  case noOwner = "no-owner"
  /// A ranking of more states than can be numbered.
  case tooManyStates = "too-many-states"
  /// A number in a ranking that belongs to no state.
  case unknownState = "unknown-state"
  /// A state that a ranking names twice.
  case duplicateState = "duplicate-state"
  /// A feasible state that a ranking leaves out.
  case missingState = "missing-state"
}
