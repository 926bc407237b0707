import { describe, expect, it } from "vitest";
import { copiesIn, lineOf } from "./copies.ts";
import { ANYWHERE, withLineAt } from "./mutations.ts";
import { scoreOf } from "./score.ts";

const FOLDERS = ["layouts", "held-out", "unseen/english", "unseen/european", "unseen/scripts"];
/** So many lines are tried in each place; other places and copies get others. */
const EACH = 2;

/** What changes if one line of furniture stands between two lines of a copy. */
function changesIn(folder: string): { readonly tried: number; readonly changes: readonly string[] } {
  let tried = 0;
  const changes = copiesIn(folder).flatMap(({ name, text, expected }, copy) => {
    const lines = text.trimEnd().split("\n");
    const before = scoreOf(text, expected);
    const end = lineOf(expected.paragraphs.at(-1) ?? "1");
    const places = Array.from({ length: end - lineOf(expected.headline) }, (_, at) => lineOf(expected.headline) + at);
    return places.flatMap((at) =>
      Array.from(
        { length: EACH },
        (_, turn) => ANYWHERE[(copy * 7 + at * 11 + turn * 23) % ANYWHERE.length] ?? "",
      ).flatMap((line) => {
        tried += 1;
        const after = scoreOf(withLineAt(lines, at, line), expected, text);
        const isSame = after.right === before.right && after.invented.length === before.invented.length;
        return isSame && after.lost.length === before.lost.length
          ? []
          : [
              `${name}: "${line}" behind line ${at}: ${[...after.missing, ...after.invented].join(" / ").slice(0, 160)}`,
            ];
      }),
    );
  });
  return { tried, changes };
}

describe("one line of furniture anywhere between the headline and the last paragraph", () => {
  it.each(FOLDERS)("changes nothing else in %s", { timeout: 60_000 }, (folder) => {
    const { tried, changes } = changesIn(folder);
    console.info(`${folder}: ${changes.length} of ${tried} changed`);
    expect(changes.join("\n")).toBe("");
  });
});
