import type { Attachment } from "../../model/article.ts";
import type { MediaFile } from "../../model/media-file.ts";
import { webAddress } from "../../model/schema.ts";
import type { FieldPath } from "../content-fault.ts";
import type { ArticleFields } from "../front-matter/article-fields.ts";
import type { FieldSource } from "../front-matter/field-source.ts";
import { type MediaReference, type MediaUse, mediaOfField, mediaReferenceOf } from "./use-media.ts";

type AttachmentFields = ArticleFields["attachments"][number];

/** An attachment whose files were looked up. `file` is undefined if that is at fault. */
export type ResolvedAttachment = Omit<Attachment, "file"> & { readonly file: MediaFile | undefined };

/** Finds the files that an attachment names: the file itself, its art and its transcripts. Reports what is at fault. */
export function attachmentOfField(
  { src, title, mediaType, length, width, height, duration, art, transcripts, ...episode }: AttachmentFields,
  { source, path }: { readonly source: FieldSource; readonly path: FieldPath },
  use: MediaUse,
): ResolvedAttachment {
  const given = { mediaType, length, width, height, duration };
  const file = mediaOfField(src, { source, path: [...path, "src"], given, needsLength: true }, use);
  const artAddress = art === undefined ? undefined : pictureAddress(art, { source, path: [...path, "art"] }, use);
  const words = transcripts?.flatMap(({ src: written, mediaType: type, language }, index) => {
    const at = [...path, "transcripts", index, "src"];
    const found = mediaOfField(written, { source, path: at, given: { mediaType: type } }, use);
    return found ? [{ url: found.url, mediaType: found.mediaType, ...(language !== undefined && { language }) }] : [];
  });
  const known = Object.fromEntries(Object.entries(episode).filter(([, value]) => value !== undefined));
  return {
    file,
    ...(title !== undefined && { title }),
    ...known,
    ...(artAddress !== undefined && { art: artAddress }),
    ...(words && words.length > 0 && { transcripts: words }),
  };
}

/** The address of a picture of which no other fact is needed. */
function pictureAddress(
  src: string,
  field: { readonly source: FieldSource; readonly path: FieldPath },
  use: MediaUse,
): string | undefined {
  if (mediaReferenceOf(src, {}, use.origin)) return mediaOfField(src, { ...field, kind: "image", given: {} }, use)?.url;
  const { data, error } = webAddress.safeParse(src);
  for (const { message } of error?.issues ?? [])
    use.report(field.source.faultAt(field.path, message.replace(/^expected /, "")));
  return data;
}

/** The files of ours that an attachment names. */
export function attachmentReferences(
  { src, art, transcripts = [] }: AttachmentFields,
  origin: string | undefined,
): readonly MediaReference[] {
  const named = [src, ...(art === undefined ? [] : [art]), ...transcripts.map((each) => each.src)];
  return named.flatMap((each) => mediaReferenceOf(each, {}, origin) ?? []);
}
