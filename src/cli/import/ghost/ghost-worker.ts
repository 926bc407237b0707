import { createRequire } from "node:module";
import { setImmediate } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import type { GhostRendering, GhostSource } from "../../../import/ghost/ghost-body.ts";
import { type LexicalKinds, readLexical } from "../../../import/ghost/lexical-state.ts";
import { readMobiledoc } from "../../../import/ghost/mobiledoc.ts";
import { err, ok } from "../../../syntax/result.ts";

/**
 * Renders the sources of posts with Ghost's own libraries, in a thread of its own: a message with a source gets a
 * message with its rendering.
 */

// Only the CommonJS builds of these packages run in Node: their ES modules import names from a CommonJS `lexical`.
const require = createRequire(import.meta.url);
const {
  LexicalHTMLRenderer,
}: typeof import("@tryghost/kg-lexical-html-renderer") = require("@tryghost/kg-lexical-html-renderer");
const {
  DEFAULT_NODES,
  KoenigDecoratorNode,
}: typeof import("@tryghost/kg-default-nodes") = require("@tryghost/kg-default-nodes");
const { mobiledocToLexical }: typeof import("@tryghost/kg-converters") = require("@tryghost/kg-converters");

/** Nodes that the renderer knows by itself. */
const OWN_KINDS = ["heading", "link", "linebreak", "list", "listitem", "paragraph", "quote", "root", "tab", "text"];

// The others replace a class by its extended one in the editor. Both render alike.
const classes = DEFAULT_NODES.flatMap((each) => ("replace" in each ? [] : [each]));
const cards = classes.filter(({ prototype }) => prototype instanceof KoenigDecoratorNode);
const kinds: LexicalKinds = {
  all: new Set([...OWN_KINDS, ...classes.map((each) => each.getType())]),
  cards: new Set(cards.map((each) => each.getType())),
};

const errors: unknown[] = [];
const renderer = new LexicalHTMLRenderer({ nodes: classes, onError: (error) => errors.push(error) });
// The renderer does not wait for its last step, so an exception in it is an unhandled rejection.
process.on("unhandledRejection", (reason) => errors.push(reason));

async function rendered(text: string): Promise<GhostRendering> {
  const read = readLexical(text, kinds);
  if (!read.ok) return read;
  const { json, isEmpty, notes } = read.value;
  if (isEmpty) return ok({ html: "", notes });
  errors.length = 0;
  // The renderer throws if it cannot read the document.
  const html = await renderer.render(json).catch((error: unknown) => {
    errors.push(error);
    return "";
  });
  await setImmediate();
  const [error] = errors;
  if (error === undefined) return ok({ html, notes });
  return err({ message: `Ghost's renderer fails on it: ${error instanceof Error ? error.message : String(error)}` });
}

function asLexical({ kind, text }: GhostSource): GhostRendering | string {
  if (kind === "lexical") return text;
  if (kind === "markdown") return JSON.stringify({ root: { children: [{ type: "markdown", markdown: text }] } });
  const read = readMobiledoc(text);
  return read.ok ? mobiledocToLexical(read.value) : read;
}

parentPort?.on("message", async (source: GhostSource) => {
  const lexical = asLexical(source);
  parentPort?.postMessage(typeof lexical === "string" ? await rendered(lexical) : lexical);
});
