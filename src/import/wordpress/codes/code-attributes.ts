import { decodeEntities } from "../text/decode-entities.ts";

/** The attributes of a short code: values by name in lower case, and values without a name in their order. */
export type CodeAttributes = { readonly named: ReadonlyMap<string, string>; readonly bare: readonly string[] };

const ATTRIBUTE = /([\w:-]+)[ \n\t]*=[ \n\t]*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|([^\s"']+)/g;

/** Tags that the paragraphs of the text have put between the attributes. */
const LAYOUT = /<br \/>|<\/?p>/g;

/** Reads `ids="1,2" columns=3 "a value" word`. Values are plain text, except that they may contain tags. */
export function readCodeAttributes(source: string): CodeAttributes {
  const named = new Map<string, string>();
  const bare: string[] = [];
  for (const [, name, double, single, word, ...values] of source.replace(LAYOUT, " ").matchAll(ATTRIBUTE)) {
    const value = decodeEntities(double ?? single ?? word ?? values.find((each) => each !== undefined) ?? "");
    if (name === undefined) bare.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { named, bare };
}
