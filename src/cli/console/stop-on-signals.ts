/** Told the first time somebody presses Ctrl-C, so that what was done can still be summed up. The second time ends everything, as always. */
export function stopOnSignals(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}
