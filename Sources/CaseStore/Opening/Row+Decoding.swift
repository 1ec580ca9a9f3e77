internal import GRDB

// A damaged row may hold what no table of ours allows. GRDB's subscripts then end the program; these
// throw.
extension Row {
  /// The value in a column that must hold one.
  func at<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) throws
    -> Value
  {
    try decode(Value.self, atIndex: index)
  }

  /// The value in a column that may hold none.
  func ifAny<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ index: Int
  ) throws -> Value? {
    try decode(Value?.self, atIndex: index)
  }
}
