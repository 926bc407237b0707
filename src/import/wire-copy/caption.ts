import { namesAgency } from "./agencies.ts";
import type { CaptionedImage } from "./wire-copy.ts";

/**
 * A caption with its credit, and whether the credit has the form of one: then the place of the paragraph need not speak
 * for it.
 */
export type Caption = { readonly image: CaptionedImage; readonly isCertain: boolean };

/** Brackets at the end, which may hold one more pair: "(PHOTO: A PHOTOGRAPHER (AGENCY))". */
const CREDIT = /^(?<caption>.*?)(?<!\s)\s*(?:\((?<round>(?:[^()]|\([^()]*\))+)\)|\[(?<square>[^[\]]+)\])(?<stop>\.?)$/s;
const CREDIT_WORDS =
  /\b(?:photos?|photograph(?:er)?|pictures?|images?|courtesy|handout|file|pool|provided|getty|shutterstock|graphic)\b/i;
const MAX = { caption: 2000, credit: 100 };

/** Reads a photo caption that ends in a credit in brackets; returns undefined for any other paragraph. */
export function readCaption(paragraph: string): Caption | undefined {
  if (paragraph.length > MAX.caption) return undefined;
  const match = CREDIT.exec(paragraph)?.groups;
  const credit = (match?.round ?? match?.square)?.trim();
  if (!match || !credit || credit.length > MAX.credit || /[.?!]\s/.test(credit)) return undefined;
  const caption = match.caption;
  const image = caption ? { caption, credit } : { credit };
  // "… the Harbour Pilots' Union (HPU)." ends in brackets too, but they stand within its sentence.
  if (match.stop) return { image, isCertain: false };
  const isCertain = isInCapitals(credit) || credit.includes("/") || namesAgency(credit) || CREDIT_WORDS.test(credit);
  return { image, isCertain };
}

function isInCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}
