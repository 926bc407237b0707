/** The rules for every page: elements, subscribe box, footer. */
export const PAGE_STYLE = `*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: var(--size)/var(--leading) var(--serif);
  overflow-wrap: break-word;
}
h1, h2, h3, h4 { font-family: var(--headline); line-height: var(--tight); text-wrap: balance; margin: 0; }
p, ul, dl, dd, figure { margin: 0; padding: 0; }
ul { list-style: none; }
img, video { max-width: 100%; height: auto; }
picture { display: contents; }
source { display: none; }
img { background: var(--tint); font: 0.875rem/1.4 var(--sans); color: var(--quiet); }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 0.06em; }
a:hover { text-decoration-thickness: 0.13em; }
mark { background: var(--tint); color: inherit; font-weight: inherit; box-shadow: inset 0 -0.14em var(--accent); }
main { min-height: 60vh; }
:focus-visible { outline: 0.17rem solid var(--accent); outline-offset: 0.17rem; border-radius: 0.1rem; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -5rem; z-index: 1; padding: 0.6rem 1rem; background: var(--paper); }
.skip:focus { inset-block-start: 0.5rem; }
.masthead, main, .site { max-width: var(--page); margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2rem); }
main { padding-block: 1.5rem 3rem; }
.kicker, .byline, .times, .tags, .neighbours, figcaption, .facts, .file, .when, .site { font: var(--size-small)/1.5 var(--sans); color: var(--quiet); }
.kicker { display: flex; gap: 0.75rem; color: var(--accent); font-weight: 650; letter-spacing: 0.02em; margin-block-end: 0.5rem; }
.draft { padding-inline: 0.5em; background: var(--accent); color: var(--paper); }
.dateline { font-variant-caps: all-small-caps; font-weight: 600; letter-spacing: 0.06em; }
.tags { display: flex; flex-wrap: wrap; gap: 0.2rem 0.5rem; }
.tags li { padding-inline: 0.55em; border: 1px solid var(--rule); border-radius: 1em; }
.subscribe { padding: 1.1rem 1.25rem 1.25rem; background: var(--tint); border-block-start: 3px solid var(--accent); font: 0.9375rem/1.5 var(--sans); }
.subscribe h2 { font: 700 1.25rem/1.3 var(--serif); margin-block-end: 0.35rem; }
.subscribe ul { display: grid; gap: 0.8rem; margin-block-start: 0.9rem; }
.subscribe li > a { font-weight: 600; }
.address { display: block; margin-block-start: 0.3rem; padding: 0.45rem 0.6rem; background: var(--paper); border: 1px solid var(--rule); font: 0.8125rem/1.4 var(--mono); overflow-wrap: anywhere; -webkit-user-select: all; user-select: all; }
.neighbours { display: flex; justify-content: space-between; gap: 1rem 2rem; padding-block: 1.25rem; border-block-start: 1px solid var(--rule); }
.neighbours a { padding-block: 0.35rem; }
.neighbours .label { display: block; color: var(--quiet); }
.neighbours .headline { font: 600 1rem/1.35 var(--headline); }
.neighbours :is(.older, .to-next) { margin-inline-start: auto; text-align: end; }
.button, button { display: inline-block; padding: 0.4rem 0.9rem; border: 1px solid var(--accent); border-radius: 0.2rem; background: var(--accent); color: var(--paper); font: 600 var(--size-label)/1.4 var(--sans); text-decoration: none; cursor: pointer; }
.button:hover, button:hover { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.site { padding-block: 1.25rem 2.5rem; }
.site::before { content: ""; display: block; border-block-start: 3px double var(--rule); margin-block-end: 1.25rem; }
.site ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-block-end: 0.75rem; }
.site li a { display: inline-block; padding-block: 0.35rem; color: var(--ink); text-decoration: none; }
.site li a:hover { text-decoration: underline; }
.terms { display: flex; flex-wrap: wrap; gap: 0.2rem 1.5rem; }
.problem { max-width: var(--column); margin-inline: auto; padding-block: 2rem 4rem; }
.problem > * + *, .column > * + * { margin-block-start: 1rem; }
.problem .status { font: 700 1rem/1 var(--sans); color: var(--accent); letter-spacing: 0.08em; }
.problem h1, .column > h1 { font-size: clamp(1.8rem, 5vw, 2.6rem); }
@media (prefers-color-scheme: dark) {
  .logo { padding: 0.35rem 0.5rem; background: #fff; border-radius: 0.2rem; }
  img:not(.logo) { filter: brightness(0.92); }
}
@media (prefers-reduced-motion: reduce) {
  html { scroll-behavior: auto; }
}
`;
