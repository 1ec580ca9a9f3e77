/// Something about files, not about what stands in them, that a person must see to.
public struct CaseFileFault: Error, Sendable, Hashable {
  public var message: String
  public var hint: String?

  public init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
