import type { Metadata } from "sharp";
import { cleanLine } from "../../../../model/text.ts";
import { exifTexts } from "./exif-texts.ts";
import { iptcTexts } from "./iptc-texts.ts";
import { keptRights, type XmpRights, xmpPacket } from "./xmp-rights.ts";

/** What a picture says about whose it is, in the forms in which a variant says it again. */
export type PictureRights = {
  readonly exif?: Readonly<Record<string, string>> | undefined;
  /** A packet of XMP. */
  readonly xmp?: string | undefined;
};

/**
 * Reads copyright, creator, credit and terms from the metadata of a picture. Everything else is left behind, such as the
 * place and the camera.
 */
export function readRights({ exif, iptc, xmpAsString }: Metadata): PictureRights {
  const inExif = exif ? exifTexts(exif) : {};
  const inIptc = iptc ? iptcTexts(iptc) : {};
  const copyright = cleanLine(inExif.copyright ?? inIptc.copyright ?? "");
  const creator = cleanLine(inExif.artist ?? inIptc.creator ?? "");
  const credit = cleanLine(inIptc.credit ?? "");
  const fromXmp: XmpRights = xmpAsString === undefined ? { elements: [], names: new Set() } : keptRights(xmpAsString);
  const xmp = xmpPacket(fromXmp, { copyright, creator, credit });
  return {
    ...((copyright !== "" || creator !== "") && {
      exif: { ...(copyright !== "" && { Copyright: copyright }), ...(creator !== "" && { Artist: creator }) },
    }),
    ...(xmp !== undefined && { xmp }),
  };
}
