/** The parts around an article's text: headline, byline, times, lead picture, attachments, corrections and facts. */
export const ARTICLE_STYLE = `.story { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, var(--measure)) minmax(0, 1fr); }
.story > * { grid-column: 2; min-width: 0; }
.story > header { margin-block-end: 1.5rem; }
.story h1 { font-size: clamp(2.1rem, 6vw, 3.25rem); letter-spacing: -0.015em; hyphens: auto; hyphenate-limit-chars: 12 5 5; }
.story h1.long { font-size: clamp(1.85rem, 5vw, 2.6rem); }
.story h1.very-long { font-size: clamp(1.6rem, 4vw, 2.1rem); }
.standfirst { font-size: 1.3rem; line-height: calc(var(--leading) - 0.15); color: var(--quiet); margin-block-start: 0.7rem; text-wrap: pretty; }
.notice { margin-block-start: 0.8rem; padding: 0.5rem 0.8rem; border: 1px dashed var(--accent); font: 0.9375rem/1.5 var(--sans); }
.story .byline { margin-block-start: 1.1rem; font-size: 0.9375rem; display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; }
.story .byline .people { color: var(--ink); font-weight: 600; }
.byline a { color: inherit; }
.story .times { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; margin-block-start: 0.25rem; }
:is(.times, .tags, .kicker, .entry :is(h2, h3)) a { color: inherit; text-decoration: none; }
:is(.times, .tags, .kicker, .entry :is(h2, h3)) a:hover { text-decoration: underline; }
figure.lead { margin-block-end: 1.75rem; }
.story > .lead:has(img) { grid-column: 1 / -1; justify-self: center; width: 100%; max-width: 54rem; }
figure.lead img { display: block; width: 100%; max-height: 85vh; object-fit: contain; }
.pictureless { padding-block: 0.7rem; border-block: 1px solid var(--rule); }
figcaption { padding-block-start: 0.55rem; }
.pictureless figcaption { padding: 0; }
.credit { font-size: 0.75rem; letter-spacing: 0.03em; white-space: nowrap; }
.corrections, .attachments, footer.facts { margin-block-start: 2.25rem; padding-block-start: 0.9rem; border-block-start: 1px solid var(--rule); }
.corrections h2, .attachments h2 { font: 700 1.0625rem/1.4 var(--sans); margin-block-end: 0.5rem; }
.corrections { padding: 0.9rem 1.1rem; border: 0; border-inline-start: 3px solid var(--accent); background: var(--tint); }
.corrections li { font-size: 1rem; }
.corrections .when { display: block; }
.corrections li + li, .attachments li + li { margin-block-start: 1rem; }
.attachments audio, .attachments video { display: block; width: 100%; margin-block-end: 0.4rem; }
.file a { font-weight: 600; }
footer.facts dl { display: grid; gap: 0.5rem; }
footer.facts dl > div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
footer.facts dt { font-weight: 600; flex: 0 0 auto; }
footer.facts dd { flex: 1 1 12rem; min-width: 0; overflow-wrap: anywhere; }
.body .player[data-frame] { margin-block: 1.75em; }
.player[data-frame] > :is(a, iframe) { display: block; width: 100%; border: 0; background: var(--tint); }
.player[data-frame] > a { display: grid; place-content: center; justify-items: center; gap: 0.6rem; padding: 1rem; text-align: center; hyphens: manual; }
.player[data-frame] > a::before { content: "▶"; font: 1.75rem/2 var(--sans); width: 2em; border-radius: 50%; background: var(--accent); color: var(--paper); }
.player[data-frame]::after { content: attr(data-name); font: 0.8125rem/1.6 var(--sans); color: var(--quiet); }
.player.film > :is(a, iframe) { aspect-ratio: 16 / 9; }
.player.sound > :is(a, iframe) { min-height: 10.5rem; }
.comments { max-width: var(--measure); margin: 2.25rem auto 0; }
.authors, .related-articles, .inner main > .neighbours, .subscribe-line { max-width: var(--measure); margin: 2.5rem auto 0; }
.authors { display: grid; gap: 1.25rem; padding-block: 1.25rem; border-block: 1px solid var(--rule); }
.related-articles { max-width: none; padding-block-start: 1rem; border-block-start: 3px solid var(--ink); }
.related-articles > h2 { font: 700 1.0625rem/1.4 var(--sans); margin-block-end: 1rem; }
.related-articles .grid { grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); }
.related-articles .card { max-width: 26rem; }
.related-articles .card :is(h2, h3) { font-size: 1.15rem; }
.related-articles .summary { display: none; }
.inner main > .neighbours { max-width: var(--column); }
.subscribe-line { padding: 0.7rem 1rem; background: var(--tint); font: var(--size-label)/1.5 var(--sans); text-align: center; }
`;
