import { z } from "zod";

/**
 * A part of a line: its number, counted from 1, and what the part stands behind and before. The text of a file from
 * elsewhere is never in the expectation: `"5"` is line 5, `["5", "(", ")"]` what is in its last brackets.
 */
const part = z.union([
  z.string().regex(/^\d+$/),
  z.tuple([z.string().regex(/^\d+$/), z.string()]),
  z.tuple([z.string().regex(/^\d+$/), z.string(), z.string()]),
]);
export type Part = z.infer<typeof part>;

/** What a person reads off a piece of wire copy. */
export const expectation = z.strictObject({
  zone: z.string().optional(),
  published_option: z.string().optional(),
  headline: part,
  standfirst: part.optional(),
  byline: z.array(z.string()).default([]),
  agency: z.string().optional(),
  dateline: z.string().optional(),
  published: z.string(),
  updated: z.string().optional(),
  caption: part.optional(),
  credit: part.optional(),
  quotes: z
    .array(z.strictObject({ text: z.array(part), by: z.string().optional(), role: z.string().optional() }))
    .default([]),
  related: z.array(z.strictObject({ label: z.string(), title: part })).default([]),
  paragraphs: z.array(part),
});
export type Expectation = z.infer<typeof expectation>;

/** The lines of a text as an author's editor numbers them, without what stands at their ends. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/[\s\u200b\ufeff]+/g, (run) => (run === "\u00a0" ? run : " ")).trim());
}

export function textOf(part: Part, lines: readonly string[]): string {
  const [number, after = "", before = ""] = typeof part === "string" ? [part] : part;
  const line = lines[Number(number) - 1] ?? "";
  const start = after === "" ? 0 : line.lastIndexOf(after) + after.length;
  if (after !== "" && !line.includes(after)) throw new Error(`line ${number} has no "${after}"`);
  const end = before === "" ? line.length : line.lastIndexOf(before);
  if (end < start) throw new Error(`line ${number} has no "${before}" behind "${after}"`);
  return line.slice(start, end).trim();
}
