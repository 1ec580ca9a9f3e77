internal import CaseModel
internal import Presentation

/// What a date was read as, beside the box in which it is typed: its words and the record's own notation; where
/// it can be read in two ways, both, to choose from.
struct DateEcho {
  /// Of the box.
  let id: String
  let value: String
  /// Without a script a reading is chosen by sending the form; nil where it has no such button.
  var name: String?
  /// Of a day by which something is to be done.
  var isLimit = false

  static func id(of box: String) -> String { "\(box)-read" }

  var html: HTML {
    "<output class=\"read\" id=\"\(Self.id(of: id))\" for=\"\(id)\">\(content)</output>"
  }

  private var content: HTML {
    guard value.contains(where: { !$0.isWhitespace }) else { return HTML() }
    let date: EDTFDate
    do { date = try WrittenDate.read(value, isLimit: isLimit) } catch {
      guard let name, !error.readings.isEmpty else { return HTML() }
      return """
        Which is meant? \(error.readings.html { reading in
          """
          <button type="submit" class="second" name="do" value="date \(name)=\(reading.text)" \
          formnovalidate>\(reading.words)</button> 
          """
        })
        """
    }
    let words: HTML = date.words == value || date.text == value ? HTML() : "\(date.words) "
    return "\(words)<code>\(date.text)</code>"
  }
}

/// A date that was read, for a page's script.
struct ReadDate: Encodable {
  var words: String
  var notation: String

  init(_ date: EDTFDate, rule: String? = nil) {
    words = date.words + (rule.map { $0 == "as given" ? "" : " (\($0))" } ?? "")
    notation = date.text
  }
}
