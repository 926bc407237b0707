/** One line a request, in JSON, for whoever runs the service. No address of a client, no query. */
export type RequestRecord = {
  readonly message: "request";
  readonly level: "info" | "error";
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Whether the bytes were rendered for this request or already in memory; absent where nothing is rendered. */
  readonly rendition?: "rendered" | "memory";
  readonly coding?: string;
  readonly userAgent?: string;
  /** The platform's id of the request, to find it among its own logs. */
  readonly ray?: string;
  /** What went wrong inside, for a 500. */
  readonly error?: string;
};
