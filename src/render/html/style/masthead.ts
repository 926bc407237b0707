import type { Theme } from "../../../model/theme.ts";

/** The name, the tools and the sections. On a narrow window the sections are one line that scrolls. */
const MASTHEAD = `.masthead { padding-block: 1rem 0; font: var(--size-label)/1.4 var(--sans); }
.nameplate { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; justify-content: space-between; }
.masthead .title { font: 700 1.5rem/1.2 var(--headline); letter-spacing: -0.01em; }
.masthead .title a { color: inherit; text-decoration: none; }
.front .nameplate { padding-block: 0.75rem 0.5rem; }
.front .masthead .title { font-size: clamp(2.1rem, 7vw, 3.6rem); letter-spacing: -0.02em; line-height: 1.1; }
.masthead .description { color: var(--quiet); font: italic 1.0625rem/1.5 var(--serif); margin-block-start: 0.3rem; max-width: 44rem; }
.logo { display: block; width: auto; max-height: 2.6rem; background: none; }
.front .logo { max-height: 5rem; }
.tools { display: flex; gap: 0.5rem 1rem; align-items: center; }
.tools a:not(.button) { display: inline-block; padding: 0.4rem 0; color: var(--ink); }
.sections { margin-block-start: 0.75rem; border-block: 1px solid var(--rule); border-block-start: 3px solid var(--ink); }
.front .masthead:not(:has(.sections))::after { content: ""; display: block; margin-block-start: 0.75rem; border-block-start: 3px solid var(--ink); }
.sections ul { display: flex; gap: 0 1.5rem; overflow-x: auto; scrollbar-width: none; }
.sections a { display: block; padding-block: 0.6rem; color: var(--ink); font-weight: 600; text-decoration: none; white-space: nowrap; box-shadow: inset 0 -3px transparent; }
.sections a:hover, .sections a[aria-current] { box-shadow: inset 0 -3px var(--accent); }
.sections a:focus-visible { outline-offset: -0.17rem; }
@media (min-width: 48rem) {
  .sections ul { flex-wrap: wrap; overflow: visible; }
}
`;

const CENTRE = `@media (min-width: 48rem) {
  .front .nameplate { position: relative; justify-content: center; text-align: center; }
  .front .tools { position: absolute; inset-inline-end: 0; inset-block-start: 0.75rem; }
  .front .logo, .front .description { margin-inline: auto; }
  .front .title { padding-inline: 11rem; }
  .sections ul { justify-content: center; }
}
`;

/** The ground is in the accent from edge to edge, however wide the window is. */
const BAND = `.nameplate { position: relative; isolation: isolate; color: var(--paper); margin-block-start: -1rem; padding-block: 1rem; }
.front .nameplate { padding-block: 1.75rem 1.25rem; }
.nameplate::before { content: ""; position: absolute; z-index: -1; inset-block: 0; inset-inline: calc(50% - 50vw); background: var(--accent); }
.masthead .description, .tools a:not(.button) { color: inherit; }
.nameplate .button { background: var(--paper); color: var(--accent); border-color: var(--paper); }
.nameplate .button:hover { color: var(--ink); }
.nameplate :focus-visible { outline-color: var(--paper); }
.sections { margin-block-start: 0; border-block-start: 0; }
body { overflow-x: clip; }
`;

/** The rules of the masthead by the header that a theme asks for. */
export const MASTHEAD_STYLES: Readonly<Record<NonNullable<Theme["header"]>, string>> = {
  start: MASTHEAD,
  centre: MASTHEAD + CENTRE,
  band: MASTHEAD + BAND,
};
