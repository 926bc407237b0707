/**
 * Entity tags (RFC 9110 section 8.8.3). A tag is a string in its normal form, with quotes: `"abc"` is strong, `W/"abc"`
 * is weak.
 */

const ENTITY_TAG = /^(?:W\/)?"[\x21\x23-\x7E\x80-\xFF]*"$/;

/** An opaque tag may contain commas, so a list cannot be split at them. */
const EACH_ENTITY_TAG = /(?:W\/)?"[\x21\x23-\x7E\x80-\xFF]*"/g;

/** Strict: the text is one entity tag and nothing else. */
export function isEntityTag(text: string): boolean {
  return ENTITY_TAG.test(text);
}

/** @param opaque the text between the quotes */
export function formatEntityTag(opaque: string, strength: "strong" | "weak" = "strong"): string {
  return strength === "weak" ? `W/"${opaque}"` : `"${opaque}"`;
}

/**
 * Tolerant: the members of `If-Match` or `If-None-Match` (sections 13.1.1 and 13.1.2) in the order of the field. Text
 * between the tags that is not a tag is skipped. Returns `*` if that is the whole field, and an empty list if the field
 * is missing.
 */
export function parseEntityTagList(field: string | null | undefined): "*" | readonly string[] {
  if (field === null || field === undefined) return [];
  return field.trim() === "*" ? "*" : (field.match(EACH_ENTITY_TAG) ?? []);
}

export function isWeakTag(tag: string): boolean {
  return tag.startsWith("W/");
}

/** The tag without the mark of weakness, with its quotes. */
export function opaqueTag(tag: string): string {
  return isWeakTag(tag) ? tag.slice(2) : tag;
}

export function weakTag(tag: string): string {
  return isWeakTag(tag) ? tag : `W/${tag}`;
}

/** Weak comparison (section 8.8.3.2): the opaque parts are equal. */
export function isSameTagWeakly(one: string, other: string): boolean {
  return opaqueTag(one) === opaqueTag(other);
}

/** Strong comparison (section 8.8.3.2): the tags are equal and neither is weak. */
export function isSameTagStrongly(one: string, other: string): boolean {
  return one === other && !isWeakTag(one);
}

/**
 * Whether an `If-None-Match` field names the tag. The edge weakens tags when it compresses, and clients send either
 * form.
 */
export function listMatchesWeakly(field: string, tag: string): boolean {
  // Nearly every client sends back the one tag that it was given.
  if (field === tag) return true;
  const tags = parseEntityTagList(field);
  return tags === "*" || tags.some((each) => isSameTagWeakly(each, tag));
}

/** Whether an `If-Match` field names the tag. A weak tag on either side never matches; `*` matches every tag. */
export function listMatchesStrongly(field: string, tag: string): boolean {
  const tags = parseEntityTagList(field);
  return tags === "*" || tags.some((each) => isSameTagStrongly(each, tag));
}
