import { existsSync, readFileSync } from "node:fs";
import { languageTag, webAddress } from "../../model/schema.ts";
import { isPlaceholderAddress } from "../../site/placeholder-address.ts";
import { fieldsOf, readIdentity } from "./import-target.ts";

/** Reads the facts about the publication that an import needs. The address is undefined if it is the placeholder. */
export function readPublicationFacts(file: string) {
  const fields = existsSync(file) ? fieldsOf(readFileSync(file, "utf8")) : {};
  const address = webAddress.safeParse(fields.address).data;
  const sections = Array.isArray(fields.sections) ? fields.sections : [];
  return {
    identity: readIdentity(file),
    address: address !== undefined && !isPlaceholderAddress(address) ? address : undefined,
    language: languageTag.safeParse(fields.language).data ?? "en",
    sections: sections.flatMap((section: unknown) =>
      typeof section === "object" && section !== null && "slug" in section ? [String(section.slug)] : [],
    ),
  };
}
