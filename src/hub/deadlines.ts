/**
 * Deadlines of requests that all may take the same time. They end in the order in which they began, so one timer is
 * enough for any number of them: a job of the hub sends hundreds of requests, and a timer for each costs the runtime a
 * tenth of a delivery.
 *
 * In a Worker a timer belongs to the request or the job that started it, and so do the deadlines.
 */
export class Deadlines {
  readonly #timeout: number;
  readonly #waiting = new Set<Deadline>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param timeout in milliseconds */
  constructor(timeout: number) {
    this.#timeout = timeout;
  }

  /** Calls `end` once after the timeout, unless the returned function is called before. */
  start(end: () => void): () => void {
    const deadline: Deadline = { at: performance.now() + this.#timeout, end };
    this.#waiting.add(deadline);
    this.#timer ??= setTimeout(() => this.#pass(), this.#timeout);
    return () => {
      this.#waiting.delete(deadline);
      if (this.#waiting.size === 0) this.#stop();
    };
  }

  /** Ends what is overdue, and waits for the next one. */
  #pass(): void {
    this.#timer = undefined;
    const now = performance.now();
    for (const deadline of this.#waiting) {
      if (deadline.at > now) {
        // A request that began meanwhile has set a later timer.
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#pass(), deadline.at - now);
        return;
      }
      this.#waiting.delete(deadline);
      deadline.end();
    }
  }

  /** A timer that is left would keep the job from ending. */
  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** `at` is a time of `performance.now()`, which no change of the clock moves. */
type Deadline = { readonly at: number; readonly end: () => void };
