import { splitFrontMatter } from "../../compile/front-matter/split-front-matter.ts";
import type { Timestamp } from "../../model/timestamp.ts";

const FIELD = /^updated:.*$/m;

/**
 * Writes the field `updated` into the front matter of an article's text and leaves everything else as it is. The caller
 * has to compile the result: front matter may be written so that the line does not fit.
 */
export function withUpdated(text: string, updated: Timestamp): string {
  const yaml = splitFrontMatter(text)?.yaml.slice(1);
  if (yaml === undefined) return text;
  const field = `updated: ${updated}`;
  const end = yaml.endsWith("\r\n") ? "\r\n" : "\n";
  const dated = FIELD.test(yaml) ? yaml.replace(FIELD, field) : `${yaml}${field}${end}`;
  const start = text.indexOf("\n") + 1;
  return text.slice(0, start) + dated + text.slice(start + yaml.length);
}
