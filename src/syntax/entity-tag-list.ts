import { err, ok, type Result } from "./result.ts";

/** `expected` says what would be right, with the tag as it should be written if that can be told. */
export type EntityTagFault = { readonly expected: string };

const TAG = /^(?:W\/)?"[\x21\x23-\x7E\x80-\xFF]*"/;
const CURLY = /[“”„‟«»‘’]|\\"|&quot;|%22/g;

/**
 * Strict: the members of `If-Match` or `If-None-Match` (RFC 9110 sections 13.1.1 and 13.1.2): `*`, or entity tags with
 * commas between them. Empty members are skipped (section 5.6.1), but a list of nothing else is a fault.
 *
 * @param name of the header, for the example in the fault
 */
export function readEntityTagList(field: string, name: string): Result<"*" | readonly string[], EntityTagFault> {
  const text = field.trim();
  if (text === "*") return ok("*");
  const tags: string[] = [];
  let rest = text;
  while (rest !== "") {
    const [tag] = TAG.exec(rest) ?? [];
    if (tag !== undefined) {
      tags.push(tag);
      rest = rest.slice(tag.length).trimStart();
      if (rest !== "" && !rest.startsWith(",")) return fault(text, name);
    } else if (!rest.startsWith(",")) return fault(text, name);
    rest = rest.slice(1).trimStart();
  }
  return tags.length > 0 ? ok(tags) : fault(text, name);
}

function fault(text: string, name: string) {
  if (text.replaceAll(",", "").trim() === "")
    return err({ expected: `an entity tag in quotation marks, or no ${name}` });
  if (/(?:^|,)\s*\*\s*(?:,|$)/.test(text)) return err({ expected: `either * alone, or entity tags, in ${name}` });
  const meant = text.split(",").map(quotedTag);
  const example = meant.every((tag) => tag !== undefined) ? `: ${name}: ${meant.join(", ")}` : "";
  return err({
    expected: `the entity tag as the ETag header has it. Quote it: its quotation marks are part of it${example}`,
  });
}

/** What a member without the right quotation marks was meant to be. Undefined if that cannot be told. */
function quotedTag(member: string): string | undefined {
  const plain = member.trim().replace(CURLY, '"');
  const [, weak = "", opaque = ""] = /^(W\/)?["'`]?([^"'`\s]+)["'`]?$/i.exec(plain) ?? [];
  const tag = `${weak.toUpperCase()}"${opaque}"`;
  return opaque !== "" && TAG.exec(tag)?.[0] === tag ? tag : undefined;
}
