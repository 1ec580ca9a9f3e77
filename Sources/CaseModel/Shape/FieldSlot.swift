/// Where a field lies in its struct.
///
/// A stored field is reached by its offset, as `MemoryLayout.offset(of:)` allows; a computed one by
/// its key path, which costs several times as much. Reading and writing a case goes through some
/// fifty fields a statement.
struct FieldSlot<Root, Value>: Sendable {
  private let path: any WritableKeyPath<Root, Value> & Sendable
  private let offset: Int?

  init(_ path: any WritableKeyPath<Root, Value> & Sendable) {
    self.path = path
    offset = MemoryLayout<Root>.offset(of: path)
  }

  func value(_ root: UnsafePointer<Root>) -> Value {
    guard let offset else { return root.pointee[keyPath: path] }
    return UnsafeRawPointer(root).advanced(by: offset).assumingMemoryBound(to: Value.self).pointee
  }

  func set(_ root: UnsafeMutablePointer<Root>, _ value: Value) {
    update(root) { $0 = value }
  }

  func update(_ root: UnsafeMutablePointer<Root>, _ body: (inout Value) -> Void) {
    guard let offset else {
      body(&root.pointee[keyPath: path])
      return
    }
    body(
      &UnsafeMutableRawPointer(root).advanced(by: offset).assumingMemoryBound(to: Value.self)
        .pointee)
  }
}
