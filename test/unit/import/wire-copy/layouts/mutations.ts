import fc from "fast-check";

/** Changes to a copy that a person reads over: what was in a field before is in it after. */
export type Mutation = (lines: readonly string[], random: (below: number) => number) => readonly string[];

/** Lines that pages put between the elements of a header. The last ones are on no list of the importer. */
const FURNITURE = [
  ..."Share|Save|4 min read|Advertisement|Listen to this article|12 Comments|Print|Follow us|Updated 2 hours ago".split(
    "|",
  ),
  ..."Teilen|Partager|Compartir|Condividi|Поделиться|مشاركة|分享|共有する|공유|Anzeige|Publicité|Publicidad|广告|広告".split(
    "|",
  ),
  ..."1 of 5|3 min|Copy link|Sign up|Related topics|Live|Gift 10 articles|Tap to unmute|Harbour & coast".split("|"),
];

/** Lines that pages put anywhere, also between the paragraphs. */
export const ANYWHERE = [
  ..."Share|Save|4 min read|Advertisement|Listen to this article|12 Comments|Copy link|Make us preferred on Google|Print".split(
    "|",
  ),
  ..."Read later|Sponsor Message|Close Ad|Sign up for our newsletter|Follow us on WhatsApp|Article continues below".split(
    "|",
  ),
  ..."Teilen|Anzeige|Artikel anhören|Lesezeit: 3 Minuten|3 Kommentare|Merken|Partager|Publicité|Lecture 3 min".split(
    "|",
  ),
  ..."Réservé aux abonnés|Compartir|Publicidad|Síguenos en WhatsApp|2 min de lectura|Condividi|Pubblicità".split("|"),
  ..."2 minuti di lettura|Compartilhar|Publicidade|Ouvir|Поделиться|Реклама|2 мин.|مشاركة|إعلان|استمع|שיתוף|פרסומת".split(
    "|",
  ),
  ..."シェア|広告|保存|分享|广告|收藏|공유|광고|댓글 3".split("|"),
] as const;

/** Puts one line in one place. */
export function withLineAt(lines: readonly string[], at: number, line: string): string {
  return [...lines.slice(0, at), line, ...lines.slice(at)].join("\n");
}

/** Puts one to three lines of furniture between lines of the header below the headline. */
export const withFurniture =
  (headline: number, body: number): Mutation =>
  (lines, random) => {
    const result = [...lines];
    for (let count = 1 + random(3); count > 0; count -= 1) {
      const line = FURNITURE[random(FURNITURE.length)] ?? "Share";
      result.splice(headline + random(Math.max(1, body - headline)), 0, line);
    }
    return result;
  };

export const withBlankLines: Mutation = (lines) => lines.flatMap((line) => (line === "" ? ["", ""] : [line, ""]));
export const withoutBlankLines: Mutation = (lines) => lines.filter((line) => line !== "");
export const withSpaces: Mutation = (lines, random) =>
  lines.map((line) => `${[" ", "\t", "\u00a0 ", ""][random(4)]}${line}${["  ", "\u00a0", " \t", ""][random(4)]}`);

/** The ends of lines of other systems, and a byte order mark. */
export const END = fc.constantFrom("\n", "\r\n", "\r");
