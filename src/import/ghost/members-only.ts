import type { ImportNote } from "../feeds/import-note.ts";
import { plainText } from "../feeds/plain-text.ts";

/** HTML that every reader may see, and notes about what was left out. */
export type PublicHtml = { readonly html: string; readonly notes: readonly ImportNote[] };

const BEGIN = "<!--kg-gated-block:begin";
const END = "<!--kg-gated-block:end-->";
const PAYWALL = "<!--members-only-->";

/**
 * Removes the cards of a public post that Ghost shows to its members only. Ghost marks them with a pair of comments.
 * The comment where a post's part for members begins means nothing in a public post: Ghost shows all of it.
 */
export function publicHtml(html: string): PublicHtml {
  const notes: ImportNote[] = [];
  const kept: string[] = [];
  let at = 0;
  for (let begin = html.indexOf(BEGIN); begin !== -1; begin = html.indexOf(BEGIN, at)) {
    const open = html.indexOf("-->", begin);
    const end = open === -1 ? -1 : html.indexOf(END, open);
    if (end === -1) break;
    const isForAll = /\bnonMember:true\b/.test(html.slice(begin, open));
    const inner = html.slice(open + 3, end);
    kept.push(html.slice(at, begin), isForAll ? inner : "");
    if (!isForAll) notes.push({ kind: "lost", message: GATED, found: plainText(inner)?.slice(0, 200) });
    at = end + END.length;
  }
  const all = [...kept, html.slice(at)].join("");
  if (!all.includes(PAYWALL)) return { html: all, notes };
  const found = plainText(all.slice(all.indexOf(PAYWALL) + PAYWALL.length))?.slice(0, 200);
  notes.push({ kind: "guessed", message: WALL, found });
  return { html: all.replaceAll(PAYWALL, ""), notes };
}

const GATED = "a card that Ghost shows to members or in e-mails only was left out";
const WALL = "the part for members of a post that is public: it was kept, as Ghost shows it to everyone";
