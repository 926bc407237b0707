/**
 * An order for the load generator: `connections` that send requests for `milliseconds`, after a warm-up that is not
 * counted.
 */
export type LoadOrder = {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expectedStatus: number;
  readonly connections: number;
  readonly warmUpMilliseconds: number;
  readonly milliseconds: number;
};

/** `answers` includes the responses of the warm-up. `p99` is the 99th percentile of the latencies in milliseconds. */
export type LoadResult = { readonly answers: number; readonly requestsPerSecond: number; readonly p99: number };

export type LoadReply = { readonly result: LoadResult } | { readonly fault: string };
