import * as z from "zod";
import { webAddress } from "./schema.ts";

/** A colour as `#rrggbb`. `#rgb` is its short form. */
export const colour = z
  .string()
  .trim()
  .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, { error: 'expected a colour such as "#962414", in quotation marks' })
  .transform((value) => {
    const digits = value.slice(1).toLowerCase();
    return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
  });

/**
 * A colour for the light scheme and one for the dark scheme. One colour alone is that of the light scheme; the one of
 * the dark scheme is then worked out or is the default.
 */
export const colourPair = z.preprocess(
  (value) => (typeof value === "string" ? { light: value } : value),
  z.strictObject({ light: colour, dark: colour.optional() }),
);
export type ColourPair = z.infer<typeof colourPair>;

/**
 * How the pages look. Every member has a default.
 *
 * - `accent` is the colour of links and marks, `paper` of the ground, `ink` of the text.
 * - `sections` gives sections an accent of their own, by slug.
 * - `width`: how wide a page with columns is.
 * - `density`: how much space is between things.
 * - `header`: where the name stands on the front page, and whether it stands in a band of the accent.
 */
export const themeSchema = z.strictObject({
  accent: colourPair.optional(),
  paper: colourPair.optional(),
  ink: colourPair.optional(),
  sections: z.record(z.string(), colourPair).optional(),
  width: z.enum(["wide", "narrow"]).optional(),
  density: z.enum(["airy", "compact"]).optional(),
  header: z.enum(["start", "centre", "band"]).optional(),
});
export type Theme = z.infer<typeof themeSchema>;

/** A link to a profile of the publication or of an author elsewhere. */
export const profileLinkSchema = z.strictObject({ title: z.string().trim().min(1), url: webAddress });
export type ProfileLink = z.infer<typeof profileLinkSchema>;
