import * as z from "zod";
import { timestampInUtc } from "../../../model/timestamp.ts";
import { withPublicOrigin } from "../../../site/public-origin.ts";
import type { UploadedMedia } from "./stored-media.ts";

export const uploadedMediaSchema = z.strictObject({
  path: z.string().describe("the path below /media/: <hash>/<name>"),
  address: z.url().describe("the public address, while a published article uses the file"),
  name: z.string().optional().describe("the name that articles use for the file; absent if a newer file has the name"),
  mediaType: z.string(),
  length: z.int().describe("in bytes"),
  width: z.int().optional().describe("in pixels"),
  height: z.int().optional(),
  uploaded: z.iso.datetime(),
});

export const mediaListSchema = z.strictObject({
  media: z.array(uploadedMediaSchema),
  next: z.url().optional().describe("the address of the next page; absent on the last page"),
});

export function mediaAnswer(media: UploadedMedia, origin: string): z.input<typeof uploadedMediaSchema> {
  const { path, name, uploaded, file } = media;
  const { url, mediaType, length = 0, width, height } = file;
  const size = width === undefined || height === undefined ? {} : { width, height };
  const named = name === undefined ? {} : { name };
  return {
    path,
    address: withPublicOrigin(url, origin),
    ...named,
    mediaType,
    length,
    ...size,
    uploaded: timestampInUtc(uploaded),
  };
}
