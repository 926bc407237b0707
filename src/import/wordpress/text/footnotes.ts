import * as z from "zod";
import { escapeHtml } from "../../../syntax/html.ts";
import { noteLoss, type WordPressPost } from "../wordpress-post.ts";

/** A note of a post, under the name by which its mark in the text refers to it. `html` is its content. */
export type Footnote = { readonly id: string; readonly html: string };

/** Stands where the list of notes belongs. */
export const FOOTNOTES_PLACE = "\u0003";

const MARK = /<sup\b[^<>]*\sdata-fn="([^"<>]+)"[^<>]*>(?:<a\b[^<>]*>)?[^<]*(?:<\/a>)?<\/sup>/g;

const listSchema = z.array(z.object({ id: z.string(), content: z.string() }));

/** The notes that the block editor keeps in a field beside the text. */
export function footnotesIn(post: WordPressPost): readonly Footnote[] {
  if (post.footnotes === undefined) return [];
  try {
    return listSchema.parse(JSON.parse(post.footnotes)).map(({ id, content }) => ({ id, html: content }));
  } catch {
    noteLoss(post, "footnotes that cannot be read", post.footnotes);
    return [];
  }
}

/** The mark of a note in the text. */
export function footnoteMark(id: string): string {
  return `<sup data-fn="${escapeHtml(id)}"></sup>`;
}

/** Links the marks and the notes with each other, in the form in which Markdown's footnotes are compiled. */
export function placeFootnotes(html: string, notes: readonly Footnote[], post: WordPressPost): string {
  if (notes.length === 0 && !html.includes("data-fn=")) return html.replaceAll(FOOTNOTES_PLACE, "");
  const numbers = new Map<string, number>();
  const byId = new Map(notes.map((note) => [note.id, note]));
  const linked = html.replace(MARK, (whole, id: string) => {
    if (!byId.has(id)) {
      noteLoss(post, "a footnote without a text in the export", whole);
      return "";
    }
    const isFirst = !numbers.has(id);
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `<sup><a href="#fn-${number}" role="doc-noteref"${isFirst ? ` id="fnref-${number}"` : ""}>${number}</a></sup>`;
  });
  // Notes that no mark refers to stand last, and lead nowhere.
  const ordered = [...numbers.keys(), ...notes.map(({ id }) => id).filter((id) => !numbers.has(id))];
  const items = ordered.map((id, index) => {
    const back = numbers.has(id) ? ` <a href="#fnref-${index + 1}" role="doc-backlink">↩</a>` : "";
    return `<li id="fn-${index + 1}"><p>${byId.get(id)?.html ?? ""}${back}</p></li>`;
  });
  const list =
    items.length === 0
      ? ""
      : `\n<section class="footnotes" role="doc-endnotes">\n<ol>\n${items.join("\n")}\n</ol>\n</section>\n`;
  const place = linked.indexOf(FOOTNOTES_PLACE);
  const whole = place === -1 ? linked + list : linked.slice(0, place) + list + linked.slice(place);
  return whole.replaceAll(FOOTNOTES_PLACE, "");
}
