import { mediaType } from "../../model/schema.ts";
import { duration, positiveNumber, wholeNumber } from "./number-fields.ts";

/**
 * Facts about a file that the author states: all facts of a file on another host; only the duration of a file in
 * content/media.
 */
export const givenFacts = {
  mediaType: mediaType.optional(),
  length: wholeNumber.optional(),
  width: positiveNumber.optional(),
  height: positiveNumber.optional(),
  duration: duration.optional(),
};
