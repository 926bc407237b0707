import { isAgency, namesAgency } from "./agencies.ts";
import { isPersonName } from "./header/person-name.ts";
import { BEHIND_CREDIT, CREDIT_LABEL, CREDIT_WORDS, PICTURE_AGENCY } from "./language/photo-words.ts";
import type { CaptionedImage } from "./wire-copy.ts";

/**
 * A caption with its credit, and whether the credit has the form of one: then the place of the paragraph need not speak
 * for it. `furniture` are words behind the credit that are none of it.
 */
export type Caption = {
  readonly image: CaptionedImage;
  readonly isCertain: boolean;
  readonly furniture?: string;
};

/** Brackets at the end, which may hold one more pair: "(PHOTO: A PHOTOGRAPHER (AGENCY))". */
const BRACKETS =
  /^(?<caption>.*?)(?<!\s)\s*(?:\((?<round>(?:[^()]|\([^()]*\))+)\)|（(?<wide>[^（）]+)）|\[(?<square>[^[\]]+)\])(?<stop>[.。]?)$/s;
/** "… © AFP"; a year makes it the copyright of the page. */
const COPYRIGHT = /^(?<caption>[^©ⓒ]*?)(?:©|\(c\)|ⓒ)(?<credit>[^©ⓒ.!?。]{2,80})$/is;
const LABELLED = new RegExp(
  `^(?<caption>(?:.*[.!?…。！？"”»)])?)(?<![\\s|/–—-])[\\s|/–—-]*(?<![\\p{L}])(?<label>${CREDIT_LABEL})(?<colon>\\s*[:：=＝／]\\s*|\\s+)(?<credit>[^.!?。：:]{2,80})$`,
  "isu",
);
/** A label that is written as one needs no sentence before it: "The quay — Foto: A PHOTOGRAPHER". */
const LABELLED_WITH_COLON = new RegExp(
  `^(?<caption>.*?)(?<![\\s|/–—-])[\\s|/–—-]+(?<label>${CREDIT_LABEL})\\s*[:：]\\s*(?<credit>[^.!?。：:]{2,80})$`,
  "isu",
);
/** "The quay | A PHOTOGRAPHER / PAPER", and "… the quay.EFE", where the page lost the space. */
const BEHIND_BAR = /^(?<caption>[^|]{8,})\s\|\s(?<credit>[^|.!?。]{2,80})$/u;
const GLUED_AGENCY = /^(?<caption>.{8,}[.!?])(?<credit>\p{Lu}{2,6})$/su;
/** "…の時計＝3日、エレリー、田中花子撮影" */
const JAPANESE_PHOTOGRAPHER = /^(?<caption>.{4,}[、＝])(?<credit>[^、＝。\s]{2,12}(?:撮影|提供))$/su;
/** The last sentence of a caption and what stands behind it. */
const BEHIND_SENTENCE = /^(?<caption>.*[.!?…。！？]["”»]?)\s?[|–—/-]?\s(?<credit>[^\s.!?…。！？][^.!?…。！？]{1,79})$/s;
/** "Item 1 of 2" before the caption of a gallery's first picture. */
const COUNTER =
  /^(?:\[\d{1,3}\s?\/\s?\d{1,3}\]\s?|(?:(?:item|image|photo|picture|slide|foto|bild)\s)?\d{1,3}\s?(?:of|von|sur|de|\/)\s?\d{1,3}\s?[|:.–-]?\s)(?=\p{Lu})/iu;
const FILE = /^(?:FILE PHOTO|FILE|FILES?|HANDOUT|ARCHIVO|ARCHIV|資料写真|資料圖片|资料图)\s*(?:[:：]|[-–—])\s*(?=\S)/;
const LABEL_OF_CAPTION =
  /^(?:image caption|media caption|caption|pie de (?:foto|imagen)|legenda(?: da foto)?|подпись к фото|التعليق على الصورة|图像加注文字|圖像加註文字|画像説明|이미지 설명|légende image|bildunterschrift|légende|pie de foto|didascalia)\s*[,:：،，]\s*/i;
const LABEL_OF_SOURCE =
  /^(?:fuente de la imagen|crédito|источник изображения|автор фото|صدر الصورة|مصدر الصورة|图像来源|圖像來源|画像提供|이미지 출처|crédit photo|image source|image copyright|media source)\s*[,:：،，]\s*(?=\S)/i;
const MAX = { caption: 2000, credit: 100, creditWords: 9, shortCredit: 6 };

/** Reads a photo caption that ends in a credit; returns undefined for any other paragraph. */
export function readCaption(paragraph: string): Caption | undefined {
  if (paragraph.length > MAX.caption) return undefined;
  const behind = BEHIND_CREDIT.exec(paragraph.slice(-120))?.[0] ?? "";
  const counter = COUNTER.exec(paragraph.slice(0, 40))?.[0] ?? "";
  const text = paragraph.slice(counter.length, paragraph.length - behind.length);
  const read = readBrackets(text) ?? readUnbracketed(text) ?? readFile(text);
  const furniture = [counter, behind].map((each) => each.replace(/^[\s,]+/, "").trim()).filter((each) => each !== "");
  if (!read || furniture.length === 0) return read;
  return { ...read, isCertain: read.isCertain || behind !== "", furniture: furniture.join(" ") };
}

/** Whether the credit is the name of a person or an agency, in any letters. */
export function isCreditName(credit: string): boolean {
  return isPersonName(credit) || isAgency(credit) || isAgency(credit.toUpperCase()) || isCredit(credit);
}

function readBrackets(text: string): Caption | undefined {
  const match = BRACKETS.exec(text)?.groups;
  const credit = (match?.round ?? match?.wide ?? match?.square)?.trim();
  if (!match || !credit || credit.length > MAX.credit || /[.?!]\s/.test(credit)) return undefined;
  const caption = match.caption;
  const image = caption ? { caption, credit } : { credit };
  // "… the Harbour Pilots' Union (HPU)." ends in brackets too, but they stand within its sentence.
  if (match.stop) return { image, isCertain: false };
  const isCertain = isInCapitals(credit) || credit.includes("/") || namesAgency(credit) || CREDIT_WORDS.test(credit);
  return { image, isCertain };
}

function readUnbracketed(text: string): Caption | undefined {
  const copyright = COPYRIGHT.exec(text)?.groups;
  if (copyright?.credit && !/\d{4}/.test(copyright.credit)) return certain(copyright.caption, copyright.credit);
  const labelled = LABELLED.exec(text)?.groups;
  if (labelled?.credit && isLabelled(labelled)) return certain(labelled.caption, labelled.credit);
  const marked = LABELLED_WITH_COLON.exec(text)?.groups;
  if (marked?.credit && /^(?:\p{Lu}|\P{ASCII})/u.test(marked.label ?? "") && isLabelled({ ...marked, colon: ":" }))
    return certain(marked.caption, marked.credit);
  const barred = BEHIND_BAR.exec(text)?.groups;
  if (barred?.credit && (isCredit(barred.credit) || isSlashedInCapitals(barred.credit)))
    return certain(barred.caption, barred.credit);
  const glued = GLUED_AGENCY.exec(text)?.groups;
  if (glued?.credit && isAgency(glued.credit)) return certain(glued.caption, glued.credit);
  const taken = JAPANESE_PHOTOGRAPHER.exec(text)?.groups;
  if (taken?.credit) return { image: { caption: taken.caption ?? "", credit: taken.credit }, isCertain: true };
  const tail = BEHIND_SENTENCE.exec(text)?.groups;
  if (tail?.credit && isCredit(tail.credit)) return certain(tail.caption, tail.credit);
  return undefined;
}

/** Without a colon, "Photo by" needs a name behind it, or an agency. */
function isLabelled({ label = "", colon = "", credit = "" }: Record<string, string | undefined>): boolean {
  if (credit.split(/\s+/).length > MAX.creditWords) return false;
  return /[:：=＝／]/.test(colon) || (/\bby$|\bcourtesy/i.test(label) && /^\p{Lu}/u.test(credit)) || isCredit(credit);
}

/** "FILE PHOTO: …" needs no credit to be a caption. */
function readFile(text: string): Caption | undefined {
  // Japanese captions end in the day and the place, behind a sign of equality.
  return FILE.test(text) || /^\P{ASCII}[^。＝]{8,100}＝[^。＝]{1,24}$/u.test(text)
    ? { image: { caption: text }, isCertain: true }
    : undefined;
}

function certain(caption: string | undefined, credit: string): Caption {
  const text = (caption ?? "").replace(/(?<![\s–—|-])[\s–—|-]+$/, "").trim();
  const named = credit.trim().replace(/^\/\s?/, "");
  return { image: text === "" ? { credit: named } : { caption: text, credit: named }, isCertain: true };
}

/** Whether a text is a credit by itself: it names an agency or a company of pictures, and is no sentence. */
export function isCredit(text: string): boolean {
  if (text.length > MAX.credit || /[.!?…。]$/.test(text)) return false;
  const words = text.split(/\s+/).length;
  if (namesAgency(text)) return words <= MAX.creditWords;
  if (PICTURE_AGENCY.test(text)) return words <= MAX.shortCredit;
  return /(?:摄|攝|撮影|提供|제공)$/.test(text) || isSlashed(text, words);
}

/** "A PHOTOGRAPHER / PAPER" */
function isSlashedInCapitals(text: string): boolean {
  return text.includes("/") && isInCapitals(text) && text.split(/\s+/).length <= MAX.creditWords;
}

/** "Ada Ferrier/The Example" */
function isSlashed(text: string, words: number): boolean {
  return /^\p{Lu}[^/,]{2,40}\/\p{Lu}/u.test(text) && words <= MAX.shortCredit && !/\s\p{Ll}/u.test(text);
}

/** A line that is a credit and no name of an agency alone, which may be the byline. */
export function readCreditLine(line: string): string | undefined {
  if (line.length > MAX.credit || isAgency(line)) return undefined;
  const source = LABEL_OF_SOURCE.exec(line);
  if (source) return line.slice(source[0].length);
  const { image } = readUnbracketed(line) ?? {};
  if (image?.credit !== undefined && image.caption === undefined) return image.credit;
  return isCredit(line) && (line.includes("/") || PICTURE_AGENCY.test(line) || /photo/i.test(line)) ? line : undefined;
}

/**
 * The caption behind "Image caption,"; undefined for a line without such a label. May be "", if the next line has it.
 */
export function readLabelledCaption(line: string): string | undefined {
  const label = LABEL_OF_CAPTION.exec(`${line} `);
  return label ? line.slice(label[0].length) : undefined;
}

/** "Getty Images A ferry leaves": some pages lose the space between credit and alternative text. */
export function readCreditAndAlt(line: string): CaptionedImage | undefined {
  const match =
    /^(?<credit>(?:[\p{Lu}][\p{L}-]* ){0,2}?(?:Getty Images|Getty|EPA|Reuters|AFP|PA Media|PA|Shutterstock|AP))\s(?<alt>\p{Lu}\S*(?:\s\S+){3,40})$/u.exec(
      line.slice(0, 400),
    )?.groups;
  if (!match?.credit || !match.alt || /[.!?]$/.test(match.alt) || line.length > 400) return undefined;
  return { credit: match.credit, alt: match.alt };
}

function isInCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}
