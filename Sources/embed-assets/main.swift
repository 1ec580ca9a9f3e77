import Foundation

// Writes one Swift file that holds the texts of the files named: embed-assets OUTPUT FILE…
// Raw literals, as the compiler takes a megabyte of them in a second, and of nothing else.

func literal(_ text: String) -> String {
  var fence = "#"
  while text.contains("\"\"\"\(fence)") || text.contains("\\\(fence)") { fence += "#" }
  return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
}

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
  FileHandle.standardError.write(Data("usage: embed-assets OUTPUT FILE…\n".utf8))
  exit(2)
}
var code = "enum EmbeddedAssets {\n  static let all: [(name: String, text: String)] = [\n"
for path in arguments.dropFirst() {
  let text = try String(contentsOfFile: path, encoding: .utf8)
  let name = URL(fileURLWithPath: path).lastPathComponent
  code += "(\"\(name)\",\n\(literal(text))),\n"
}
code += "  ]\n}\n"
try code.write(toFile: output, atomically: true, encoding: .utf8)
