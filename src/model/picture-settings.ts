import * as z from "zod";

/** A file is read as text without types, so a number in digits counts as well. */
const files = z
  .union([z.string(), z.number()])
  .transform(Number)
  .refine((number) => Number.isInteger(number) && number >= 0, {
    error: "expected a whole number of files such as 12000, or 0 to serve pictures as they are",
  });

/**
 * `files` is how many files of variants a build makes at most, for the pictures of the newest articles. With 0, pictures
 * are served as they are.
 */
export const pictureSettingsSchema = z.strictObject({ files: files.optional() });

/**
 * Nine files a picture, so about 1,300 pictures. The rest of the 20,000 files of the free plan of Static Assets is left
 * to originals, data files and rendered documents.
 */
export const DEFAULT_VARIANT_FILES = 12_000;
