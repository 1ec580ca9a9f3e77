internal import Foundations
package import CaseModel
internal import Foundations

/// Why no text could be taken out of a document.
package enum DocumentError: Error, Sendable, Hashable {
  case empty
  /// The document was read and holds nothing but blanks.
  case noText(DocumentKind)
  case tooLarge(bytes: Int, limit: Int)
  /// Neither a text nor a document of a kind that can be read.
  case unfit(UnfitTextError)
  case unknownEncoding
  /// The person chose an encoding in which the bytes are no text.
  case wrongEncoding(String)
  case toolMissing(DocumentTool)
  case toolFailed(DocumentTool, String)
  case tookTooLong(DocumentTool, seconds: Int)
  case passwordProtected(DocumentKind)
  case damaged(DocumentKind, String)
  /// A PDF whose pages are pictures.
  case imagesOnly(pages: Int)
  /// An archive that grows beyond the limit when it is unpacked.
  case unpacksTooLarge(limit: Int)
  case tooComplex(DocumentKind, String)
  /// XML with entities of its own, which no office program writes.
  case declaresEntities(DocumentKind)
}

extension DocumentError {
  /// What is wrong, as in "FILE " and then these words.
  package var words: String {
    switch self {
    case .empty: "is empty"
    case .noText(let kind): "is \(kind.words) without any text"
    case .tooLarge(let bytes, let limit):
      "has \(bytes) bytes, more than the limit of \(limit)"
    case .unfit(let unfit): "is \(unfit.words)"
    case .unknownEncoding: "is a text in an encoding that could not be determined"
    case .wrongEncoding(let name): "is not a text in the encoding \(name)"
    case .toolMissing(let tool): "cannot be read: `\(tool.rawValue)` is not installed"
    case .toolFailed(let tool, let message):
      "cannot be read: `\(tool.rawValue)` reports: \(message)"
    case .tookTooLong(let tool, let seconds):
      "cannot be read: `\(tool.rawValue)` did not finish within \(seconds.counted("second"))"
    case .passwordProtected(let kind): "is \(kind.words) protected by a password"
    case .damaged(let kind, let detail): "is \(kind.words) that is damaged: \(detail)"
    case .imagesOnly(let pages):
      "is a PDF document of \(pages.counted("page")) with pictures only and no text"
    case .unpacksTooLarge(let limit):
      "unpacks to more than \(limit) bytes, as malicious archives do"
    case .tooComplex(let kind, let detail): "is \(kind.words) too complex to read: \(detail)"
    case .declaresEntities(let kind):
      "is \(kind.words) that declares XML entities, as no office program does"
    }
  }

  /// What to do about it.
  package var advice: String {
    switch self {
    case .empty: "check whether the document was saved completely"
    case .noText: "if it shows pictures of text, run text recognition (OCR) on them first"
    case .tooLarge: "raise the limit, or split the document"
    case .unfit(let unfit): unfit.advice
    case .unknownEncoding: "choose the encoding, or save the text as UTF-8"
    case .wrongEncoding: "choose another encoding"
    case .toolMissing(let tool): tool.installation
    case .toolFailed, .damaged: "obtain the document again, or open it and save a copy"
    case .tookTooLong: "split the document, or save its text as .txt"
    case .passwordProtected: "open it with its password and save a copy without one"
    case .imagesOnly:
      "run text recognition (OCR) first, for example `ocrmypdf FILE.pdf NEW.pdf`, and proofread the result"
    case .unpacksTooLarge, .declaresEntities:
      "do not open it; ask the sender for the text in another form"
    case .tooComplex: "save the part you need as .txt"
    }
  }
}
