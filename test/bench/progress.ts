const STARTED = performance.now();

/** Prints a line for the person who waits, apart from the results. */
export function progress(message: string): void {
  const seconds = ((performance.now() - STARTED) / 1_000).toFixed(0).padStart(4);
  process.stderr.write(`${seconds} s  ${message}\n`);
}
