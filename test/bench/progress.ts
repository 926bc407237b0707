const STARTED = performance.now();

/** A line for whoever waits, apart from the results. */
export function progress(message: string): void {
  const seconds = ((performance.now() - STARTED) / 1_000).toFixed(0).padStart(4);
  process.stderr.write(`${seconds} s  ${message}\n`);
}
