import type { Person } from "../model/article.ts";
import { children, text, type XmlElement } from "./xml-element.ts";

/** A Person construct (RFC 4287 section 3.2), with `atom:` before its elements where RSS borrows it. */
export function atomPerson({ name, url, email }: Person, prefix: "" | "atom:" = ""): XmlElement {
  return children({
    [`${prefix}name`]: text(name),
    [`${prefix}uri`]: url === undefined ? undefined : text(url),
    [`${prefix}email`]: email === undefined ? undefined : text(email),
  });
}
