// Writes notes to a `.dragoman` file for as long as it is let, and says of each on standard output
// when it is safe: what the tests kill, and what they fill the disk under.
import CaseModel
import CaseStore
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("store-writer FILE NAME\n".utf8))
  exit(2)
}
do {
  let file = try DragomanFile.open(arguments[1])
  var number = 0
  while number < 1_000_000 {
    var note = Case.Note()
    note.to = EntryReference(.statements, "s1")
    note.text = "\(arguments[2])-\(number) " + String(repeating: "word ", count: 50)
    try file.addNote(note, by: arguments[2], at: Moment(milliseconds: Int64(number)))
    try FileHandle.standardOutput.write(contentsOf: Data("\(arguments[2])-\(number)\n".utf8))
    number += 1
  }
} catch let fault as StoreError {
  FileHandle.standardError.write(Data("\(fault.kind): \(fault.message)\n".utf8))
  exit(1)
}
