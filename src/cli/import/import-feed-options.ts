import type { Timestamp } from "../../model/timestamp.ts";

/** What an import of a feed or an export was asked for. `source` is as typed. */
export type ImportFeedOptions = {
  readonly source: string;
  readonly site?: string | undefined;
  readonly section?: string | undefined;
  /** The time of articles that have none. */
  readonly published?: Timestamp | undefined;
  readonly withMedia: boolean;
  readonly force: boolean;
  readonly isDryRun: boolean;
  readonly withArchives: boolean;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly mayAskPrivate: boolean;
};
