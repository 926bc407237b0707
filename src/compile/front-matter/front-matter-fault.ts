import { quoted } from "../content-fault.ts";
import { writtenLine } from "./written-line.ts";

type FrontMatterFault = { readonly line: number; readonly found?: string; readonly expected: string };

const RIGHT = "fields between two lines --- at the beginning of the file, the first of them in line 1";

/** Three hyphens as they are miswritten: too few or too many, with spaces, as dashes, or as other marks. */
const LIKE_A_MARK = /^[ \t]*(?:[-–—−][ \t]?){1,20}$|^[ \t]*(?:\*{3}|={3,20}|_{3}|\.{3}|\+{3}|;{3})[ \t]*$/;

/** How other programs mark fields that are not YAML. */
const OTHER_FORMS: readonly (readonly [mark: RegExp, form: string])[] = [
  [/^\+\+\+/, "TOML"],
  [/^---[ \t]*toml/i, "TOML"],
  [/^;;;/, "JSON"],
  [/^---[ \t]*json/i, "JSON"],
  [/^\{/, "JSON"],
];

/**
 * Says why a file does not begin with fields between two lines of three hyphens. Line numbers are those of the file.
 */
export function frontMatterFault(text: string): FrontMatterFault {
  const lines = text.split("\n").map((line) => line.trimEnd());
  const begin = lines.findIndex((line) => line !== "");
  const first = lines[begin] ?? "";
  const line = begin + 1;
  if (begin === -1) return { line: 1, found: "an empty file", expected: RIGHT };
  const form = OTHER_FORMS.find(([mark]) => mark.test(first))?.[1];
  if (form !== undefined)
    return {
      line,
      found: quoted(first),
      expected: `fields in YAML (title: A title) between two lines ---, not in ${form}`,
    };
  if (first === "---" && begin > 0)
    return { line, found: "empty lines before ---", expected: "the first line --- at the beginning, in line 1" };
  if (first === "---") return missingEnd(lines);
  if (/^---[ \t]*\S/.test(first) && !LIKE_A_MARK.test(first))
    return { line, found: quoted(first), expected: "--- and nothing else in this line" };
  if (LIKE_A_MARK.test(first)) return { line, found: quoted(first), expected: "three hyphens (---) in line 1" };
  if (/^[A-Za-z][\w -]{0,40}$/.test(writtenLine(first).name ?? ""))
    return { line, found: quoted(first), expected: "a line --- before the fields, and another one after them" };
  return { line: 1, found: quoted(first), expected: RIGHT };
}

/** For a file whose line 1 is right. */
function missingEnd(lines: readonly string[]): FrontMatterFault {
  const miswritten = lines.findIndex((line, index) => index > 0 && LIKE_A_MARK.test(line));
  if (miswritten !== -1) {
    const expected = "three hyphens (---) and nothing before them: the line that ends the fields";
    return { line: miswritten + 1, found: quoted(lines[miswritten] ?? ""), expected };
  }
  const gap = lines.findIndex((line, index) => index > 1 && line === "");
  return {
    line: gap === -1 ? lines.length : gap + 1,
    found: "no second line ---",
    expected: "a line --- after the fields, which ends them",
  };
}
