import * as z from "zod";
import { suggestLanguage } from "./language-names.ts";
import { canonicalLanguage } from "./language-tag.ts";
import { MAX_SLUG_BYTES, slugBytes } from "./slug.ts";
import { isTagUri } from "./tag-uri.ts";
import { cleanLine, cleanText } from "./text.ts";
import { parseTimestamp, type Timestamp, type TimestampFault } from "./timestamp.ts";

/**
 * The building blocks of the schemas of the model. Each turns unknown input into a clean value, or says what is
 * expected.
 */

/** One line of text, which must not be empty after cleaning. */
export const line = z
  .string()
  .transform(cleanLine)
  .refine((text) => text !== "", { error: "expected some text" });

/** Text of any number of lines. */
export const text = z.string().transform((value) => cleanText(value).trim());

const TIMESTAMP_HINT: Record<TimestampFault, string> = {
  malformed: "expected a time such as 2026-11-24T09:30:00+08:00",
  "no zone": "expected a zone at the end, such as +08:00 or Z",
  "no such date": "expected a date and time that exist",
};

export const timestamp = z.string().transform((value, context): Timestamp => {
  const read = parseTimestamp(value);
  if (read.ok) return read.value;
  context.addIssue({ code: "custom", message: TIMESTAMP_HINT[read.error], input: value });
  return z.NEVER;
});

/** An absolute http or https address, in the normal form of the URL Standard. */
export const webAddress = z.string().transform((value, context): string => {
  const url = URL.parse(value.trim());
  const fault = webAddressFault(url);
  if (fault === undefined && url) return url.href;
  context.addIssue({ code: "custom", message: fault ?? "expected an address", input: value });
  return z.NEVER;
});

function webAddressFault(url: URL | null): string | undefined {
  if (!url) return "expected an absolute address such as https://example.org/page";
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return "expected an address that begins with https:// or http://";
  if (url.username || url.password) return "expected an address without a user name or password";
  return undefined;
}

/** A language tag (BCP 47), in canonical form. Underscores and the forms of other systems are read (`pt_BR`). */
export const languageTag = z.string().transform((value, context): string => {
  const tag = canonicalLanguage(value);
  if (tag !== undefined) return tag;
  const suggestion = suggestLanguage(value);
  const question = suggestion === undefined ? "" : `; did you mean "${suggestion}"?`;
  const message = `expected a language tag such as en or pt-BR (BCP 47)${question}`;
  context.addIssue({ code: "custom", message, input: value });
  return z.NEVER;
});

export const tagUriSchema = z.string().refine(isTagUri, {
  error: "expected a tag URI such as tag:example.org,2026-11-24:articles/9k2m4x7q (RFC 4151)",
});

/**
 * A part of an address: letters and digits of any script, joined by single hyphens, in lower case and NFC, of any
 * length. For records of slugs that were given before they had a limit.
 */
export const slugOfAnyLength = z
  .string()
  .refine((value) => SLUG.test(value) && value === value.normalize("NFC").toLowerCase(), {
    error: "expected letters and digits joined by hyphens, in lower case, such as a-new-article",
    abort: true,
  });

/** A part of an address that can also be the name of a file. */
export const slug = slugOfAnyLength.refine((value) => slugBytes(value) <= MAX_SLUG_BYTES, {
  error: ({ input }) => {
    const bytes = typeof input === "string" ? slugBytes(input) : 0;
    return `expected at most ${MAX_SLUG_BYTES} bytes of UTF-8, since it names a file; this slug has ${bytes}`;
  },
});

const SLUG = /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u;

/** A media type without parameters (RFC 9110 section 8.3.1). */
export const mediaType = z
  .string()
  .regex(/^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/, { error: "expected a media type such as image/jpeg" });

export const email = z.email({ error: "expected an e-mail address such as desk@example.org" });
