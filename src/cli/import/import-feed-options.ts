import type { WrittenZone } from "../../import/times/zone.ts";
import type { Timestamp } from "../../model/timestamp.ts";

/** The options of an import of a feed or an export. `source` is the file or address as it was typed. */
export type ImportFeedOptions = {
  readonly source: string;
  readonly site?: string | undefined;
  readonly section?: string | undefined;
  /** The zone of times that name none. */
  readonly zone?: WrittenZone | undefined;
  /** The time of articles that have none. */
  readonly published?: Timestamp | undefined;
  readonly withMedia: boolean;
  readonly force: boolean;
  readonly isDryRun: boolean;
  readonly withArchives: boolean;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** What all documents may take together, beside a second for every 10,000 bytes. */
  readonly maxTimeMs: number;
  readonly maxArchives: number;
  /** The file for the report as JSON, as it was typed. */
  readonly reportFile?: string | undefined;
  readonly mayAskPrivate: boolean;
};
