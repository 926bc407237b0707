/** Articles in lists: a row has a small picture beside it, a card has it above, a line has none. */
export const ENTRIES_STYLE = `.entries > h2 { font: 700 var(--size-label)/1.4 var(--sans); color: var(--quiet); margin-block-end: 1rem; }
.nothing { font-size: 1.25rem; max-width: 34rem; }
.entry { min-width: 0; }
.entry :is(h2, h3) { font-size: 1.3rem; overflow-wrap: anywhere; hyphens: auto; hyphenate-limit-chars: 12 5 5; }
.entry .summary { margin-block: 0.4rem 0.5rem; text-wrap: pretty; }
.entry .meta, .entry .byline { display: flex; flex-wrap: wrap; gap: 0 0.9rem; }
.entry .kicker { margin-block-end: 0.3rem; }
.entry img { width: 100%; object-fit: cover; aspect-ratio: 3 / 2; }
.row { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.6rem 1.5rem; padding-block: 1.5rem; border-block-start: 1px solid var(--rule); }
.row:first-of-type { border-block-start: 0; padding-block-start: 0; }
.row:has(img) { grid-template-columns: minmax(0, 1fr) clamp(6.5rem, 26%, 14rem); }
.row .tags { margin-block-start: 0.5rem; }
@media (max-width: 36rem) {
  .row:has(img) { column-gap: 1rem; row-gap: 0; }
  .row:has(img) > .words { display: contents; }
  .row .words > :not(h2, h3, .kicker) { grid-column: 1 / -1; justify-self: start; }
  .row img { grid-area: 1 / 2 / span 2; aspect-ratio: 1; }
}
.card { display: flex; flex-direction: column; gap: 0.8rem; min-width: 0; }
.card img { order: -1; }
.card .summary { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 5; overflow: hidden; font-size: 1rem; line-height: calc(var(--leading) - 0.1); }
.card:not(:has(img)) { padding-block-start: 0.75rem; border-block-start: 1px solid var(--ink); }
.card:not(:has(img)) :is(h2, h3) { font-size: 1.45rem; }
.line { padding-block: 0.75rem; border-block-start: 1px solid var(--rule); }
.line :is(h2, h3) { font-size: 1.0625rem; line-height: calc(var(--tight) + 0.1); }
.line .meta { margin-block-start: 0.15rem; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 2.25rem var(--gap-large); }
.column { max-width: var(--column); margin-inline: auto; }
.list-heading { padding-block-end: 1rem; border-block-end: 1px solid var(--ink); margin-block-end: 1.5rem; }
.list-heading > * + * { margin-block-start: 0.75rem; }
.list-heading h1 { font-size: clamp(1.8rem, 5vw, 2.6rem); }
.h-feed .form { color: var(--accent); white-space: nowrap; }
.subscribe .links { gap: 0.3rem; }
.column > .subscribe, .front .subscribe { margin-block-start: 2.5rem; }
@media (min-width: 48rem) {
  .front .subscribe ul { grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); }
}
`;
