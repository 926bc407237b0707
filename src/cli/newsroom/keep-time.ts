const MINUTE = 60_000;

/** wrangler dev sets off no cron trigger by itself, only when its address for that is asked. This is the clock; what it gives ends it. */
export function keepTime(origin: string): () => void {
  const tick = () => {
    fetch(`${origin}/cdn-cgi/local/scheduled?cron=${encodeURIComponent("* * * * *")}`)
      .then((response) => response.body?.cancel())
      // While it restarts after an edit nobody is there; the next minute will do.
      .catch(() => {});
  };
  const timer = setInterval(tick, MINUTE);
  return () => clearInterval(timer);
}
