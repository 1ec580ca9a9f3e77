/// The look of the pictures, shared by every one on a page.
package enum PictureStyle {
  package static let css = """
    .picture{--p-ink:light-dark(#1d2430,#e6e8ec);--p-soft:light-dark(#566072,#a5adba);\
    --p-line:light-dark(#c9ced6,#3d4552);--p-paper:light-dark(#fff,#161a20);\
    --p-band:light-dark(#f4f5f7,#1e232b);--p-held:light-dark(#1f4e79,#8fbbe6);\
    --p-act:light-dark(#7a4b00,#e0b05c);--p-draft:light-dark(#5b3d8a,#bfa6e8);\
    --p-pledge:light-dark(#20603d,#86c9a0);--p-circle:light-dark(#a3201d,#f2918c);\
    color:var(--p-ink);font-family:"Helvetica Neue",Arial,"Liberation Sans",Helvetica,sans-serif;\
    font-size:13px;max-width:100%;height:auto;display:block}
    .picture text{fill:var(--p-ink)}
    .picture .over{paint-order:stroke;stroke:var(--p-band);stroke-width:3px;stroke-linejoin:round}
    .picture .soft{fill:var(--p-soft)}
    .picture .small{font-size:12px}
    .picture .tiny{font-size:12px}
    .picture .bold{font-weight:700}
    .picture .italic{font-style:italic}
    .picture .band{fill:var(--p-band)}
    .picture .axis{stroke:var(--p-ink);stroke-width:1.2;fill:none}
    .picture .grid{stroke:var(--p-line);stroke-width:1;fill:none}
    .picture .halo{stroke:var(--p-paper);stroke-width:5;fill:none}
    .picture .now{stroke:var(--p-circle);stroke-width:1.2;stroke-dasharray:4 3;fill:none}
    .picture .dot{fill:var(--c,var(--p-ink));stroke:var(--c,var(--p-ink));stroke-width:1.6}
    .picture .hollow{fill:var(--p-paper)}
    .picture .span{fill:var(--c,var(--p-ink));opacity:.42}
    .picture .open-span{fill:none;stroke:var(--c,var(--p-ink));stroke-width:1.4;stroke-dasharray:3 2}
    .picture .k-meeting{--c:var(--p-held)}.picture .k-act{--c:var(--p-act)}
    .picture .k-draft{--c:var(--p-draft)}.picture .k-pledge{--c:var(--p-pledge)}
    .picture .k-event,.picture .k-word{--c:var(--p-soft)}
    .picture .box{fill:var(--p-paper);stroke:var(--p-soft);stroke-width:1.1}
    .picture .box.circle{stroke:var(--p-circle);stroke-width:2}
    .picture .edge{stroke:var(--p-soft);stroke-width:1.4;fill:none}
    .picture .edge.circle{stroke:var(--p-circle);stroke-width:2.4}
    .picture .edge.trigger{stroke-dasharray:6 4}
    .picture .edge.inferred{stroke-dasharray:1.5 3;stroke-linecap:round}
    .picture .head{fill:var(--p-soft)}.picture .head.circle{fill:var(--p-circle)}
    .picture .plate{fill:var(--p-paper)}
    .picture .zone{fill:var(--p-pledge);opacity:.13}
    .picture .gap{fill:var(--p-circle);opacity:.14}
    .picture .other{fill:var(--p-soft);opacity:.3}
    .picture .front{stroke:var(--p-held);stroke-width:1.3;fill:none;opacity:.75}
    .picture .least{stroke:var(--p-circle);stroke-width:1.3;stroke-dasharray:5 3;fill:none}
    .picture .leader{stroke:var(--p-soft);stroke-width:.9;fill:none;opacity:.7}
    .picture .trail{stroke:var(--p-soft);stroke-width:1;fill:none;opacity:.28}
    .picture .trail.open{stroke:var(--p-pledge);opacity:.5}
    .picture .strand{stroke:var(--c);stroke-width:2.6;fill:none;stroke-linejoin:round}
    .picture .dashed{stroke-dasharray:6 4}
    .picture text.warn{fill:var(--p-circle)}
    .picture text.ink{fill:var(--c,var(--p-ink))}
    .picture .tie{stroke:var(--p-pledge);fill:none;opacity:.75}
    .picture .tie.conflict{stroke:var(--p-circle);stroke-dasharray:7 4}
    .picture .tie.all{stroke:transparent;stroke-width:12}
    .picture .sum{fill:var(--p-pledge)}.picture .sum.conflict{fill:var(--p-circle)}
    .picture .camp-0{fill:var(--p-paper);stroke:var(--p-soft);stroke-width:1.6}
    .picture .camp-1{fill:var(--p-held);stroke:var(--p-held);stroke-width:1.6}
    .picture .camp-2{fill:var(--p-act);stroke:var(--p-act);stroke-width:1.6}
    .picture .k-front,.picture .k-nash{--c:var(--p-held)}
    .picture .k-kalai{--c:var(--p-act)}.picture .k-even{--c:var(--p-pledge)}
    .picture .k-sum{--c:var(--p-draft)}.picture .k-asked{--c:var(--p-ink)}
    .picture a{cursor:pointer}.picture a:hover{filter:brightness(.85)}
    .picture a:focus-visible{outline:2px solid var(--p-held);outline-offset:2px}
    .picture a:hover text{text-decoration:underline}
    .picture .badge{fill:var(--p-circle)}
    .picture text.on-badge{fill:var(--p-paper)}
    @media print{.picture{--p-ink:#111;--p-soft:#4a5160;--p-line:#c4c8cf;--p-paper:#fff;\
    --p-band:#f3f4f6;--p-held:#1f4e79;--p-act:#7a4b00;--p-draft:#5b3d8a;--p-pledge:#20603d;\
    --p-circle:#a3201d;print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """
}
