import { err, ok, type Result } from "../../syntax/result.ts";
import { isSameAgency } from "./agencies.ts";
import { readBody } from "./body.ts";
import { readBodyLines } from "./body-lines.ts";
import { areNames } from "./byline.ts";
import { readDateline, readPlainPlace } from "./dateline/dateline.ts";
import type { Dateline } from "./dateline/dateline-fields.ts";
import type { WireCopyFault } from "./fault.ts";
import { isHeaderLine, readHeader } from "./header/header.ts";
import type { Header } from "./header/header-fields.ts";
import { isSentence } from "./header/sentence.ts";
import { isFurniture } from "./language/furniture-words.ts";
import { foreignLabelIn } from "./language/time-labels.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { withPullQuotes } from "./pull-quotes.ts";
import { readLabelAlone, readRelated } from "./related-label.ts";
import { isZone } from "./resolve-time.ts";
import { readTimes, type TimesContext } from "./times.ts";
import type { CaptionedImage, WireBlock, WireCopy } from "./wire-copy.ts";
import { dateOrderOf } from "./written-date.ts";

/**
 * `notes` say what was guessed, one line each, for the author to check. `missing` are the fields that the copy does not
 * give, with the reason if there is one. `furniture` are the words of the page that are no part of the article.
 */
export type ParsedWireCopy = {
  readonly copy: WireCopy;
  readonly notes: readonly string[];
  readonly missing: readonly string[];
  readonly furniture: readonly string[];
};

const MAX_HEADLINE = 300;

/**
 * Reads an article copied as plain text from a news page. Each element of the page becomes its field, every word of the
 * article is kept, and none is added: what the copy does not say stays absent.
 */
export function parseWireCopy(source: string, context: TimesContext): Result<ParsedWireCopy, WireCopyFault> {
  if (context.zone !== undefined && !isZone(context.zone)) return err({ kind: "unknown zone", zone: context.zone });
  const paragraphs = withLabels(paragraphsOf(source, isOnItsOwn));
  if (paragraphs.length === 0) return err({ kind: "empty" });
  const foreign = foreignLabelIn(paragraphs.slice(0, 40).map(({ text }) => text));
  const order = dateOrderOf(source) ?? (foreign === undefined ? undefined : "day first");
  const { header, length } = readHeader(
    paragraphs.map((paragraph) => paragraph.text),
    order,
  );
  const { headline } = header;
  if (headline === undefined) return err({ kind: "no headline" });
  if (headline.length > MAX_HEADLINE) return err({ kind: "no headline", found: headline.slice(0, 60) });
  const lines = readBodyLines(paragraphs.slice(length), [headline], order);
  const [image, ...furtherImages] = [...(header.image ? [header.image] : []), ...lines.images];

  const notes = notesOnHeader(header, image);
  const joined = paragraphs.filter((paragraph) => paragraph.joined).length;
  if (joined > 0) notes.push(`paragraphs: joined the lines of ${joined}, which looked wrapped`);
  const above = header.related.map((text) => ({ text, afterBlank: true, joined: false }));
  const blocks = withPullQuotes(readBody([...above, ...lines.text]), (quote, recognition) => {
    const why = recognition === "again" ? "the text says it again" : "by the line below it";
    const who = quote.by === undefined ? "nobody named" : `by "${quote.by}"${quote.role ? `, "${quote.role}"` : ""}`;
    notes.push(`pull quote: took "${opening(quote.paragraphs.join(" "))}", ${who} (${why})`);
  });
  const { body, dateline: inText } = splitDateline(blocks, header.agencies.length > 0 || lines.agency !== undefined);
  const dateline = inText ?? (header.dateline === undefined ? undefined : { printed: header.dateline, rest: "" });
  if (!body.some(({ kind }) => kind === "paragraph")) return err({ kind: "no body" });
  const relative = [...header.relative, ...lines.relative];
  const timesRead = readTimes([...header.times, ...lines.times], { ...context, order, relative });
  if (!timesRead.ok) return timesRead;
  const times = timesRead.value;

  const sender = agencyAndPlace(header.agencies.join(", "), dateline, lines.agency);
  const isUnsigned = lines.writer !== undefined && header.people.length === 0 && !dateline?.people;
  const writer = lines.writer === undefined ? [] : [lines.writer];
  if (isUnsigned) notes.push(`byline: took "${lines.writer}" for a person, from below the text`);
  const byline = [
    ...header.people,
    ...(isUnsigned ? writer : []),
    ...(dateline?.people ?? []).filter((name) => !header.people.includes(name)),
  ];
  notes.push(...sender.notes, ...times.notes);
  const unplaced = [
    ...header.unplaced,
    ...lines.unplaced,
    ...furtherImages.map(asPrinted),
    ...times.unplaced,
    ...sender.unplaced,
  ];
  notes.push(...unplaced.map((words) => `kept as a comment: "${words}", for which there is no field`));
  const copy: WireCopy = {
    headline,
    ...(header.standfirst && { standfirst: header.standfirst }),
    byline,
    ...(sender.agency && { agency: sender.agency }),
    ...(image && { image }),
    ...(sender.place && { dateline: sender.place }),
    published: times.published,
    ...(times.updated && { updated: times.updated }),
    body,
    unplaced,
  };
  const furniture = [
    ...header.furniture,
    ...relative.map(({ label, text }) => `${label} ${text}`.trim()),
    ...lines.furniture,
    ...(isUnsigned ? [] : writer),
  ];
  return ok({ copy, notes, missing: missingIn(copy, times.missing), furniture });
}

