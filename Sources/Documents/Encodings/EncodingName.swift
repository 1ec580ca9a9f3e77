internal import CaseModel

/// The names of encodings, as documents write them and as `iconv` takes them.
enum EncodingName {
  /// Nil where the label is no name of an encoding.
  ///
  /// Some labels mean a larger set than they say, as browsers read them (WHATWG Encoding Standard).
  static func of(_ label: String) -> String? {
    let name = label.trimmedUnseen.uppercased().replacing("_", with: "-")
    guard !name.isEmpty, name.utf8.count <= 40,
      name.utf8.allSatisfy({
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2D || $0 == 0x2B
          || $0 == 0x3A || $0 == 0x2E
      })
    else { return nil }
    return wider[name] ?? name
  }

  private static let wider: [String: String] = [
    "ISO-8859-1": "WINDOWS-1252", "ISO8859-1": "WINDOWS-1252", "LATIN1": "WINDOWS-1252",
    "LATIN-1": "WINDOWS-1252", "ASCII": "WINDOWS-1252", "US-ASCII": "WINDOWS-1252",
    "ISO-8859-9": "WINDOWS-1254", "ISO-8859-11": "WINDOWS-874", "TIS-620": "WINDOWS-874",
    "GB2312": "GB18030", "GBK": "GB18030", "X-GBK": "GB18030", "KS-C-5601-1987": "CP949",
    "EUC-KR": "CP949", "X-SJIS": "CP932", "SHIFT-JIS": "CP932", "SHIFTJIS": "CP932",
    "UTF8": "UTF-8", "UTF-8": "UTF-8", "X-MAC-CYRILLIC": "MAC-CYRILLIC",
    "CP1251": "WINDOWS-1251", "CP1252": "WINDOWS-1252", "WIN-1251": "WINDOWS-1251",
    "X-CP1251": "WINDOWS-1251",
  ]
}
