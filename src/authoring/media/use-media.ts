import type { MediaFile } from "../../model/media-file.ts";
import type { ContentFault, FieldPath } from "../content-fault.ts";
import type { FieldSource } from "../front-matter/field-source.ts";
import { type MediaFacts, mediaFileOf } from "./media-facts.ts";
import type { MediaShelf } from "./media-shelf.ts";

/** Where a use of media is reported: a fault, or the file that is used. */
export type MediaUse = {
  readonly shelf: MediaShelf;
  readonly report: (fault: ContentFault) => void;
  readonly use: (facts: MediaFacts) => void;
};

/** The file that a field names; undefined, and a fault reported, where there is none or none of that kind. */
export function mediaOfField(
  name: string,
  field: {
    readonly source: FieldSource;
    readonly path: FieldPath;
    readonly kind?: "image";
    readonly duration?: number | undefined;
  },
  { shelf, report, use }: MediaUse,
): MediaFile | undefined {
  const facts = shelf.find(name.replace(/^(?:\.\/|(?:\.\.\/)?media\/)/, ""));
  // The file's own fault is listed already.
  if (facts === "refused") return undefined;
  if (facts === undefined) {
    report(field.source.faultAt(field.path, `the name of a file in content/media${shelf.hint(name)}`));
    return undefined;
  }
  if (field.kind && !facts.mediaType.startsWith(`${field.kind}/`)) {
    report(field.source.faultAt(field.path, `a picture, but this file is ${facts.mediaType}`));
    return undefined;
  }
  use(facts);
  return mediaFileOf(facts, field.duration);
}
