import CaseModel
import Interchange
import StateOfPlay

/// What is wrong with a conflict or a scenario, with the line of the file it stands in.
struct LocatedModelFault: Error {
  let diagnosis: Diagnosis
  /// Whether the fault is in the file and not in what was asked.
  let isInFile: Bool

  init(_ fault: ModelFault, _ code: String, in opened: CaseFile) {
    isInFile = !fault.path.steps.isEmpty && !fault.message.hasPrefix("--")
    let finding = Finding(code, at: fault.path, message: fault.message, hint: fault.hint)
    guard isInFile else {
      diagnosis = Diagnosis(UsageFault(fault.message, hint: fault.hint))
      return
    }
    diagnosis = Diagnosis(
      finding, path: opened.path, bytes: opened.layout.bytes,
      place: opened.layout.place(of: fault.path, in: CaseIndex(opened.theCase)))
  }
}