/** "By" on a line of its own goes with the names on the next one that is no furniture. */
function withLabels(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const result: Paragraph[] = [];
  let label: string | undefined;
  for (const [index, paragraph] of paragraphs.entries()) {
    const { text } = paragraph;
    const names = paragraphs.slice(index + 1, index + 4).find((below) => !isFurniture(below.text))?.text ?? "";
    const isPhoto = /^(?:foto|photo|фото|crédits?(?: photo)?|credit)\s?[:：]$/i.test(text) && names.length <= 60;
    if ((isBylineLabel(text) && areNames(names)) || (isPhoto && !isSentence(names)))
      label = isPhoto ? text : text.replace(/\s?:$/, "");
    else if (label !== undefined && !isFurniture(text)) {
      result.push({ ...paragraph, text: `${label} ${text}` });
      label = undefined;
    } else result.push(paragraph);
  }
  return result;
}

function isBylineLabel(text: string): boolean {
  return /^(?:(?:written |story |words )?by|von|par|por|di|door)\s*:?$/i.test(text);
}

/** The fields that the copy does not give. `times` are those whose reason is known. */
function missingIn(copy: WireCopy, times: readonly string[]): readonly string[] {
  const fields: readonly (readonly [string, unknown])[] = [
    ["summary", copy.standfirst],
    ["byline", copy.byline[0]],
    ["agency", copy.agency],
    ["dateline", copy.dateline],
    ["caption", copy.image?.caption],
    ["credit", copy.image?.credit],
    ["updated", copy.updated],
  ];
  const absent = fields.flatMap(([name, value]) => (value === undefined ? [name] : []));
  return [...absent.filter((name) => !times.some((reason) => reason.startsWith(name))), ...times];
}

function asPrinted({ alt, caption, credit }: CaptionedImage): string {
  const words = [alt, caption].filter((part) => part !== undefined).join(" ");
  return credit === undefined ? words : words === "" ? credit : `${words} (${credit})`;
}

function isOnItsOwn(line: string): boolean {
  return (
    isHeaderLine(line) || readRelated(line) !== undefined || readLabelAlone(line) !== undefined || isFurniture(line)
  );
}

/** A dateline can only precede the first sentence. */
function splitDateline(
  blocks: readonly WireBlock[],
  isWire: boolean,
): { body: readonly WireBlock[]; dateline: Dateline | undefined } {
  const first = blocks.find((block) => block.kind === "paragraph");
  const dateline = first && (readDateline(first.text) ?? (isWire ? readPlainPlace(first.text) : undefined));
  if (!dateline) return { body: blocks, dateline: undefined };
  return { body: blocks.map((block) => (block === first ? { ...first, text: dateline.rest } : block)), dateline };
}

/**
 * The agency in the dateline is the source of the copy, unless the byline names another agency. Then it stays with the
 * place.
 */
function agencyAndPlace(named: string, dateline: Dateline | undefined, signed: string | undefined) {
  const { printed: place, day, agency: sender } = dateline ?? {};
  const notes: string[] = [];
  // "March 3 (UPI) -- " has a day and no place.
  const dayAlone = place === undefined && day !== undefined ? [day] : [];
  if (place !== undefined) notes.push(`dateline: took "${place}"${day === undefined ? "" : `, with the day "${day}"`}`);
  if (sender === undefined && named === "" && signed !== undefined) {
    notes.push(`agency: took "${signed}" from behind the last sentence`);
    return { agency: signed, place, unplaced: dayAlone, notes };
  }
  const isSaid = [sender, named].some((name) => isSameAgency(name ?? "", signed ?? ""));
  const unplaced = [...dayAlone, ...(signed === undefined || isSaid ? [] : [`(${signed})`])];
  if (sender === undefined || isSameAgency(sender, named)) return { agency: named, place, unplaced, notes };
  if (named === "") {
    notes.push(`agency: took "${sender}" from the brackets before the first sentence`);
    return { agency: sender, place, unplaced, notes };
  }
  return place === undefined
    ? { agency: named, place, unplaced: [...unplaced, `(${sender})`], notes }
    : { agency: named, place: `${place} (${sender})`, unplaced, notes };
}

function notesOnHeader({ people, agencies, standfirst }: Header, image: CaptionedImage | undefined): string[] {
  return [
    ...agencies.map((name) => `byline: took "${name}" for an agency`),
    ...people.map((name) => `byline: took "${name}" for a person`),
    ...(standfirst ? [`summary: took "${opening(standfirst)}", from between headline and byline`] : []),
    ...(image
      ? [`image: took "${opening(image.caption ?? "")}" for a caption, "${image.credit ?? ""}" for its credit`]
      : []),
  ];
}

function opening(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, text.lastIndexOf(" ", 60)).trimEnd()}…`;
}
