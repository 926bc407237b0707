import type { PrintedTime } from "../times-line.ts";
import type { CaptionedImage } from "../wire-copy.ts";
import type { DateOrder } from "../written-date.ts";
import type { HeaderLine } from "./line-kind.ts";

/**
 * Everything above the text, in whatever order the page has it. `unplaced`: words about the article that no field
 * takes. `furniture`: words of the page. `relative`: times such as "2 hours ago". `related`: links above the text.
 */
export type Header = {
  headline?: string;
  standfirst?: string;
  readonly people: string[];
  readonly agencies: string[];
  readonly times: PrintedTime[];
  readonly relative: PrintedTime[];
  image?: CaptionedImage;
  readonly unplaced: string[];
  readonly furniture: string[];
  readonly related: string[];
  /** A place in capitals on a line of its own, between the writer and the text. */
  dateline?: string;
};

/** A header that is being read: what is in it so far, and all lines of the copy. */
export type Reading = {
  readonly header: Header;
  readonly lines: readonly HeaderLine[];
  readonly order: DateOrder | undefined;
};
