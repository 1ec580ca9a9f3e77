import Foundation

// Writes one Swift file that holds the texts of the files named: embed-assets OUTPUT ENUM FILE…
// Raw literals, as the compiler takes a megabyte of them in a second, and of nothing else.

func literal(_ text: String) -> String {
  var fence = "#"
  while text.contains("\"\"\"\(fence)") || text.contains("\\\(fence)") { fence += "#" }
  return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
  FileHandle.standardError.write(Data("usage: embed-assets OUTPUT ENUM FILE…\n".utf8))
  exit(2)
}
var code = "enum \(arguments[1]) {\n  static let all: [(name: String, text: String)] = [\n"
for path in arguments.dropFirst(2) {
  let text = try String(contentsOfFile: path, encoding: .utf8)
  let name = URL(fileURLWithPath: path).lastPathComponent
  code += "(\"\(name)\",\n\(literal(text))),\n"
}
code += "  ]\n}\n"
try code.write(toFile: arguments[0], atomically: true, encoding: .utf8)
