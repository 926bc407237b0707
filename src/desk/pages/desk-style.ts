import { ok } from "../../syntax/result.ts";
import type { OpenOperation } from "../operation.ts";
import { STYLE_PATH } from "../paths.ts";

export const GET_STYLE: OpenOperation = {
  kind: "page",
  id: "getStyleSheet",
  method: "GET",
  path: STYLE_PATH,
  access: "open",
  summary: "The style sheet of the pages of the desk",
  tag: "Pages",
  responses: { 200: { description: "The style sheet.", content: { "text/css": "text" } } },
  problems: [],
  async handler() {
    return ok(new Response(DESK_STYLE, { headers: { "Content-Type": "text/css; charset=utf-8" } }));
  },
};

/** Adds to the style sheet of the public pages, so that readers need not load the rules of the desk. */
const DESK_STYLE = `.desk > * + * { margin-block-start: 1.5rem; }
.desk { font: 1rem/1.5 var(--sans); }
.desk h1 { font-family: var(--serif); font-size: clamp(1.8rem, 5vw, 2.6rem); }
.desk h2 { font-size: 1.2rem; margin-block-end: 0.5rem; }
.desk h3 { font-size: 1.05rem; margin-block: 1rem 0.35rem; }
.desk .story { font-family: var(--serif); padding-block-start: 1.5rem; border-block-start: 1px solid var(--rule); }
.desk .story h2, .desk .story h3 { font-size: revert; }
.signed-in { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; justify-content: space-between; align-items: baseline; font-size: 0.9375rem; }
.signed-in nav { display: flex; gap: 1rem; }
.desk form.fields { display: grid; gap: 0.75rem; max-width: 38rem; }
.desk label { font-weight: 600; }
.desk :is(input[type="password"], textarea) { width: 100%; padding: 0.6rem 0.7rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 0.2rem; }
.desk button { justify-self: start; min-height: 2.75rem; padding: 0.5rem 1.1rem; font: 600 1rem/1.3 var(--sans); color: var(--paper); background: var(--accent); border: 0; border-radius: 0.2rem; cursor: pointer; }
.signed-in button { min-height: 2rem; padding: 0.3rem 0.7rem; font-size: 0.875rem; color: inherit; background: none; border: 1px solid var(--quiet); }
.desk .fault { padding: 0.6rem 0.8rem; border-inline-start: 3px solid var(--accent); background: var(--tint); }
.desk .counts { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; }
.desk .counts a[aria-current] { color: inherit; font-weight: 700; }
.desk .items li { padding-block: 0.6rem; border-block-start: 1px solid var(--rule); }
.desk .items li > p:first-child { font-weight: 600; }
.desk .about { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: 0.875rem; color: var(--quiet); }
.desk dl.facts-list { display: grid; gap: 0.3rem; font-size: 0.9375rem; }
.desk dl.facts-list > div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
.desk dl.facts-list dt { font-weight: 600; }
.desk dl.facts-list dd { min-width: 0; overflow-wrap: anywhere; }
.desk code { font: 0.875em/1.5 var(--mono); overflow-wrap: anywhere; }
.desk .operation > * + * { margin-block-start: 0.6rem; }
.desk .operation { padding-block: 1rem; border-block-start: 1px solid var(--rule); }
`;
