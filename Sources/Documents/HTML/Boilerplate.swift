internal import CaseModel

/// Lines that many pages bear and that are no part of what they report.
enum Boilerplate {
  static func reason(_ block: HTMLBlock) -> ReadDocument.CutReason? {
    guard block.letters < 400, !block.isHeading || block.letters < 60 else { return nil }
    let words = block.text.lowercased().singleLine
    if block.letters < 60 {
      let plain = String(
        String.UnicodeScalarView(
          words.unicodeScalars.filter { $0.properties.isAlphabetic || $0 == " " })
      ).singleLine
      if plain.isEmpty, block.linkLetters > 0 { return .control }
      for (reason, list) in lines where list.contains(plain) { return reason }
    }
    for (reason, list) in starts where list.contains(where: { words.hasPrefix($0) }) {
      return reason
    }
    for (reason, list) in within where list.contains(where: { words.contains($0) }) {
      return reason
    }
    return nil
  }

  private static let lines: [(ReadDocument.CutReason, Set<String>)] = [
    (
      .sharing,
      [
        "share", "share this", "share this article", "share this page", "share on", "tweet",
        "email",
        "print", "print this page", "save", "copy link", "listen", "follow us", "bookmark", "like",
        "facebook", "twitter", "whatsapp", "telegram", "share on facebook", "share on twitter",
        "pdf",
        "teilen", "drucken", "partager", "imprimer", "compartir", "imprimir", "condividi", "stampa",
        "поделиться", "поделитесь", "печать", "распечатать", "версия для печати", "поділитися",
        "поширити",
        "друк", "друкувати", "версія для друку", "شارك", "طباعة", "paylaş", "yazdır", "udostępnij",
        "分享",
        "打印", "シェア", "印刷",
      ]
    ),
    (
      .promotion,
      [
        "advertisement", "advertisements", "sponsored", "sponsored content", "advertising", "ad",
        "subscribe", "sign up", "subscribe now", "story continues below", "article continues below",
        "article continues below advertisement", "anzeige", "werbung", "publicité", "publicidad",
        "pubblicità",
        "реклама", "на правах рекламы", "إعلان", "reklam", "reklama", "广告", "広告",
      ]
    ),
    (
      .teasers,
      [
        "related", "related articles", "related stories", "related news", "related content",
        "read more",
        "read also", "see also", "more on this story", "more on this topic", "more from",
        "recommended",
        "most read", "most popular", "latest news", "you may also like", "keep reading",
        "read next",
        "mehr zum thema", "lesen sie auch", "lire aussi", "à lire aussi", "ver también",
        "lea también",
        "leggi anche", "читайте также", "по теме", "читайте ещё", "другие новости",
        "материалы по теме",
        "читайте також", "за темою", "інші новини", "اقرأ أيضا", "مواضيع ذات صلة",
        "ilgili haberler",
        "czytaj także", "相关阅读", "相关新闻", "関連記事",
      ]
    ),
    (
      .control,
      [
        "reply", "quote", "report", "edit", "like reply", "log in", "sign in", "register", "menu",
        "search",
        "close", "back to top", "top", "next", "previous", "show more", "load more",
        "skip to content",
        "skip to main content", "add comment", "leave a comment", "post a comment", "nach oben",
        "ответить",
        "цитировать", "наверх", "відповісти", "вгору",
      ]
    ),
    (.comments, ["comments", "no comments", "add a comment", "комментарии", "коментарі"]),
  ]

  private static let starts: [(ReadDocument.CutReason, [String])] = [
    (.legalNotice, ["©", "(c) 20", "copyright ©", "copyright 20", "all rights reserved"]),
    (
      .promotion,
      [
        "sign up for our", "sign up to our", "subscribe to our", "subscribe to the",
        "get our newsletter",
        "support our journalism", "follow us on", "download our app", "подпишитесь на",
        "подписывайтесь на",
        "підпишіться на", "підписуйтесь на", "abonnieren sie", "abonnez-vous", "suscríbete",
        "iscriviti",
        "تابعونا على", "اشترك في",
      ]
    ),
    (
      .teasers,
      [
        "read more:", "read also:", "see also:", "related:", "also read:", "more:",
        "читайте также:",
        "читайте також:", "lire aussi :", "lesen sie auch:", "lea también:", "leggi anche:",
        "اقرأ أيضا:",
      ]
    ),
    (.comments, ["this site uses akismet", "your email address will not be published"]),
  ]

  private static let within: [(ReadDocument.CutReason, [String])] = [
    (
      .legalNotice,
      [
        "we use cookies", "this site uses cookies", "this website uses cookies", "uses cookies to",
        "all rights reserved", "alle rechte vorbehalten", "tous droits réservés",
        "todos los derechos reservados", "все права защищены", "усі права захищені",
        "всі права захищено",
        "мы используем файлы cookie", "ми використовуємо файли cookie", "جميع الحقوق محفوظة",
        "tüm hakları saklıdır", "wszelkie prawa zastrzeżone", "版权所有",
      ]
    )
  ]
}
