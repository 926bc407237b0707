/** The article's text: every element that the sanitiser allows, and the blocks of the Markdown directives. */
export const BODY_STYLE = `.body { font-size: var(--size-story); line-height: calc(var(--leading) + 0.05); hyphens: auto; hyphenate-limit-chars: 8 4 4; }
.body > * + * { margin-block-start: 1.15em; }
.body :is(h2, h3, h4) { margin-block-start: 1.9em; }
.body :is(h2, h3, h4) + * { margin-block-start: 0.5em; }
.body h2 { font-size: 1.55rem; }
.body h3 { font-size: 1.25rem; }
.body h4, .body h5, .body h6 { font-size: 1.1rem; }
.body :is(ul, ol) { padding-inline-start: 1.4em; }
.body ul { list-style: disc; }
.body li + li { margin-block-start: 0.35em; }
.body li::marker { color: var(--accent); }
.body li > * + * { margin-block-start: 0.5em; }
.body blockquote { margin-inline: 0; padding-inline-start: 1.2em; border-inline-start: 2px solid var(--rule); color: var(--quiet); }
.body blockquote > * + * { margin-block-start: 0.7em; }
.body .pull-quote { margin-block: 2em; padding-block: 1.1em 1.2em; border-block: 1px solid var(--rule); border-block-start: 3px solid var(--accent); hyphens: manual; }
.pull-quote blockquote { margin: 0; padding: 0; border: 0; color: inherit; font-size: clamp(1.45rem, 4.5vw, 1.85rem); line-height: calc(var(--tight) + 0.1); text-wrap: balance; }
.pull-quote .attribution { margin-block-start: 0.7em; font: 0.9375rem/1.5 var(--sans); color: var(--quiet); }
.related cite { font-style: normal; }
.pull-quote cite { font-style: normal; font-weight: 600; color: var(--ink); }
.body .related { padding-inline-start: 0.9em; border-inline-start: 3px solid var(--accent); font-size: 1.0625rem; line-height: calc(var(--leading) - 0.15); hyphens: manual; }
.related .label { display: block; font: 700 0.8125rem/1.5 var(--sans); letter-spacing: 0.04em; color: var(--quiet); }
.body figure { margin-block: 1.75em; }
.body img { display: block; }
.body :is(p, li, td) img { display: inline-block; vertical-align: middle; }
.body :is(sub, sup) { line-height: 0; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.body a { overflow-wrap: anywhere; }
.body hr { border: 0; margin-block: 2.2em; text-align: center; color: var(--quiet); }
.body hr::before { content: "* * *"; letter-spacing: 0.3em; }
.body :is(pre, code, kbd, samp) { font: 0.875em/1.5 var(--mono); hyphens: none; }
.body :not(pre) > code { padding: 0.1em 0.3em; background: var(--tint); overflow-wrap: anywhere; }
.body pre { padding: 0.9rem 1rem; direction: ltr; text-align: left; }
.body pre code { font-size: 1em; }
.wide, .body pre { --under: var(--paper); overflow-x: auto; background: linear-gradient(90deg, var(--under) 2rem, #0000 4rem calc(100% - 4rem), var(--under) calc(100% - 2rem)) local, linear-gradient(90deg, var(--quiet), var(--under) 1rem calc(100% - 1rem), var(--quiet)); }
.body pre { --under: var(--tint); }
.wide table { width: max-content; min-width: 100%; border-collapse: collapse; font: 0.9375rem/1.45 var(--sans); hyphens: manual; font-variant-numeric: tabular-nums; }
.wide :is(th, td) { max-width: 18rem; padding-block: 0.4rem; padding-inline: 0 1rem; border-block-end: 1px solid var(--rule); vertical-align: top; text-align: start; }
.wide .center { text-align: center; }
.wide .right { text-align: end; }
.wide thead th { border-block-end-color: var(--ink); }
`;
