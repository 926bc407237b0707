import { readCreditAndAlt, readCreditLine, readLabelledCaption } from "../caption.ts";
import type { CaptionedImage } from "../wire-copy.ts";
import type { Header } from "./header-fields.ts";
import type { HeaderLine } from "./line-kind.ts";
import { countWords } from "./sentence.ts";

/** A caption without a sign of its own has at least as many words. */
const MIN_WORDS = 4;

export function creditOf({ text, caption }: HeaderLine): string {
  return readCreditLine(text) ?? caption?.image.credit ?? text;
}

/** An article has one lead picture: the captions of others have no field. */
export function takeImage(header: Header, image: CaptionedImage, text: string): void {
  const { image: known } = header;
  if (known === undefined) header.image = image;
  else if (known.caption === image.caption && known.credit === image.credit) header.furniture.push(text);
  else if (known.credit === undefined && image.caption === undefined) header.image = { ...known, ...image };
  else if (known.caption === undefined && image.credit === undefined) header.image = { ...known, ...image };
  else if (known.credit !== image.credit || image.caption !== undefined) header.unplaced.push(text);
}

export function takeCaption(header: Header, { caption, text }: HeaderLine): number {
  takeImage(header, caption?.image ?? {}, text);
  if (caption?.furniture !== undefined) header.furniture.push(caption.furniture);
  return 1;
}

export function takeLabelledCaption(header: Header, text: string, next: HeaderLine | undefined): number {
  const labelled = readLabelledCaption(text) ?? "";
  if (labelled !== "") takeImage(header, { caption: labelled }, labelled);
  else if (next) takeImage(header, { caption: next.text }, next.text);
  return labelled === "" && next ? 2 : 1;
}

/** A credit with the alternative text behind it, or a caption with the credit on the next line. */
export function takePicture(header: Header, text: string, next: HeaderLine | undefined): number {
  const withAlt = readCreditAndAlt(text);
  if (withAlt) {
    const isCaption = next?.kind === "short" && countWords(next.text) >= MIN_WORDS;
    takeImage(header, isCaption ? { ...withAlt, caption: next.text } : withAlt, text);
    return isCaption ? 2 : 1;
  }
  if (next?.kind !== "credit" || countWords(text) < MIN_WORDS) return 0;
  takeImage(header, { caption: text, credit: creditOf(next) }, `${text} (${creditOf(next)})`);
  return 2;
}
