import { escapeHtml } from "../../syntax/html.ts";

const ADDRESS = /https?:\/\/[^\s<>"]{1,2000}/g;
/** What ends a sentence, and is not meant as the end of an address. */
const AFTER = /[.,;:!?'"”’»)\]}…]/;

/** Plain text as HTML: empty lines separate paragraphs, other line feeds become breaks, and addresses become links. */
export function htmlOfPlainText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n\s*/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map((block) => `<p>${withLinks(block).replaceAll("\n", "<br>")}</p>`)
    .join("\n");
}

function withLinks(text: string): string {
  let html = "";
  let end = 0;
  for (const { index, 0: found } of text.matchAll(ADDRESS)) {
    const address = found.slice(0, lengthOf(found));
    const isAddress = URL.canParse(address);
    html += escapeHtml(text.slice(end, index));
    html += isAddress ? `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>` : escapeHtml(address);
    end = index + address.length;
  }
  return html + escapeHtml(text.slice(end));
}

/** A closing bracket is part of an address that contains the opening one: `/wiki/Tide_(sea)`. */
function lengthOf(address: string): number {
  let length = address.length;
  while (length > 0 && AFTER.test(address[length - 1] ?? "")) {
    if (address[length - 1] === ")" && address.lastIndexOf("(", length) !== -1) break;
    length -= 1;
  }
  return length;
}
