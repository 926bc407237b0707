import { type MediaFile, mediaFileSchema } from "../../model/media-file.ts";
import { MEDIA_PREFIX } from "../../site/addresses.ts";
import { decodedPath, ownAddress } from "../../site/own-address.ts";
import type { ContentFault, FieldPath } from "../content-fault.ts";
import type { FieldSource } from "../front-matter/field-source.ts";
import { type MediaFacts, mediaFileOf } from "./media-facts.ts";
import type { MediaFolder } from "./media-folder.ts";

/** Where a use of media is reported: a fault, or the file that is used. `origin` is where the service is reached, if that is known. */
export type MediaUse = {
  readonly shelf: MediaFolder;
  readonly origin?: string | undefined;
  readonly report: (fault: ContentFault) => void;
  readonly use: (facts: MediaFacts) => void;
};

/** What an author says of a file. Of a file of ours only the duration is asked, for its bytes tell the rest. */
export type GivenFacts = { readonly [Fact in Exclude<keyof MediaFile, "url">]?: MediaFile[Fact] | undefined };

/** A field that names a file at `path`; what is said of the file stands beside its name. Without `given`, it must be a file of ours. */
export type MediaField = {
  readonly source: FieldSource;
  readonly path: FieldPath;
  readonly kind?: "image";
  readonly given?: GivenFacts;
  /** Whether an outside file must have its length, as an enclosure must. */
  readonly needsLength?: boolean;
};

/** The file that a field names; undefined, and a fault reported, where there is none or none of that kind. */
export function mediaOfField(src: string, field: MediaField, media: MediaUse): MediaFile | undefined {
  const { shelf, origin, report, use } = media;
  const own = ownAddress(src, origin);
  if (field.given && !own && /^https?:/i.test(src)) return outsideFile(src, field.given, field, report);
  const facts = own?.pathname.startsWith(MEDIA_PREFIX)
    ? shelf.at(decodedPath(own.pathname.slice(MEDIA_PREFIX.length)))
    : shelf.find(src.replace(/^(?:\.\/|(?:\.\.\/)?media\/)/, ""));
  // The file's own fault is listed already.
  if (facts === "refused") return undefined;
  if (facts === undefined) {
    report(field.source.faultAt(field.path, `the name of a file ${shelf.place}${shelf.hint(src)}`));
    return undefined;
  }
  if (field.kind && !facts.mediaType.startsWith(`${field.kind}/`)) {
    report(field.source.faultAt(field.path, `a picture, but this file is ${facts.mediaType}`));
    return undefined;
  }
  use(facts);
  return mediaFileOf(facts, field.given?.duration);
}

/** A file elsewhere is what its author says: nobody here has seen its bytes. */
function outsideFile(
  url: string,
  given: GivenFacts,
  { source, path, kind, needsLength }: MediaField,
  report: MediaUse["report"],
): MediaFile | undefined {
  const faults: ContentFault[] = [];
  const fault = (name: string, expected: string) => faults.push(source.faultAt([...path.slice(0, -1), name], expected));
  const { mediaType, length } = given;
  if (mediaType === undefined) fault("mediaType", "the media type of a file elsewhere, such as image/jpeg");
  else if (kind && !mediaType.startsWith(`${kind}/`)) fault("mediaType", "the media type of a picture");
  if (needsLength && length === undefined) fault("length", "the length in bytes of a file elsewhere");
  const known = Object.fromEntries(Object.entries(given).filter(([, fact]) => fact !== undefined));
  const { data, error } = mediaFileSchema.safeParse({ url, ...known });
  for (const { path: at, message } of error?.issues ?? [])
    if (at[0] === "url") faults.push(source.faultAt(path, message.replace(/^expected /, "")));
  faults.forEach(report);
  return faults.length === 0 ? data : undefined;
}
