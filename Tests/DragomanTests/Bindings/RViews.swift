import Presentation

/// The functions of the R package, one a view, and their pages of documentation.
enum RViews {
  private static let reserved: Set<String> = [
    "if", "else", "repeat", "while", "function", "for", "next", "break", "in", "TRUE", "FALSE",
    "NULL",
  ]

  private static func name(_ view: BoundView) -> String {
    "case_" + view.declaration.command.replacing("-", with: "_")
  }

  private static func options(
    _ view: BoundView
  ) -> [(name: String, option: HelpDump.Argument)] {
    view.options.map { (BoundView.identifier($0.name, reserved: reserved), $0) }
  }

  static func code(_ views: [BoundView]) -> String {
    var text = """
      # The views of a case, a function each.
      # Made from the program's list of views by `make docs`; not written by hand.

      """
    for view in views {
      let options = options(view)
      var parameters = ["case"] + view.words.map(\.name)
      if view.declaration.name == "brief" { parameters.append("format = \"markdown\"") }
      parameters += options.map { "\($0.name) = \($0.option.isFlag ? "FALSE" : "NULL")" }
      let given = options.map { "\"\($0.option.name)\" = \($0.name)" }.joined(separator: ", ")
      let words = view.words.isEmpty ? "" : ", words = \(view.words[0].name)"
      let call =
        ["brief", "entry"].contains(view.declaration.name)
        ? "view_text(case, \"\(view.declaration.command)\", list(\(given))\(words)\(view.declaration.name == "brief" ? ", format = format" : ""))"
        : "view_table(case, \"\(view.declaration.command)\", list(\(given))\(words))"
      text += "\n"
      text += "\(name(view)) <- function(\(parameters.joined(separator: ", "))) {".wrapped(
        96, indent: "    ", first: "")
      text += "\n" + call.wrapped(96, indent: "    ", first: "  ") + "\n}\n"
    }
    return text
  }

  static func namespace(_ views: [BoundView]) -> String {
    let own = ["open_case", "case_network", "dragoman_version"]
    let exports = own + views.map(name)
    return "# Made by `make docs`.\n" + exports.map { "export(\($0))\n" }.joined()
      + "S3method(print, dragoman_case)\nimportFrom(utils, read.csv)\n"
  }

  /// A page for each function.
  static func pages(_ views: [BoundView]) -> [(name: String, text: String)] {
    views.map { view in
      let declared = view.declaration
      let options = options(view)
      var usage = ["case"] + view.words.map(\.name)
      if declared.name == "brief" { usage.append("format = \"markdown\"") }
      usage += options.map { "\($0.name) = \($0.option.isFlag ? "FALSE" : "NULL")" }
      var items = [("case", "A case, from \\code{\\link{open_case}}.")]
      items += view.words.map { ($0.name, ($0.abstract ?? "").escapedForRd) }
      if declared.name == "brief" {
        items.append(("format", "How it is written: markdown, text or html."))
      }
      items += options.map { ($0.name, ($0.option.abstract ?? "").escapedForRd) }
      let value =
        declared.name == "brief"
        ? "Text."
        : declared.name == "entry"
          ? "Text, in Markdown."
          : "A data frame"
            + (view.columns.isEmpty
              ? "."
              : " with the columns \(view.columns.map { "\\code{\($0.escapedForRd)}" }.joined(separator: ", ")).")
      let text = """
        % Made by `make docs`.
        \\name{\(name(view))}
        \\alias{\(name(view))}
        \\title{\(declared.title.escapedForRd)}
        \\description{
        \("\(declared.summary) \(declared.details)".escapedForRd.wrapped(96))
        }
        \\usage{
        \("\(name(view))(\(usage.joined(separator: ", ")))".wrapped(86, indent: "    ", first: ""))
        }
        \\arguments{
        \(items.map { "\\item{\($0.0)}{\($0.1)}".wrapped(96, indent: "  ") }.joined(separator: "\n"))
        }
        \\value{
        \(value.wrapped(96))
        }

        """
      return (name(view), text)
    }
  }
}

extension String {
  fileprivate var escapedForRd: String {
    replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("{", with: "\\{")
      .replacing("}", with: "\\}")
  }
}
