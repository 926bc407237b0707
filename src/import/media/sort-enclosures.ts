import { webAddress } from "../../model/schema.ts";
import { cleanLine } from "../../model/text.ts";
import type { ImportNote } from "../feeds/import-note.ts";
import type { Enclosure, ImportedEntry, Picture } from "../feeds/imported-entry.ts";
import { declaredType, typeOfEnding } from "./media-type-of.ts";

/** An enclosure that can be an attachment: its media type is known. */
export type AttachedFile = Enclosure & { readonly mediaType: string };

/** The files of an entry by their places: pictures, attachments, and links in the text. */
export type SortedFiles = {
  readonly pictures: readonly Picture[];
  readonly attachments: readonly AttachedFile[];
  readonly links: readonly Enclosure[];
  readonly notes: readonly ImportNote[];
};

/** Pages and plug-ins are not files that a player or a reader can open. */
const LINKED = /^(?:text\/html|application\/xhtml\+xml|application\/x-shockwave-flash|application\/x-bittorrent)$/;

/**
 * Sorts what an entry brings along outside of its text. Sound, film and documents become attachments, so that a podcast
 * stays one. A picture stays a picture, also if it was an enclosure. The media type of a file is that of its ending if
 * the source does not say it; a file of no known type is a link at the end of the text.
 */
export function sortEnclosures({ picture, pictures = [], enclosures }: ImportedEntry): SortedFiles {
  const notes: ImportNote[] = [];
  const files: AttachedFile[] = [];
  const links: Enclosure[] = [];
  const found: Picture[] = [];
  for (const enclosure of enclosures) {
    const url = addressOf(enclosure.url, notes);
    if (url === undefined) continue;
    const declared = declaredType(enclosure.mediaType);
    const ending = typeOfEnding(url);
    const mediaType = declared ?? (isOf(ending, enclosure.medium) ? ending : undefined);
    if (mediaType?.startsWith("image/")) found.push({ url, mediaType: declared, alternativeText: enclosure.title });
    else if (mediaType === undefined || LINKED.test(mediaType)) {
      links.push({ ...enclosure, url });
      notes.push({ kind: "lost", message: "a file of no type that can be attached is in the text only", found: url });
    } else {
      if (declared === undefined)
        notes.push({ kind: "guessed", message: "the media type of a file was taken from its ending", found: url });
      files.push({ ...enclosure, url, mediaType, title: cleanLine(enclosure.title ?? "") || undefined });
    }
  }
  const own = [...(picture ? [picture] : []), ...pictures, ...found].flatMap((each) => {
    const url = addressOf(each.url, notes);
    return url === undefined ? [] : [clean({ ...each, url })];
  });
  return { pictures: own, attachments: files, links, notes };
}

function isOf(mediaType: string | undefined, medium: string | undefined): boolean {
  return medium === undefined || !/^(?:audio|video)$/.test(medium) || mediaType?.startsWith(`${medium}/`) === true;
}

/** An address that an article may contain. */
function addressOf(written: string, notes: ImportNote[]): string | undefined {
  const { data } = webAddress.safeParse(written);
  const url = URL.parse(written);
  const found = url ? `${url.protocol}//${url.host}${url.pathname}` : undefined;
  // The password itself is not for a report.
  if (data === undefined)
    notes.push({ kind: "lost", message: "a file whose address has a password or cannot be read was left out", found });
  return data;
}

function clean({ alternativeText, caption, credit, ...picture }: Picture): Picture {
  return {
    ...picture,
    alternativeText: cleanLine(alternativeText ?? ""),
    caption: cleanLine(caption ?? "") || undefined,
    credit: cleanLine(credit ?? "") || undefined,
  };
}
