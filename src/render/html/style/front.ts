/** The front page: the lead with the strip beside it, the grid, and the blocks of the sections in columns. */
export const FRONT_STYLE = `.lead.entry { display: flex; flex-direction: column; gap: 0.9rem; min-width: 0; }
.lead.entry img { order: -1; aspect-ratio: 16 / 9; }
.lead.entry h2 { font-size: clamp(1.8rem, 5vw, 2.75rem); letter-spacing: -0.015em; }
.lead.entry .summary { font-size: 1.2rem; line-height: calc(var(--leading) - 0.1); }
.lead.entry .tags { margin-block-start: 0.6rem; }
.strip > h2, .block > h2 { font: 700 1.0625rem/1.4 var(--sans); padding-block: 0.5rem; border-block-start: 3px solid var(--accent); }
.strip > h2 + .line { border-block-start: 0; padding-block-start: 0.25rem; }
.block > h2 a { color: inherit; text-decoration: none; }
.block > h2 a:hover { text-decoration: underline; }
.block .card { padding-block-end: 1rem; }
.block .card:not(:has(img)) { padding-block-start: 0; border: 0; }
.block .card :is(h2, h3) { font-size: 1.25rem; }
.opening, .front .grid, .blocks { padding-block-end: var(--gap-large); margin-block-end: var(--gap-large); border-block-end: 1px solid var(--rule); }
.opening { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2rem var(--gap-large); }
.blocks { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 2.25rem var(--gap-large); }
.front main > :is(.opening, .grid, .blocks):has(+ .subscribe) { border-block-end: 0; margin-block-end: 0; }
.front .neighbours { border: 0; padding-block: 0; }
@media (min-width: 60rem) {
  .with-strip { grid-template-columns: minmax(0, 1fr) 19rem; align-items: start; }
  .front .grid { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .opening:not(.with-strip) .lead:has(img) { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: var(--gap-large); align-items: center; }
}
@media (max-width: 36rem) {
  .front .card :is(h2, h3) { font-size: 1.2rem; }
  .front .card:has(img) { display: grid; grid-template-columns: minmax(0, 1fr) 6.5rem; gap: 0 1rem; }
  .front .card img { order: 0; aspect-ratio: 1; }
  .front .card .summary { display: none; }
  .front .grid, .blocks { gap: 0; }
  .front .card { padding-block: 1rem; border-block-start: 1px solid var(--rule); }
  .front .card:first-child, .block > .card { border-block-start: 0; }
  .block + .block { margin-block-start: 1.5rem; }
}
`;
