import { quoted } from "../../compile/content-fault.ts";
import { readEntityTagList } from "../../syntax/entity-tag-list.ts";
import type { Fault } from "../fault.ts";

/** The headers that hold lists of entity tags, as their standard writes them. */
const TAG_HEADERS = ["If-Match", "If-None-Match"];

/**
 * What is wrong with the entity tags in the conditions of a request. Readers' requests are read tolerantly: a condition
 * that cannot be read costs them bytes. At the desk it decides whether the work of another person is replaced.
 */
export function conditionFaults({ headers }: Request): readonly Fault[] {
  return TAG_HEADERS.flatMap((header) => {
    const field = headers.get(header);
    const read = field === null ? undefined : readEntityTagList(field, header);
    return field === null || !read || read.ok ? [] : [{ header, found: quoted(field), expected: read.error.expected }];
  });
}
