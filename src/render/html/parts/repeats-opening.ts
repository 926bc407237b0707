/** How much of a body, in UTF-16 units of HTML, is looked at for its opening. */
const OPENING = 8_000;

/**
 * Whether the summary already stands, word for word, where the body begins: it was taken from the first paragraph, and a reader need not
 * be told twice.
 */
export function repeatsOpening(summary: string, body: string): boolean {
  const words = oneLine(summary.replace(/\s*(?:…|\.{3})$/, ""));
  return oneLine(plainText(body.slice(0, OPENING))).includes(words);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const REFERENCES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text of serialized HTML, near enough for a comparison. */
function plainText(html: string): string {
  return html
    .replace(/<\/?[a-z](?:"[^"]*"|[^">])*>/g, "")
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hexadecimal, decimal, name) => {
      if (name) return REFERENCES[name] ?? whole;
      const point = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
}
