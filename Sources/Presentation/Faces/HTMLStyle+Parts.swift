extension HTMLStyle {
  /// Cells that lead somewhere as a whole, one of many things under a heading, and answers.
  static let parts = """
    .only-read{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\
    white-space:nowrap}
    .dragoman .positions td{position:relative}
    .dragoman .positions td.is-contested{box-shadow:inset 3px 0 0 var(--amber);\
    padding-inline-start:.7rem}
    .dragoman .positions tbody th a{color:inherit;text-decoration:none}
    .dragoman .positions tbody th a:hover{text-decoration:underline}
    .dragoman .positions td a{position:relative;z-index:1}
    .dragoman .positions td a.open{position:static;color:var(--soft)}
    .dragoman .positions td a.open::after{content:"";position:absolute;inset:0}
    .dragoman .positions td:has(a.open):hover{background:var(--tint)}
    .dragoman .age.fresh{color:var(--green)}.dragoman .age.older{color:var(--amber)}
    .dragoman .age.old{color:var(--soft)}
    .dragoman .stance.account{color:var(--ink)}
    .dragoman .kind{display:inline-block;padding:0 .45rem;border-radius:3px;\
    background:var(--grey-tint);color:var(--ink);font:600 .875rem/1.5 var(--sans)}
    .dragoman .kind.softened{background:var(--green-tint);color:var(--green)}
    .dragoman .kind.hardened,.dragoman .kind.reversed{background:var(--red-tint);color:var(--red)}
    .dragoman .kind.mixed,.dragoman .kind.withdrawn{background:var(--amber-tint);color:var(--amber)}
    .dragoman a:has(>.kind),.dragoman a:has(>.contested){text-decoration:none}
    .dragoman .part{margin-top:1.4rem;padding-top:.9rem;border-top:1px solid var(--line)}
    .dragoman section.part>:is(h2,h3,h4){font:600 1.1rem/1.35 var(--serif);letter-spacing:0;\
    text-transform:none;color:var(--ink);margin:0 0 .5rem}
    .dragoman section.part>:is(h2,h3,h4) a{text-decoration:none}
    .dragoman .pair>div>:is(h2,h3,h4,h5){font:700 .875rem/1.4 var(--sans);letter-spacing:0;\
    text-transform:none;color:var(--soft);margin:0 0 .4rem}
    .dragoman .card .gist{font-size:.98rem}
    .dragoman .card .grades{font-size:.875rem}
    .dragoman .result{background:var(--green-tint);padding:.5rem .8rem;border-radius:4px;\
    color:var(--ink)}
    @media screen and (max-width:44rem){.dragoman .positions td.is-off{display:none}}
    @media print{.dragoman details:not([open]){display:none}\
    .dragoman .part{break-inside:avoid-page;margin-top:3mm;padding-top:1.5mm}\
    .dragoman section.part>:is(h2,h3,h4){font-size:9.5pt;margin-bottom:1mm}\
    .dragoman .pair{gap:2.5mm}.dragoman .pair>div>:is(h2,h3,h4,h5){font-size:8pt;margin-bottom:.8mm}\
    .dragoman .card{font-size:7.5pt;line-height:1.25;padding:1.2mm 2mm;margin-bottom:1.5mm;\
    break-inside:avoid}\
    .dragoman .card .gist{font-size:8.5pt}.dragoman .card blockquote{font-size:8pt;margin:.8mm 0}\
    .dragoman .card .grades,.dragoman .card .id,.dragoman .verdict{font-size:7pt}\
    .dragoman .result{font-size:8.5pt;padding:1mm 2mm}\
    .dragoman .kind{font-size:6.6pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}}

    """
}
