import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type Composition, composeEntry, type EntryJob } from "./compose-entry.ts";

type Waiting = {
  readonly jobs: readonly EntryJob[];
  readonly done: (compositions: readonly Composition[]) => void;
  readonly failed: (error: unknown) => void;
};

/**
 * A thread that composes articles, list after list. If the thread fails, for example because its memory is used up, the
 * jobs that it has not answered are done here, and so are all later ones.
 */
export class ComposeThread {
  #worker: Worker | undefined;
  readonly #waiting: Waiting[] = [];

  constructor() {
    const worker = new Worker(fileURLToPath(new URL("./compose-worker.ts", import.meta.url).href));
    worker.on("message", (compositions: readonly Composition[]) => this.#waiting.shift()?.done(compositions));
    worker.on("error", () => this.#giveUp());
    worker.on("exit", () => this.#giveUp());
    this.#worker = worker;
  }

  /** The compositions of the jobs, in their order. Lists are answered in the order in which they come. */
  compose(jobs: readonly EntryJob[]): Promise<readonly Composition[]> {
    return new Promise((done, failed) => {
      this.#waiting.push({ jobs, done, failed });
      if (this.#worker) this.#worker.postMessage(jobs);
      else this.#giveUp();
    });
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#waiting.length = 0;
    await worker?.terminate();
  }

  /** An exception of a job is thrown again here, where its message is shown. */
  #giveUp(): void {
    this.#worker = undefined;
    for (const { jobs, done, failed } of this.#waiting.splice(0))
      try {
        done(jobs.map(composeEntry));
      } catch (error) {
        failed(error);
      }
  }
}
