/**
 * The list of articles. On the front page the newest entry is larger, and the subscribe box is beside the list if the
 * window is wide enough.
 */
export const ENTRIES_STYLE = `.entries > h2 { font: 700 0.9375rem/1.4 var(--sans); color: var(--quiet); margin-block-end: 1rem; }
.front .subscribe { margin-block-start: 3rem; }
.nothing { font-size: 1.25rem; max-width: 34rem; }
.entry { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.6rem 1.5rem; padding-block: 1.5rem; border-block-start: 1px solid var(--rule); }
.entry:first-of-type { border-block-start: 0; padding-block-start: 0; }
.entry:has(img) { grid-template-columns: minmax(0, 1fr) clamp(6.5rem, 24%, 13rem); }
.entry img { width: 100%; aspect-ratio: 4 / 3; object-fit: cover; }
.entry :is(h2, h3) { font-size: 1.4rem; }
.entry .summary { margin-block: 0.4rem 0.6rem; text-wrap: pretty; }
.entry .meta, .entry .byline { display: flex; flex-wrap: wrap; gap: 0 0.9rem; }
.entry .tags { margin-block-start: 0.6rem; }
@media (max-width: 36rem) {
  .entry:has(img) { column-gap: 1rem; row-gap: 0; }
  :is(.inner .entry, .entry + .entry):has(img) > .words { display: contents; }
  .entry .words > :not(h2, h3, .kicker) { grid-column: 1 / -1; justify-self: start; }
  .entry img { grid-area: 1 / 2 / span 2; }
}
.front .entry:first-of-type { grid-template-columns: minmax(0, 1fr); }
.front .entry:first-of-type img { grid-area: auto; order: -1; margin-block-end: 0.6rem; aspect-ratio: 16 / 9; }
.front .entry:first-of-type h3 { font-size: clamp(1.7rem, 5vw, 2.4rem); letter-spacing: -0.01em; }
.front .entry:first-of-type .summary { font-size: 1.2rem; }
@media (min-width: 60rem) {
  .front main { display: grid; grid-template-columns: minmax(0, 1fr) 21rem; gap: 3rem; align-items: start; }
  .front .subscribe { margin-block-start: 2.3rem; position: sticky; inset-block-start: 1.5rem; }
}
.column { max-width: 44rem; margin-inline: auto; }
.inner .entries { margin-block-start: 2.25rem; }
.h-feed .form { color: var(--accent); white-space: nowrap; }
.subscribe .links { gap: 0.3rem; }
`;
