/** The length of the opening, in UTF-16 code units of the body's HTML. */
const MAX_OPENING = 8_000;

/**
 * Whether the opening of the body contains the summary word for word. It does if the summary was taken from the first
 * paragraph; the page then does not show it twice.
 */
export function repeatsOpening(summary: string, body: string): boolean {
  const words = oneLine(summary.replace(/(?<!\s)\s*(?:…|\.{3})$/, ""));
  return oneLine(plainText(body.slice(0, MAX_OPENING))).includes(words);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const REFERENCES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text of serialized HTML. It is exact enough for a comparison, and for nothing else. */
function plainText(html: string): string {
  return html
    .replace(/<\/?[a-z](?:"[^"]*"|[^"<>])*>/g, "")
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hexadecimal, decimal, name) => {
      if (name) return REFERENCES[name] ?? whole;
      const point = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
}
