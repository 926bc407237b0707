import { type BodyNote, collectNotes } from "./body/body-report.ts";
import { TOO_DEEP } from "./body/parse/nesting-limits.ts";
import { type ParsedBody, parseBody } from "./body/parse/parse-body.ts";
import type { ContentFault } from "./content-fault.ts";
import type { ReadArticle } from "./read-article.ts";

/**
 * An article whose body is a tree. Nothing has been looked up for it, and no stage after this one reads its text again.
 */
export type ParsedArticle = {
  readonly read: ReadArticle;
  /** Undefined if the body is nested too deeply to be parsed. */
  readonly body: ParsedBody | undefined;
  readonly faults: readonly ContentFault[];
  readonly warnings: readonly ContentFault[];
};

/** The first of the four stages: parse, collect references, resolve, emit. */
export function parseArticle(read: ReadArticle): ParsedArticle {
  const { value: body, faults, warnings } = withBodyNotes(read.file, () => parseBody(read.body));
  const notes = (list: readonly BodyNote[] = []) => list.map((note) => bodyFault(read.file, note));
  return {
    read,
    body,
    faults: [...read.faults, ...notes(body?.faults), ...faults],
    warnings: [...notes(body?.warnings), ...warnings],
  };
}

/**
 * Does a part of a body's compilation. `value` is undefined, and nesting a fault, if the body is nested too deeply for
 * the stack.
 */
export function withBodyNotes<Value>(
  file: string,
  work: (report: ReturnType<typeof collectNotes>["report"]) => Value,
): {
  readonly value: Value | undefined;
  readonly faults: readonly ContentFault[];
  readonly warnings: readonly ContentFault[];
} {
  const { report, faults, warnings } = collectNotes();
  const told = () => ({
    faults: faults.map((note) => bodyFault(file, note)),
    warnings: warnings.map((note) => bodyFault(file, note)),
  });
  try {
    return { value: work(report), ...told() };
  } catch (error) {
    // The parsers and the serializer call themselves for every level of nesting, and the stack ends at some thousands.
    if (!(error instanceof RangeError)) throw error;
    const [found, expected] = TOO_DEEP;
    const { faults: reported, warnings: warned } = told();
    return { value: undefined, faults: [...reported, { file, path: ["body"], found, expected }], warnings: warned };
  }
}

function bodyFault(file: string, note: BodyNote): ContentFault {
  return { file, path: ["body"], ...note };
}
