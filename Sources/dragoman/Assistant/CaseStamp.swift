import CaseModel
import CaseStore
import Foundation
import Interchange

/// By what a case's file is known to be the same as before: of a `.dragoman` file its newest change, of
/// others size and time of the file and of the texts beside it.
struct CaseStamp {
  private struct Mark: Equatable {
    let size: Int
    let time: Date?
    let number: Int?

    init(_ path: String) {
      let facts = try? FileManager.default.attributesOfItem(atPath: path)
      size = facts?[.size] as? Int ?? -1
      time = facts?[.modificationDate] as? Date
      number = facts?[.systemFileNumber] as? Int
    }
  }

  private let path: String
  private var marks: [Mark]
  private var texts: [String] = []
  private var group: Int?

  init(of path: String) {
    self.path = path
    marks = [Mark(path)]
  }

  /// The same with the texts that the case names.
  func with(_ opened: OpenedCase) -> CaseStamp {
    var stamp = self
    switch opened.form {
    case .file(let file):
      let folder = URL(fileURLWithPath: file.folder)
      stamp.texts = file.theCase.sources.compactMap(\.text.file).map {
        folder.appendingPathComponent($0).path
      }
      stamp.marks += stamp.texts.map(Mark.init)
    case .store(_, let stored): stamp.group = stored.group
    }
    return stamp
  }

  func isCurrent(_ opened: OpenedCase) throws -> Bool {
    if case .store(let store, _) = opened.form {
      return try store.newestGroup() == group && Mark(path).number == marks[0].number
    }
    return marks == ([path] + texts).map(Mark.init)
  }
}
