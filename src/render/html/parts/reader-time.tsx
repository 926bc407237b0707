import type { Timestamp } from "../../../model/timestamp.ts";
import type { PageLanguage } from "../page-language.ts";
import { formatTime } from "./format-time.ts";

type ReaderTimeProps = { time: Timestamp; page: PageLanguage; class?: "dt-published" | "dt-updated" };

/** A moment for people and, with its zone, for programs. */
export function ReaderTime({ time, page, class: property }: ReaderTimeProps) {
  return (
    <time class={property} datetime={time}>
      {formatTime(time, page)}
    </time>
  );
}
