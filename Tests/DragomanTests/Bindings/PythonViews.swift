import Presentation

/// The Python module with a method for each view.
enum PythonViews {
  private static let reserved: Set<String> = [
    "from", "import", "class", "def", "is", "in", "not", "and", "or", "with", "as", "if", "else",
    "for", "while", "return", "None", "True", "False", "lambda", "pass", "global",
  ]

  static func module(_ views: [BoundView]) -> String {
    var text = """
      \"\"\"The views of a case, a method each.

      Made from the program's list of views by `make docs`; not written by hand.
      \"\"\"

      from __future__ import annotations

      import datetime
      from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence, Union

      if TYPE_CHECKING:
          from ._rows import Table

      #: "2025-05-16", "May 2025", "2025", or a date.
      Date = Union[str, "datetime.date", None]
      #: One name, or several.
      Names = Union[str, Sequence[str], None]
      Number = Union[str, int, float, None]


      class Views:
          \"\"\"A method for each view. Every filter may be left out; names are the ids of the case.\"\"\"

          def _table(
              self, command: str, options: Dict[str, Any], words: Sequence[str] = ()
          ) -> "Table":
              raise NotImplementedError

          def text(
              self, view: str, *words: str, format: str = "markdown", **options: Any
          ) -> str:
              raise NotImplementedError

          def data(self, view: str, *words: str, **options: Any) -> Any:
              raise NotImplementedError

      """
    for view in views { text += "\n" + method(view) }
    let names = views.map { "    \"\($0.declaration.command)\",\n" }.joined()
    text += """

      #: The methods, in the order of the program's help.
      VIEWS = (
      \(names))

      """
    return text
  }

  private static func type(_ option: HelpDump.Argument) -> String {
    if option.isFlag { return "bool = False" }
    if option.isRepeating == true { return "Names = None" }
    switch option.valueName {
    case "date", "day": return "Date = None"
    case "count", "number", "seconds", "share": return "Number = None"
    default:
      return ["from", "to"].contains(option.name) ? "Date = None" : "Optional[str] = None"
    }
  }

  private static func method(_ view: BoundView) -> String {
    let declared = view.declaration
    let isPaper = declared.name == "brief"
    let isEntry = declared.name == "entry"
    var parameters = ["self"]
    for word in view.words {
      parameters.append(word.isRepeating == true ? "*\(word.name): str" : "\(word.name): str")
    }
    let options = view.options.map {
      (name: BoundView.identifier($0.name, reserved: reserved), option: $0)
    }
    if view.words.allSatisfy({ $0.isRepeating != true }) { parameters.append("*") }
    if isPaper { parameters.append("format: str = \"markdown\"") }
    parameters += options.map { "\($0.name): \(type($0.option))" }
    let result = isPaper ? "str" : isEntry ? "List[Dict[str, Any]]" : "\"Table\""
    let name = BoundView.identifier(declared.command, reserved: reserved)
    var text = "    def \(name)(\n"
    text += parameters.map { "        \($0),\n" }.joined()
    text += "    ) -> \(result):\n"
    let pad = "        "
    text += "\(pad)\"\"\"\(declared.summary)\n\n"
    text += declared.details.escapedForPython.wrapped(96, indent: pad) + "\n"
    if !view.columns.isEmpty {
      text +=
        "\n"
        + "Columns: \(view.columns.map { "`\($0)`" }.joined(separator: ", "))."
        .wrapped(96, indent: pad) + "\n"
    }
    let described =
      view.words.map { (name: $0.name, help: $0.abstract ?? "") }
      + (isPaper
        ? [(name: "format", help: "How it is written: `markdown`, `text` or `html`.")] : [])
      + options.map { (name: $0.name, help: $0.option.abstract ?? "") }
    text += "\n\(pad)Parameters:\n"
    for (name, help) in described {
      let line = "\(name): \(help.escapedForPython)"
      text += line.wrapped(96, indent: pad + "        ", first: pad + "    ") + "\n"
    }
    text += "\(pad)\"\"\"\n"
    let given = options.map { "\(pad)    \"\($0.name)\": \($0.name),\n" }.joined()
    text += "\(pad)options: Dict[str, Any] = {\n\(given)\(pad)}\n"
    let words = view.words.map { $0.isRepeating == true ? "*\($0.name)" : $0.name }
    let rest = words.isEmpty ? "" : ", " + words.joined(separator: ", ")
    if isPaper {
      text += "\(pad)return self.text(\"\(declared.command)\", format=format, **options)\n"
    } else if isEntry {
      let call = "self.data(\"\(declared.command)\"\(rest), **options)"
      text += "\(pad)found: List[Dict[str, Any]] = \(call)\n\(pad)return found\n"
    } else {
      let list = words.isEmpty ? "" : ", [\(words.joined(separator: ", "))]"
      text += "\(pad)return self._table(\"\(declared.command)\", options\(list))\n"
    }
    return text
  }
}

extension String {
  /// Within three quotation marks.
  fileprivate var escapedForPython: String {
    replacing("\\", with: "\\\\").replacing("\"\"\"", with: "'''")
  }
}
