/** Why a text could not be taken for an article. Each has one sentence below that says what to do about it. */
export type WireCopyFault =
  | { readonly kind: "empty" }
  | { readonly kind: "too large"; readonly bytes: number }
  | { readonly kind: "not text" }
  | { readonly kind: "markup"; readonly language: "HTML or XML" | "JSON" | "front matter" }
  | { readonly kind: "no headline"; readonly found?: string }
  | { readonly kind: "no body" }
  | { readonly kind: "no published time" }
  | { readonly kind: "unreadable time"; readonly found: string; readonly label: string }
  | { readonly kind: "no zone"; readonly found: string }
  | { readonly kind: "unknown zone"; readonly zone: string }
  | {
      readonly kind: "ambiguous zone";
      readonly found: string;
      readonly name: string;
      readonly offsets: readonly string[];
    }
  | { readonly kind: "skipped time"; readonly found: string; readonly zone: string; readonly readings: Readings }
  | { readonly kind: "repeated time"; readonly found: string; readonly zone: string; readonly readings: Readings }
  | { readonly kind: "updated before published"; readonly published: string; readonly updated: string };

/** The two moments a wall-clock time may mean where clocks change, the earlier first. */
export type Readings = readonly [earlier: string, later: string];

/** The largest file that is read, in bytes: a long article is a fiftieth of it. */
export const MAX_BYTES = 1_000_000;

export function describeFault(fault: WireCopyFault): string {
  switch (fault.kind) {
    case "empty":
      return "the file is empty";
    case "too large":
      return `the file has ${fault.bytes} bytes; an article has at most ${MAX_BYTES}`;
    case "not text":
      return "the file is not UTF-8 text; copy the article from the page as plain text, and save it as UTF-8";
    case "markup":
      return `the file is ${fault.language}; copy the article from the page as plain text`;
    case "no headline":
      return fault.found === undefined
        ? "found no headline: expected one on a line of its own, before the text"
        : `found no headline: "${fault.found}…" is too long for one`;
    case "no body":
      return "found no paragraph of text after the headline";
    case "no published time":
      return 'found no line such as "Published: 21:42, February 3, 2021"; add it to the file, or --published "2021-02-03 21:42" to the command';
    case "unreadable time":
      return `cannot read "${fault.found}" (${fault.label}) as a time; expected one such as "21:42, February 3, 2021", "3 February 2021, 9:42 pm" or "2021-02-03 21:42 +08:00"${orderHint(fault.found)}${abbreviationHint(fault.found)}`;
    case "no zone":
      return `"${fault.found}" does not say in which zone; add --zone with the zone of the newsroom, such as --zone Asia/Hong_Kong`;
    case "unknown zone":
      return `"${fault.zone}" is no time zone; expected a name such as Asia/Hong_Kong, Europe/Berlin or UTC, or an offset such as +08:00`;
    case "ambiguous zone":
      return `"${fault.found}" does not say in which zone: ${fault.name} means ${orOf(fault.offsets)}; add --zone with the zone of the newsroom, or write the offset in the file`;
    case "skipped time":
      return `"${fault.found}" never was in ${fault.zone}: clocks went forward over it. ${chooseReading(fault.readings)}`;
    case "repeated time":
      return `"${fault.found}" was twice in ${fault.zone}: clocks went back over it. ${chooseReading(fault.readings)}`;
    case "updated before published":
      return `the copy says it was updated (${fault.updated}) before it was published (${fault.published}); correct the file`;
    default:
      return fault satisfies never;
  }
}

/** "03/02/2021" is the third of February in some countries and the second of March in others. */
function orderHint(found: string): string {
  return /(?<!\d)\d{1,2}[/-]\d{1,2}[/-]\d{4}/.test(found)
    ? "; the copy does not show whether the day or the month comes first: write the month as a word"
    : "";
}

function orOf(offsets: readonly string[]): string {
  return offsets.map((offset) => (offset === "Z" ? "UTC" : offset)).join(" or ");
}

/** No zone is guessed from an abbreviation that is not known. */
function abbreviationHint(found: string): string {
  const abbreviation = /\b(?!AM\b|PM\b)[A-Z]{3,5}$/.exec(found)?.[0];
  return abbreviation === undefined
    ? ""
    : `; write an offset such as +08:00 in place of ${abbreviation}, which means different zones in different places`;
}

function chooseReading([earlier, later]: Readings): string {
  return `It means ${earlier} or ${later}: write one of them in the file`;
}
