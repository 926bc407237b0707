import type { Publication } from "../../../model/publication.ts";
import { type Player, playerOf } from "../../../site/players.ts";
import { escapeHtml } from "../../../syntax/html.ts";

/** A paragraph that is a link to the page of a player, in the form in which the compiler writes it. */
const LINK = /<p class="player"><a href="([^"<>]*)">/g;

/** The characters that the serializer of a body writes as references in an attribute. */
const REFERENCES: Readonly<Record<string, string>> = { "&#x26;": "&", "&#x22;": '"', "&amp;": "&" };

function playerAt(written: string, { players }: Pick<Publication, "players">): Player | undefined {
  const page = written.replace(/&(?:#x26|#x22|amp);/g, (reference) => REFERENCES[reference] ?? reference);
  return playerOf(page, players?.peertube ?? []);
}

/** The players that an article's text shows. */
export function playersIn(body: string, publication: Pick<Publication, "players">): readonly Player[] {
  return [...body.matchAll(LINK)].flatMap(([, written = ""]) => playerAt(written, publication) ?? []);
}

/**
 * Gives each link to a player the address of its frame, which our script puts in place of the link when somebody
 * clicks on it. Without the script, the link leads to the page.
 */
export function withPlayers(body: string, publication: Pick<Publication, "players">): string {
  if (!body.includes('class="player"')) return body;
  return body.replace(LINK, (tag, written: string) => {
    const player = playerAt(written, publication);
    if (!player) return tag;
    const { frame, kind, name } = player;
    return `<p class="player ${kind}" data-frame="${escapeHtml(frame)}" data-name="${escapeHtml(name)}"><a href="${written}">`;
  });
}
