import { ok, type Result } from "../../syntax/result.ts";
import type { ImportNote } from "../feeds/import-note.ts";
import type { EntryFault } from "../feeds/imported-entry.ts";
import { htmlOfText } from "../feeds/plain-text.ts";
import { MAIL_CARD } from "./lexical-state.ts";
import { publicHtml } from "./members-only.ts";
import { parsedJson } from "./parsed-json.ts";

/** A post's text as Ghost's editor stored it. Ghost before version 1.0 stored Markdown. */
export type GhostSource = { readonly kind: "lexical" | "mobiledoc" | "markdown"; readonly text: string };

/** HTML as Ghost shows it on the site. The fault says why the source cannot be rendered. */
export type GhostRendering = Result<GhostBody, EntryFault>;

export type GhostRenderer = (source: GhostSource) => Promise<GhostRendering>;

/** The members of a post that may have its text. */
type Sources = {
  readonly html?: string | null | undefined;
  readonly lexical?: string | null | undefined;
  readonly mobiledoc?: string | null | undefined;
  readonly markdown?: string | null | undefined;
  readonly plaintext?: string | null | undefined;
};

/** The text of a post as HTML, and notes about what it lost. */
export type GhostBody = { readonly html: string; readonly notes: readonly ImportNote[] };

/**
 * The text of a post: its HTML, else what Ghost's renderer makes of the source that the editor stored, else its plain
 * text. Returns undefined if the post has none of them.
 *
 * @param placed replaces the placeholder of addresses with the address of the site
 * @param render renders the source of a post that has no HTML
 */
export async function ghostBody(
  post: Sources,
  placed: (text: string) => string,
  render: GhostRenderer,
): Promise<Result<GhostBody | undefined, EntryFault>> {
  const { html, lexical, mobiledoc, plaintext } = post;
  if (html) return ok(withNotes(placed(html), mailCards(lexical, mobiledoc)));
  const source = sourceOf(post);
  if (source) {
    const rendered = await render({ ...source, text: placed(source.text) });
    return rendered.ok ? ok(withNotes(placed(rendered.value.html), rendered.value.notes)) : rendered;
  }
  if (plaintext) return ok({ html: htmlOfText(plaintext), notes: [] });
  return ok(html === "" ? { html: "", notes: [] } : undefined);
}

function sourceOf({ lexical, mobiledoc, markdown }: Sources): GhostSource | undefined {
  if (lexical) return { kind: "lexical", text: lexical };
  if (mobiledoc) return { kind: "mobiledoc", text: mobiledoc };
  return markdown ? { kind: "markdown", text: markdown } : undefined;
}

function withNotes(html: string, notes: readonly ImportNote[]): GhostBody {
  const open = publicHtml(html);
  return { html: open.html, notes: [...notes, ...open.notes] };
}

/** Notes about cards that are in the source of a post and, since only e-mails show them, not in its HTML. */
function mailCards(lexical: string | null | undefined, mobiledoc: string | null | undefined): readonly ImportNote[] {
  const source = lexical || mobiledoc || "";
  if (!source.includes('"email')) return [];
  const parsed = parsedJson(source);
  if (!parsed.ok) return [];
  return cardsIn(parsed.value).flatMap(([name, html]) =>
    name === "email" || name === "email-cta" ? [{ kind: "lost", message: MAIL_CARD, found: html.slice(0, 200) }] : [],
  );
}

/** The kind and the HTML of each card at the top of a document in Lexical or Mobiledoc. */
function cardsIn(document: unknown): readonly (readonly [string, string])[] {
  const { root, cards } = membersOf(document);
  const { children } = membersOf(root);
  const nodes: readonly unknown[] = Array.isArray(children) ? children : [];
  const pairs: readonly unknown[] = Array.isArray(cards) ? cards : [];
  const named = [
    ...nodes.map((node) => [membersOf(node).type, node]),
    ...pairs.map((pair) => (Array.isArray(pair) ? [pair[0], pair[1]] : [])),
  ];
  return named.map(([name, card]) => [String(name), String(membersOf(card).html ?? "")] as const);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
