/// The look of a document: a paper one reads before a round, not a listing.
package enum HTMLStyle {
  package static let css = screen + cards + parts + narrow + print

  private static let screen = """
    :root{color-scheme:light dark;--ink:light-dark(#1b2029,#e4e7ec);--soft:light-dark(#535c6b,#a3acb9);\
    --line:light-dark(#d5d9e0,#333b47);--strong-line:light-dark(#1b2029,#c9ced6);\
    --paper:light-dark(#ffffff,#161a20);--desk:light-dark(#eceef1,#0e1116);\
    --tint:light-dark(#f5f6f8,#1e232b);--accent:light-dark(#1f4e79,#8fbbe6);\
    --amber:light-dark(#7d4700,#e8b565);--amber-tint:light-dark(#fdf1dc,#3a2c12);\
    --red:light-dark(#a3201d,#f2918c);--red-tint:light-dark(#fbe6e4,#431c1b);\
    --green:light-dark(#175a37,#8fd0aa);--green-tint:light-dark(#e2f2e8,#17352a);\
    --blue:light-dark(#1d4a77,#97c0ea);--blue-tint:light-dark(#e3edf7,#1a2f45);\
    --violet:light-dark(#553588,#c4aeec);--violet-tint:light-dark(#eee8f7,#2e2444);\
    --grey-tint:light-dark(#eceef1,#2a303a);\
    --serif:Charter,"Bitstream Charter","Source Serif 4",Cambria,"Liberation Serif","Noto Serif",\
    "Times New Roman",serif;\
    --sans:"Helvetica Neue",Arial,"Liberation Sans",Helvetica,"Noto Sans",sans-serif}
    *{box-sizing:border-box}
    html{background:var(--desk);color:var(--ink);-webkit-text-size-adjust:100%}
    body{margin:0;font:17px/1.5 var(--serif);overflow-wrap:break-word}
    .dragoman{max-width:62rem;margin:2rem auto;padding:3rem 3.5rem 2.2rem;background:var(--paper);\
    border-top:5px solid var(--accent);box-shadow:0 1px 3px rgb(0 0 0/.12)}
    .dragoman p,.dragoman ul,.dragoman dl,.dragoman figure{margin:0 0 .8rem}
    .dragoman header{border-bottom:1px solid var(--strong-line);margin-bottom:1.6rem;\
    padding-bottom:.5rem}
    .dragoman h1{font:600 2.1rem/1.15 var(--serif);margin:0 0 .7rem;letter-spacing:-.012em;\
    text-wrap:balance}
    .dragoman .kicker{font:700 .8rem/1.4 var(--sans);letter-spacing:.11em;text-transform:uppercase;\
    color:var(--accent);margin:0 0 .5rem}
    .dragoman h1+p{color:var(--soft)}
    .dragoman h2{font:600 1.28rem/1.25 var(--serif);margin:0 0 .6rem;color:var(--accent)}
    .dragoman section{margin-top:2.1rem}
    .dragoman ul{padding-left:1.05rem}
    .dragoman li{margin:0 0 .28rem}
    .dragoman li::marker{color:var(--soft)}
    .dragoman ul.many{columns:2 22rem;column-gap:2.2rem;font-size:.86em;line-height:1.42}
    .dragoman ul.many li{break-inside:avoid}
    .dragoman header ul.many{columns:auto;font-size:inherit}
    .dragoman blockquote{margin:0 0 1rem;padding:.2rem 0 .2rem 1rem;\
    border-inline-start:3px solid var(--line);font-style:italic;white-space:pre-line}
    .dragoman code{font:.88em ui-monospace,"DejaVu Sans Mono",monospace}
    .dragoman .remark,.dragoman footer{font:.8125rem/1.5 var(--sans);color:var(--soft);white-space:pre-wrap}
    .dragoman footer{margin-top:2rem;padding-top:.6rem;border-top:1px solid var(--line)}
    .dragoman footer p{margin:0}
    .dragoman .none{color:var(--soft);font-style:italic}
    .dragoman .table{margin:0 0 1.2rem}
    .dragoman table{border-collapse:collapse;width:100%;font:.875rem/1.42 var(--sans)}
    .dragoman caption{text-align:start;font:italic .95rem/1.4 var(--serif);color:var(--soft);\
    padding:0 0 .35rem}
    .dragoman th,.dragoman td{text-align:start;vertical-align:top;padding:.42rem .9rem .42rem 0;\
    border-bottom:1px solid var(--line)}
    .dragoman th:last-child,.dragoman td:last-child{padding-right:0}
    .dragoman thead th:not(.number){text-align:left}
    .dragoman thead th,.dragoman thead td{border-bottom:1.5px solid var(--strong-line);\
    vertical-align:bottom;padding-top:0}
    .dragoman thead th{font-weight:700;font-size:.875rem;color:var(--soft)}
    .dragoman .number{text-align:end;font-variant-numeric:tabular-nums}
    .dragoman .tight{white-space:nowrap}
    .dragoman section>p:has(>strong:only-child){margin-bottom:.4rem;break-after:avoid}
    .dragoman td p,.dragoman th p{margin:0}
    .dragoman tbody th{font-weight:700}
    .dragoman .matrix table{table-layout:fixed}
    .dragoman .matrix thead th{font:600 1.02rem/1.3 var(--serif);letter-spacing:0;\
    text-transform:none;color:var(--ink)}
    .dragoman .matrix thead>tr>:first-child{width:21%}
    .dragoman .small{font-size:.875rem;color:var(--soft);padding-top:.12rem}
    .dragoman .faint,.dragoman .condition{color:var(--soft)}
    .dragoman .condition{display:block}
    .dragoman .reference{font:.8rem/1.3 var(--sans);color:var(--soft)}
    .dragoman table .reference{font-size:.875rem}
    .dragoman .reference>*{white-space:nowrap}
    .dragoman .position .reference>*{white-space:normal;overflow-wrap:anywhere}
    .dragoman .narrow strong{font-weight:400}
    .dragoman a{color:inherit;text-decoration:underline;text-decoration-color:var(--line);\
    text-underline-offset:.18em}
    .dragoman a:hover{color:var(--accent);text-decoration-color:currentColor}
    .dragoman :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    .dragoman .warning{color:var(--amber)}
    .dragoman .position{display:flex;flex-wrap:wrap;gap:.1rem .5rem;margin-bottom:.2rem;align-items:baseline}
    .dragoman .position>.chips{flex:0 0 6.1rem}
    .dragoman .position>div{flex:1 1 7rem;min-width:0}
    .dragoman .chips{display:flex;flex-direction:column;gap:.15rem;align-items:flex-start}
    .dragoman .stance{display:inline-flex;gap:.32em;align-items:baseline;padding:.02rem .42rem;\
    border-radius:3px;font:600 .875rem/1.5 var(--sans);white-space:nowrap;color:var(--soft);\
    background:var(--grey-tint)}
    .dragoman .stance.for{color:var(--green);background:var(--green-tint)}
    .dragoman .stance.forIf{color:var(--violet);background:var(--violet-tint)}
    .dragoman .stance.open{color:var(--blue);background:var(--blue-tint)}
    .dragoman .stance.against{color:var(--red);background:var(--red-tint)}
    .dragoman .red-line{color:var(--red);border-bottom:2px solid currentColor;white-space:nowrap}
    .dragoman .contested{display:inline-block;color:var(--amber);background:var(--amber-tint);\
    border:1px solid currentColor;border-radius:3px;padding:0 .38rem;font-size:.875rem}
    .dragoman .contested::before,.dragoman .red-line::before{content:"⚑ ";font-weight:400}
    .dragoman .contested::before{content:"≠ "}
    .dragoman .boxed{border:1px solid var(--strong-line);border-radius:4px;background:var(--tint);\
    padding:.7rem 1rem .3rem}
    .dragoman .boxed caption{font:700 .875rem/1.4 var(--sans);letter-spacing:.09em;\
    text-transform:uppercase;color:var(--accent)}
    .dragoman .boxed thead{position:absolute;clip-path:inset(50%);height:1px;width:1px;overflow:hidden}
    .dragoman .boxed tbody tr>:first-child{width:9.5rem}
    .dragoman .boxed tr:last-child>*{border-bottom:0}
    .dragoman .boxed table{table-layout:auto}
    .dragoman .boxed td p{margin:0 0 .2rem}
    .dragoman figure{overflow-x:auto}
    .dragoman figure:not(.compact) svg{max-width:none}
    .dragoman figure.compact{display:inline-block;width:calc(50% - .4rem);\
    min-width:min(19rem,100%);vertical-align:top}
    .dragoman .cited dl{font:.8rem/1.45 var(--sans);columns:2 24rem;column-gap:2.2rem}
    .dragoman .cited dl>div{display:grid;grid-template-columns:minmax(4.6rem,auto) minmax(60%,1fr);gap:.6rem;padding:.22rem .3rem;\
    break-inside:avoid}
    .dragoman .cited dl>div:target{background:var(--amber-tint)}
    .dragoman .cited dt{color:var(--soft)}.dragoman .cited dd{margin:0}
    .dragoman .cited small{display:block;color:var(--soft);font-size:.92em}

    """

  /// Statements as cards, accounts side by side, and what was changed.
  private static let cards = """
    .dragoman .card{border:1px solid var(--line);border-inline-start:4px solid var(--line);\
    border-radius:4px;padding:.7rem .9rem;margin:0 0 .8rem;background:var(--paper);\
    font:.86rem/1.5 var(--sans)}
    .dragoman .card.decides{border-inline-start-color:var(--accent)}
    .dragoman .card header{display:flex;flex-wrap:wrap;gap:.2rem .6rem;align-items:baseline;\
    border:0;margin:0 0 .3rem;padding:0;font-weight:600}
    .dragoman .card .id{margin-inline-start:auto;font-weight:400;font-size:.8125rem;min-height:1.5rem}
    .dragoman .card p{margin:0 0 .3rem}
    .dragoman .card .gist{font:600 1rem/1.4 var(--serif)}
    .dragoman .card blockquote{margin:.35rem 0 .5rem;font:italic 1rem/1.5 var(--serif);\
    color:var(--soft)}
    .dragoman mark{background:var(--amber-tint);color:var(--ink);padding:0 .1em}
    .dragoman .card .grades{color:var(--soft);font-size:.8rem}
    .dragoman .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));\
    gap:1rem}
    .dragoman .verdict{font:600 .8125rem/1.5 var(--sans);letter-spacing:0;text-transform:none;\
    padding:0 .5rem;border-radius:3px;background:var(--amber-tint);color:var(--amber)}
    .dragoman .verdict:not(.open){background:var(--green-tint);color:var(--green)}
    .dragoman .is-taken{box-shadow:-4px 0 0 var(--green);padding-inline-start:.6rem}
    .dragoman del{color:var(--red);text-decoration-thickness:1px}
    .dragoman ins{color:var(--green);text-decoration:none}
    .dragoman .more{font:.82rem/1.5 var(--sans);margin:.8rem 0}
    .dragoman .more summary{cursor:pointer;color:var(--accent);font-weight:600}

    """

  /// Rows of tables as blocks.
  private static let narrow = """
    @media screen and (max-width:44rem){
    .dragoman .reference>*,.dragoman .tight{white-space:normal}
    body{font-size:16px}
    .dragoman{margin:0;padding:1.4rem 1rem;box-shadow:none}
    .dragoman h1{font-size:1.6rem}
    .dragoman table,.dragoman tbody,.dragoman tr,.dragoman td,.dragoman tbody th,.dragoman caption\
    {display:block;width:auto}
    .dragoman thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .dragoman table{font-size:.88rem}
    .dragoman tr{padding:.6rem 0;border-bottom:1px solid var(--line)}
    .dragoman tbody td,.dragoman tbody td.number,.dragoman tbody th{border:0;padding:.12rem 0;\
    text-align:start}
    .dragoman td[data-column]::before{content:attr(data-column);font:700 .875rem/1.5 var(--sans);\
    color:var(--soft)}
    .dragoman .table:not(.matrix) tbody td{display:flow-root;padding-inline-start:6.6rem}
    .dragoman .table:not(.matrix) td[data-column]::before{float:inline-start;width:6.3rem;\
    margin-inline-start:-6.6rem;overflow-wrap:anywhere}
    .dragoman .matrix td[data-column]::before{display:block}
    .dragoman .matrix td[data-column]{padding-top:.4rem}
    .dragoman .matrix td.number{display:inline-block;margin-inline-end:1.4rem}
    .dragoman .matrix td.number::before{display:inline;padding-inline-end:.5rem}
    .dragoman .matrix tbody th{font:600 1.02rem/1.35 var(--serif)}
    .dragoman td.empty{display:none}
    }

    """

  /// A4, small type, black on white.
  private static let print = """
    @page{size:A4;margin:8mm 12mm 10mm}
    @media print{
    :root{color-scheme:only light;--ink:#000;--soft:#454d5a;--line:#c9ced6;--strong-line:#000;\
    --paper:#fff;--desk:#fff;--accent:#17406a;--amber:#7d4700;--amber-tint:#fdf1dc;--red:#a3201d;\
    --red-tint:#fbe6e4;--green:#175a37;--green-tint:#e2f2e8;--blue:#1d4a77;--blue-tint:#e3edf7;\
    --violet:#553588;--violet-tint:#eee8f7;--grey-tint:#eceef1}
    html{background:none}
    body{font-size:8.2pt;line-height:1.19}
    .dragoman{max-width:none;margin:0;padding:0;box-shadow:none;border-top:0}
    .dragoman header{margin-bottom:2.4mm;padding-bottom:0}
    .dragoman .kicker{font-size:6.8pt;margin-bottom:.8mm}
    .dragoman h1{font-size:18pt;margin-bottom:1.4mm}
    .dragoman h2{font-size:11.5pt;margin-bottom:1mm;break-after:avoid}
    .dragoman section{margin-top:2.3mm}
    .dragoman p,.dragoman ul,.dragoman figure{margin-bottom:1.1mm}
    .dragoman li{margin-bottom:.3mm}
    .dragoman ul{padding-left:3.5mm}
    .dragoman ul.many{columns:2;column-gap:6mm;font-size:7.8pt;line-height:1.22}
    .dragoman .table{margin-bottom:1.8mm}
    .dragoman table{font-size:7.4pt;line-height:1.16}
    .dragoman caption{font-size:8pt;padding-bottom:.5mm;break-after:avoid}
    .dragoman th,.dragoman td{padding:.48mm 2.2mm .48mm 0;border-bottom-width:.5pt}
    .dragoman thead th{font-size:6.8pt}
    .dragoman .matrix thead th{font-size:9pt}
    .dragoman tr,.dragoman li,.dragoman figure{break-inside:avoid}
    .dragoman thead{display:table-header-group}
    .dragoman .narrow{columns:2;column-gap:6mm}
    .dragoman .narrow table{font-size:7.2pt}
    .dragoman .narrow th,.dragoman .narrow td{padding:.4mm 1.6mm .4mm 0}
    .dragoman .matrix thead>tr>:first-child{width:23%}
    .dragoman thead{break-after:avoid}
    .dragoman .narrow caption{display:none}
    .dragoman .short{break-inside:avoid}
    .dragoman figure{margin-bottom:2.5mm}
    .dragoman .small,.dragoman .reference,.dragoman table .reference,.dragoman .stance,\
    .dragoman .contested{font-size:6.6pt}
    .dragoman .remark,.dragoman footer{font-size:7pt;line-height:1.3}
    .dragoman footer{margin-top:1.2mm;padding-top:.6mm}
    .dragoman .position{display:grid;grid-template-columns:12.6mm minmax(0,1fr);gap:1.2mm;margin-bottom:.1mm}
    .dragoman .position p,.dragoman .position .small{display:inline}
    .dragoman .position p+p::before{content:"· "}
    .dragoman .small{padding-top:0}
    .dragoman .stance{line-height:1.3;padding:0 .8mm;font-size:6.4pt;gap:.25em}
    .dragoman .stance,.dragoman .contested{print-color-adjust:exact;\
    -webkit-print-color-adjust:exact}
    .dragoman a{text-decoration:none}
    .dragoman .cited{display:none}
    .dragoman figure{overflow:visible}
    .dragoman figure svg{width:100%;max-width:100%;height:auto}
    .dragoman figure.compact{width:47%;min-width:0}
    .dragoman .boxed{padding:1.2mm 2mm .2mm;print-color-adjust:exact;\
    -webkit-print-color-adjust:exact}
    .dragoman .boxed tbody tr>:first-child{width:23mm}
    .dragoman .boxed td p{margin:0 0 .3mm}
    .dragoman p{orphans:2;widows:2}
    }

    """

  /// The paper's foot: its title and the number of the page.
  static func pageMargins(title: String) -> String {
    let small = "font:6.8pt Arial,\"Liberation Sans\",sans-serif;color:#454d5a"
    return """
      @page{@bottom-left{content:"\(Markup.cssEscaped(title))";\(small)}\
      @bottom-right{content:counter(page) " / " counter(pages);\(small)}}
      """
  }
}
