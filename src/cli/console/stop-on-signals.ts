/**
 * Aborts at the first Ctrl-C (SIGINT) or SIGTERM, so that the command can still report what it did. The second one ends
 * the process.
 */
export function stopOnSignals(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}
