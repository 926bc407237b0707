import { type MediaFile, mediaFileSchema } from "../../model/media-file.ts";
import { MEDIA_PREFIX } from "../../site/addresses.ts";
import { ownAddress } from "../../site/own-address.ts";
import { originalPath } from "../../site/picture-variants.ts";
import { percentDecodeOrKeep } from "../../syntax/percent.ts";
import type { ContentFault, FieldPath } from "../content-fault.ts";
import type { FieldSource } from "../front-matter/field-source.ts";
import { type MediaFacts, mediaFileOf } from "./media-facts.ts";
import type { MediaFolder } from "./media-folder.ts";

/**
 * The files to choose from, and the callbacks for a fault and for a file that is used. `origin` is the public origin of
 * the service, if known.
 */
export type MediaUse = {
  readonly folder: MediaFolder;
  readonly origin?: string | undefined;
  readonly report: (fault: ContentFault) => void;
  readonly use: (facts: MediaFacts) => void;
};

/**
 * Facts about a file that the author states. For a file in content/media only the duration is used; the bytes tell the
 * rest.
 */
export type GivenFacts = { readonly [Fact in Exclude<keyof MediaFile, "url">]?: MediaFile[Fact] | undefined };

/**
 * The field at `path` that names a file. The author states facts in the fields beside it. Without `given`, the file
 * must be in content/media.
 */
export type MediaField = {
  readonly source: FieldSource;
  readonly path: FieldPath;
  readonly kind?: "image";
  readonly given?: GivenFacts;
  /** Whether a file on another host must have its length, as an enclosure must (RSS 2.0). */
  readonly needsLength?: boolean;
};

/** A file of ours, by its path below `/media/` or by its name. */
export type MediaReference =
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "name"; readonly name: string };

/**
 * Returns the file of ours that a field names, or undefined if it is a file elsewhere, which only a field with `given`
 * facts may name.
 */
export function mediaReferenceOf(
  src: string,
  given: GivenFacts | undefined,
  origin: string | undefined,
): MediaReference | undefined {
  const own = ownAddress(src, origin);
  if (given && !own && /^https?:/i.test(src)) return undefined;
  return own?.pathname.startsWith(MEDIA_PREFIX)
    ? { kind: "path", path: originalPath(percentDecodeOrKeep(own.pathname.slice(MEDIA_PREFIX.length))) }
    : { kind: "name", name: src.replace(/^(?:\.\/|(?:\.\.\/)?media\/)/, "") };
}

/**
 * Finds the file that a field names. Reports a fault and returns undefined if there is no such file or it is of another
 * kind.
 */
export function mediaOfField(src: string, field: MediaField, media: MediaUse): MediaFile | undefined {
  const { folder, origin, report, use } = media;
  const reference = mediaReferenceOf(src, field.given, origin);
  if (!reference) return outsideFile(src, field.given ?? {}, field, report);
  const facts = reference.kind === "path" ? folder.at(reference.path) : folder.find(reference.name);
  // The fault of the file itself has been reported.
  if (facts === "refused") return undefined;
  if (facts === undefined) {
    report(field.source.faultAt(field.path, `the name of a file ${folder.place}${folder.hint(src)}`));
    return undefined;
  }
  if (field.kind && !facts.mediaType.startsWith(`${field.kind}/`)) {
    report(field.source.faultAt(field.path, `a picture, but this file is ${facts.mediaType}`));
    return undefined;
  }
  use(facts);
  return mediaFileOf(facts, field.given?.duration);
}

/** Describes a file on another host by the facts that the author states. */
function outsideFile(
  url: string,
  given: GivenFacts,
  { source, path, kind, needsLength }: MediaField,
  report: MediaUse["report"],
): MediaFile | undefined {
  const faults: ContentFault[] = [];
  const fault = (name: string, expected: string) => faults.push(source.faultAt([...path.slice(0, -1), name], expected));
  const { mediaType, length } = given;
  if (mediaType === undefined) fault("mediaType", "the media type of a file on another host, such as image/jpeg");
  else if (kind && !mediaType.startsWith(`${kind}/`)) fault("mediaType", "the media type of a picture");
  if (needsLength && length === undefined)
    fault("length", "the length in bytes of a file on another host, or 0 if it is not known");
  const known = Object.fromEntries(Object.entries(given).filter(([, fact]) => fact !== undefined));
  const { data, error } = mediaFileSchema.safeParse({ url, ...known });
  for (const { path: at, message } of error?.issues ?? [])
    if (at[0] === "url") faults.push(source.faultAt(path, message.replace(/^expected /, "")));
  faults.forEach(report);
  return faults.length === 0 ? data : undefined;
}
