import Foundations

/// What random documents are made of.
extension SplitMix64 {
  mutating func int(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &self) }
  mutating func isHit(_ percent: Int) -> Bool { int(1...100) <= percent }

  mutating func pick<Value>(_ values: [Value], else other: Value) -> Value {
    values.randomElement(using: &self) ?? other
  }

  /// Words of many scripts, some too long for a line, some with marks that combine.
  mutating func text(_ words: ClosedRange<Int>) -> String {
    let some = [
      "truce", "Donetsk", "перемирие", "Київ", "停火协议", "ﺳﻼﻡ", "שלום", "e\u{301}te\u{301}", "👩‍👩‍👧",
      "1,000", "a", "guarantees-of-security-by-the-five-permanent-members", "=SUM(A1)", "|", "*x*",
      "<b>", "&amp;", "\"", "日本語の長い言葉です", "ok", "…", "\u{200B}zero",
    ]
    return (0..<int(words)).map { _ in pick(some, else: "a") }.joined(separator: " ")
  }
}
