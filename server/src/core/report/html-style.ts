/** The style of the HTML record: legible on screen in light and dark, and on paper. */
export const recordStyle = `
:root { color-scheme: light dark; --line: #8886; --good: #1a7f37; --bad: #b3261e; --mind: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --good: #57c273; --bad: #ff8a80; --mind: #e3b341; } }
html { background: Canvas; color: CanvasText; }
body { font: 1rem/1.5 Georgia, 'Times New Roman', serif; margin: 0; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1, h2, h3, dt, .about, .place, cite, code { font-family: system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1rem; margin: 0 0 .5rem; }
.about, .place, cite, code { font-size: .85rem; } .place { font-weight: normal; } cite { font-style: normal; }
article { border: 1px solid var(--line); border-left-width: .4rem; padding: .9rem 1.1rem; margin: 1rem 0; }
article.verified, article.variants { border-left-color: var(--good); }
article.not-found, article.omission, article.nested { border-left-color: var(--mind); }
article.altered, article.stitched, article.clipped, article.not-speech, article.misattributed { border-left-color: var(--bad); }
blockquote { margin: .4rem 0; padding-left: .8rem; border-left: 2px solid var(--line); overflow-wrap: anywhere; }
.drafted { font-size: 1.1rem; border: 0; padding: 0; }
dl { margin: .75rem 0 0; } dl > div { display: grid; grid-template-columns: 8rem 1fr; gap: .75rem; margin: .35rem 0; }
dt { font-size: .85rem; font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
mark { background: #ffe58a; color: #000; }
del { color: var(--bad); text-decoration: line-through 2px; }
ins { color: var(--good); text-decoration: underline 2px; font-weight: 600; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 34rem) { dl > div { grid-template-columns: 1fr; gap: 0; } }
@page { margin: 18mm 16mm; }
@media print {
  :root { color-scheme: light; --good: #000; --bad: #000; --mind: #000; }
  main { max-width: none; padding: 0; } body { font-size: 10.5pt; }
  article { break-inside: avoid; } h2, h2 + p, h3, .drafted { break-after: avoid; }
  mark { background: none; text-decoration: underline; }
}
`;
