internal import Foundation

extension String {
  /// Code points after canonical composition (NFC).
  var precomposedCount: Int { precomposedStringWithCanonicalMapping.unicodeScalars.count }
}
