import { fetchPlainly } from "../fetch-plainly.ts";
import type { RunningNewsroom } from "../newsroom/start-newsroom.ts";

const HEADERS = { "Accept-Encoding": "identity" };
const SHOWN = 300;

/**
 * Asks file mode and the newsroom for the same paths, and compares status, `Location` and body.
 *
 * @returns how many documents were compared
 * @throws at the first difference, with the place of it
 */
export async function compareDocuments(
  port: number,
  newsroom: RunningNewsroom,
  paths: readonly string[],
): Promise<number> {
  for (const path of paths) {
    const ours = await fetchPlainly(port, path, HEADERS);
    const theirs = await newsroom.ask({ path, headers: HEADERS });
    const texts = [withoutHub(ours.body.toString("utf8")), withoutHub(theirs.body)] as const;
    const heads = [
      `${ours.status} ${ours.headers.location ?? ""}`,
      `${theirs.status} ${theirs.headers.location ?? ""}`,
    ];
    if (heads[0] !== heads[1]) throw new Error(`${path}: file mode answers ${heads[0]}, the newsroom ${heads[1]}`);
    if (texts[0] === texts[1]) continue;
    const at = Math.max(0, firstDifference(...texts) - SHOWN / 3);
    throw new Error(
      `${path} differs\nfile mode: ${texts[0].slice(at, at + SHOWN)}\nnewsroom: ${texts[1].slice(at, at + SHOWN)}`,
    );
  }
  return paths.length;
}

/** Only a newsroom has a hub. Its documents name it, and its pages name themselves as topics. */
function withoutHub(text: string): string {
  return text
    .replace(/^ *<(?:atom:)?link [^>]*rel="hub"[^>]*>\n/gm, "")
    .replace(/^ *<cloud [^>]*>\n/gm, "")
    .replace(/<link rel="(?:hub|self)"[^>]*>/g, "")
    .replace(/ *"hubs": *\[[^\]]*\],?\n?/g, "");
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
