import { err, ok, type Result } from "../../syntax/result.ts";
import { readBody } from "./body.ts";
import { type Dateline, readDateline } from "./dateline.ts";
import type { WireCopyFault } from "./fault.ts";
import { type Header, isHeaderLine, readHeader } from "./header.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { withPullQuotes } from "./pull-quotes.ts";
import { readLabelAlone, readRelated } from "./related-label.ts";
import { isZone } from "./resolve-time.ts";
import { readTimes, type TimesContext } from "./times.ts";
import { readTimesLine } from "./times-line.ts";
import type { WireBlock, WireCopy } from "./wire-copy.ts";

/** `notes` say what was guessed, one line each, for the author to check. */
export type ParsedWireCopy = { readonly copy: WireCopy; readonly notes: readonly string[] };

const MAX_HEADLINE = 300;

/**
 * Reads an article copied as plain text from a news page. Each element of the page becomes its field, every word is
 * kept, and none is added: what the copy does not say stays absent.
 */
export function parseWireCopy(source: string, context: TimesContext): Result<ParsedWireCopy, WireCopyFault> {
  if (context.zone !== undefined && !isZone(context.zone)) return err({ kind: "unknown zone", zone: context.zone });
  const paragraphs = paragraphsOf(source, isOnItsOwn);
  if (paragraphs.length === 0) return err({ kind: "empty" });
  const { header, length } = readHeader(paragraphs.map((paragraph) => paragraph.text));
  const { text, times: timesBelow, others } = splitTimes(paragraphs.slice(length));
  const { headline } = header;
  if (headline === undefined) return err({ kind: "no headline" });
  if (headline.length > MAX_HEADLINE) return err({ kind: "no headline", found: headline.slice(0, 60) });

  const notes = notesOnHeader(header);
  const joined = paragraphs.filter((paragraph) => paragraph.joined).length;
  if (joined > 0) notes.push(`paragraphs: joined the lines of ${joined}, which looked wrapped`);
  const blocks = withPullQuotes(readBody(text), (quote, recognition) => {
    const why = recognition === "again" ? "the text says it again" : "by the line below it";
    const who = quote.by === undefined ? "nobody named" : `by "${quote.by}"${quote.role ? `, "${quote.role}"` : ""}`;
    notes.push(`pull quote: took "${opening(quote.paragraphs.join(" "))}", ${who} (${why})`);
  });
  const { body, dateline } = splitDateline(blocks);
  if (!body.some(({ kind }) => kind === "paragraph")) return err({ kind: "no body" });
  const timesRead = readTimes([...header.times, ...timesBelow], context);
  if (!timesRead.ok) return timesRead;
  const times = timesRead.value;

  const sender = agencyAndPlace(header.agencies.join(", "), dateline);
  notes.push(...sender.notes, ...times.notes);
  const unplaced = [...header.unplaced, ...others, ...times.unplaced, ...sender.unplaced];
  notes.push(...unplaced.map((words) => `kept as a comment: "${words}", for which there is no field`));
  const copy: WireCopy = {
    headline,
    ...(header.standfirst && { standfirst: header.standfirst }),
    byline: header.people,
    ...(sender.agency && { agency: sender.agency }),
    ...(header.image && { image: header.image }),
    ...(sender.place && { dateline: sender.place }),
    published: times.published,
    ...(times.updated && { updated: times.updated }),
    body,
    unplaced,
  };
  return ok({ copy, notes });
}

function isOnItsOwn(line: string): boolean {
  return isHeaderLine(line) || readRelated(line) !== undefined || readLabelAlone(line) !== undefined;
}

/** Some pages print their times below the caption or below the text. */
function splitTimes(paragraphs: readonly Paragraph[]) {
  const lines = paragraphs.map((paragraph) => readTimesLine(paragraph.text));
  return {
    text: paragraphs.filter((_, index) => lines[index] === undefined),
    times: lines.flatMap((line) => line?.times ?? []),
    others: lines.flatMap((line) => line?.others ?? []),
  };
}

/** A dateline can only precede the first sentence. */
function splitDateline(blocks: readonly WireBlock[]): { body: readonly WireBlock[]; dateline: Dateline | undefined } {
  const first = blocks.find((block) => block.kind === "paragraph");
  const dateline = first && readDateline(first.text);
  if (!dateline) return { body: blocks, dateline: undefined };
  return { body: blocks.map((block) => (block === first ? { ...first, text: dateline.rest } : block)), dateline };
}

/**
 * The agency in the dateline is the source of the copy, unless the byline names another agency. Then it stays with the
 * place.
 */
function agencyAndPlace(named: string, dateline: Dateline | undefined) {
  const { printed: place, day, agency: sender } = dateline ?? {};
  const notes: string[] = [];
  if (place !== undefined) notes.push(`dateline: took "${place}"${day === undefined ? "" : `, with the day "${day}"`}`);
  if (sender === undefined || sender === named) return { agency: named, place, unplaced: [], notes };
  if (named === "") {
    notes.push(`agency: took "${sender}" from the brackets before the first sentence`);
    return { agency: sender, place, unplaced: [], notes };
  }
  return place === undefined
    ? { agency: named, place, unplaced: [`(${sender})`], notes }
    : { agency: named, place: `${place} (${sender})`, unplaced: [], notes };
}

function notesOnHeader({ people, agencies, image, standfirst }: Header): string[] {
  return [
    ...agencies.map((name) => `byline: took "${name}" for an agency`),
    ...people.map((name) => `byline: took "${name}" for a person`),
    ...(standfirst ? [`summary: took "${opening(standfirst)}", from between headline and byline`] : []),
    ...(image ? [`image: took "${opening(image.caption ?? "")}" for a caption, "${image.credit}" for its credit`] : []),
  ];
}

function opening(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, text.lastIndexOf(" ", 60)).trimEnd()}…`;
}
