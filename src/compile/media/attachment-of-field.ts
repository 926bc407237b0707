import type { Attachment } from "../../model/article.ts";
import type { Alternate } from "../../model/episode.ts";
import type { MediaFile } from "../../model/media-file.ts";
import { isPlayable } from "../../model/recording.ts";
import { webAddress } from "../../model/schema.ts";
import type { FieldPath } from "../content-fault.ts";
import type { ArticleFields } from "../front-matter/article-fields.ts";
import type { FieldSource } from "../front-matter/field-source.ts";
import { CHAPTERS_MEDIA_TYPE } from "./chapters-json.ts";
import { type MediaReference, type MediaUse, mediaOfField, mediaReferenceOf } from "./use-media.ts";

type AttachmentFields = ArticleFields["attachments"][number];

/** An attachment whose files were looked up. `file` is undefined if that is at fault. */
export type ResolvedAttachment = Omit<Attachment, "file"> & { readonly file: MediaFile | undefined };

/**
 * Finds the files that an attachment names: the file itself, its art, chapters, transcripts and other forms. Reports
 * what is at fault.
 */
export function attachmentOfField(
  { src, title, mediaType, length, width, height, duration, art, transcripts, ...other }: AttachmentFields,
  { source, path }: { readonly source: FieldSource; readonly path: FieldPath },
  use: MediaUse,
): ResolvedAttachment {
  const { alternates: forms, chaptersUrl, ...episode } = other;
  const given = { mediaType, length, width, height, duration };
  const file = mediaOfField(src, { source, path: [...path, "src"], given, needsLength: true }, use);
  const artAddress = art === undefined ? undefined : pictureAddress(art, { source, path: [...path, "art"] }, use);
  const words = transcripts?.flatMap(({ src: written, mediaType: type, language }, index) => {
    const at = [...path, "transcripts", index, "src"];
    const found = mediaOfField(written, { source, path: at, given: { mediaType: type } }, use);
    return found ? [{ url: found.url, mediaType: found.mediaType, ...(language !== undefined && { language }) }] : [];
  });
  const chapters = chaptersUrl === undefined ? undefined : chaptersAddress(chaptersUrl, { source, path }, use);
  const alternates = forms?.flatMap((each, index) => {
    const found = alternateOfField(each, { source, path: [...path, "alternates", index] }, use);
    return found ? [found] : [];
  });
  const known = Object.fromEntries(Object.entries(episode).filter(([, value]) => value !== undefined));
  return {
    file,
    ...(title !== undefined && { title }),
    ...known,
    ...(artAddress !== undefined && { art: artAddress }),
    ...(chapters !== undefined && { chaptersUrl: chapters }),
    ...(alternates && alternates.length > 0 && { alternates }),
    ...(words && words.length > 0 && { transcripts: words }),
  };
}

type Field = { readonly source: FieldSource; readonly path: FieldPath };

/** The same recording in another form. Only sound and film can be played. */
function alternateOfField(
  { src, title, language, bitrate, codecs, ...given }: NonNullable<AttachmentFields["alternates"]>[number],
  { source, path }: Field,
  use: MediaUse,
): Alternate | undefined {
  const file = mediaOfField(src, { source, path: [...path, "src"], given }, use);
  if (!file) return undefined;
  if (!isPlayable({ file })) {
    use.report(source.faultAt([...path, "src"], `the recording in another form, but this file is ${file.mediaType}`));
    return undefined;
  }
  return {
    file,
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(bitrate !== undefined && { bitrate }),
    ...(codecs !== undefined && { codecs }),
  };
}

/** The address of a document of chapters: a file of ours, which was checked, or an address elsewhere. */
function chaptersAddress(src: string, { source, path }: Field, use: MediaUse): string | undefined {
  const field = { source, path: [...path, "chaptersUrl"] };
  if (!mediaReferenceOf(src, {}, use.origin)) return outsideAddress(src, field, use);
  const file = mediaOfField(src, { ...field, given: {} }, use);
  if (file && file.mediaType !== CHAPTERS_MEDIA_TYPE) {
    use.report(source.faultAt(field.path, `a JSON file of chapters, but this file is ${file.mediaType}`));
    return undefined;
  }
  return file?.url;
}

function outsideAddress(src: string, { source, path }: Field, use: MediaUse): string | undefined {
  const { data, error } = webAddress.safeParse(src);
  for (const { message } of error?.issues ?? []) use.report(source.faultAt(path, message.replace(/^expected /, "")));
  return data;
}

/** The address of a picture of which no other fact is needed. */
function pictureAddress(src: string, field: Field, use: MediaUse): string | undefined {
  if (mediaReferenceOf(src, {}, use.origin)) return mediaOfField(src, { ...field, kind: "image", given: {} }, use)?.url;
  return outsideAddress(src, field, use);
}

/** The files of ours that an attachment names. */
export function attachmentReferences(
  { src, art, chaptersUrl, transcripts = [], alternates = [] }: AttachmentFields,
  origin: string | undefined,
): readonly MediaReference[] {
  const lists = [...transcripts, ...alternates].map((each) => each.src);
  const named = [src, ...[art, chaptersUrl].filter((each) => each !== undefined), ...lists];
  return named.flatMap((each) => mediaReferenceOf(each, {}, origin) ?? []);
}
