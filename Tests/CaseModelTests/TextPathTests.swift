import CaseModel
import Testing

/// A case names texts below its own folder and nothing else of the computer it is opened on.
@Suite struct TextPathTests {
  @Test(arguments: [
    "texts/a.txt", "texts/2025/día uno.md", "texts/a.b.TXT", "texts/звіт №4.markdown",
    "texts/x.text",
  ])
  func aTextBelowTheFolderIsKept(_ path: String) {
    #expect(TextPath.fault(path) == nil)
  }

  @Test(arguments: [
    "", "texts", "texts/", "a.txt", "/texts/a.txt", "./texts/a.txt", "texts/../a.txt",
    "texts/./a.txt", "texts//a.txt", "texts/a.txt/", "texts/.a.txt", "texts/.git/a.txt",
    "Texts/a.txt", ".ssh/authorized_keys", "Makefile", "texts/Makefile", "texts/a.sh", "texts/a",
    "texts/a.txt ", "texts/a.txt.", "texts/ a.txt", "texts\\a.txt", "texts/a\u{0}.txt",
    "texts/a\n.txt", "texts/a\u{202E}txt.txt", "texts/con:a.txt",
    "texts/" + String(repeating: "a", count: 300) + ".txt",
  ])
  func anythingElseIsNot(_ path: String) {
    #expect(TextPath.fault(path) != nil)
  }
}
