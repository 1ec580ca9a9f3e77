// Search in the pages, from a file as from a server: the index is a script, since a page that was
// opened from a disk may fetch nothing.
(function () {
  "use strict";
  var box = document.getElementById("find");
  var list = document.getElementById("results");
  if (!box || !list || !window.SITE_INDEX) return;
  document.querySelector(".find").hidden = false;

  function folded(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }
  var sections = window.SITE_INDEX.map(function (entry) {
    return {
      page: entry[0], anchor: entry[1], text: entry[4],
      title: entry[2] === entry[3] ? entry[3] : entry[2] + ": " + entry[3],
      own: folded(entry[3]), head: folded(entry[2] + " " + entry[3]), body: folded(entry[4]),
    };
  });

  function starts(text, word) {
    var from = 0;
    for (;;) {
      var at = text.indexOf(word, from);
      if (at < 0) return -1;
      if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return at;
      from = at + 1;
    }
  }

  function find(query) {
    var words = folded(query).split(/[^\p{L}\p{N}_.-]+/u).filter(Boolean);
    if (!words.length) return [];
    var found = [];
    var whole = folded(query).trim();
    sections.forEach(function (section, order) {
      // The whole of what was typed, in this order, counts most: in the title, then in the text.
      var score = section.own === whole ? 40 : starts(section.own, whole) >= 0 ? 12 : 0;
      if (words.length > 1 && starts(section.body, whole) >= 0) score += 6;
      var place = -1;
      for (var i = 0; i < words.length; i++) {
        var head = starts(section.head, words[i]);
        var body = starts(section.body, words[i]);
        if (head < 0 && body < 0) return;
        if (starts(section.own, words[i]) >= 0) score += 8;
        else if (head >= 0) score += 2;
        if (body >= 0) {
          score += 1 + Math.min(3, section.body.split(words[i]).length / 4);
          if (place < 0) place = body;
        }
      }
      found.push({ section: section, score: score, place: place, order: order });
    });
    found.sort(function (a, b) { return b.score - a.score || a.order - b.order; });
    return found.slice(0, 20).map(function (hit) { return { hit: hit, words: words }; });
  }

  function marked(text, words) {
    var parts = document.createDocumentFragment();
    var low = folded(text);
    var at = 0;
    while (at < text.length) {
      var next = -1;
      var length = 0;
      words.forEach(function (word) {
        var place = starts(low.slice(at), word);
        if (place >= 0 && (next < 0 || at + place < next)) { next = at + place; length = word.length; }
      });
      if (next < 0 || low.length !== text.length) break;
      parts.append(text.slice(at, next));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(next, next + length);
      parts.append(mark);
      at = next + length;
    }
    parts.append(text.slice(at));
    return parts;
  }

  function show() {
    var results = find(box.value);
    list.replaceChildren();
    list.hidden = !box.value.trim();
    if (list.hidden) return;
    if (!results.length) {
      var none = document.createElement("li");
      none.className = "none";
      none.textContent = "Nothing found. Every word must occur in one section; try the beginning of a word.";
      list.append(none);
      return;
    }
    results.forEach(function (result) {
      var section = result.hit.section;
      var link = document.createElement("a");
      link.href = section.page + (section.anchor ? "#" + section.anchor : "");
      var title = document.createElement("strong");
      title.textContent = section.title;
      var start = Math.max(0, result.hit.place - 60);
      var words = (start ? "… " : "") + section.text.slice(start, start + 180).trim() + " …";
      link.append(title, marked(words, result.words));
      var item = document.createElement("li");
      item.append(link);
      list.append(item);
    });
  }

  box.addEventListener("input", show);
  box.addEventListener("focus", show);
  box.form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = list.querySelector("a");
    if (first) first.click();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { list.hidden = true; return; }
    var isTyping = /INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName);
    if (event.key === "/" && !isTyping) { event.preventDefault(); box.focus(); return; }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var links = [box].concat(Array.from(list.querySelectorAll("a")));
    var at = links.indexOf(document.activeElement);
    if (at < 0 || list.hidden) return;
    event.preventDefault();
    var next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) next.focus();
  });
  document.addEventListener("click", function (event) {
    if (!event.target.closest(".find")) list.hidden = true;
  });
  list.addEventListener("click", function (event) {
    if (event.target.closest("a")) list.hidden = true;
  });
})();
