/** At most `parallel` tasks run at the same time, and together they weigh at most `weight`. */
export type QueueLimits = { readonly parallel: number; readonly weight: number };

type Waiting = { readonly weight: number; readonly start: () => void };

/** Runs tasks in the order in which they came, within limits. A task that is too heavy for the limit runs alone. */
export class WeightedQueue {
  readonly #limits: QueueLimits;
  readonly #waiting: Waiting[] = [];
  #running = 0;
  #weight = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  async run<Value>(weight: number, task: () => Promise<Value>): Promise<Value> {
    await new Promise<void>((start) => {
      this.#waiting.push({ weight, start });
      this.#startNext();
    });
    try {
      return await task();
    } finally {
      this.#running -= 1;
      this.#weight -= weight;
      this.#startNext();
    }
  }

  #startNext(): void {
    for (let [next] = this.#waiting; next; [next] = this.#waiting) {
      const isFree = this.#running < this.#limits.parallel && this.#weight + next.weight <= this.#limits.weight;
      if (!isFree && this.#running > 0) return;
      this.#waiting.shift();
      this.#running += 1;
      this.#weight += next.weight;
      next.start();
    }
  }
}
