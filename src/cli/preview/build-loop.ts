/**
 * Runs builds one after another. `touch` says that something changed and a build will be asked for; `start` asks for
 * it. A change during a build leads to one more.
 */
export class BuildLoop {
  readonly #build: () => Promise<void>;
  #isTouched = false;
  #isWanted = false;
  #isRunning = false;
  #waiting: (() => void)[] = [];

  /** @param build never rejects */
  constructor(build: () => Promise<void>) {
    this.#build = build;
  }

  touch(): void {
    this.#isTouched = true;
  }

  start(): void {
    this.#isWanted = true;
    if (!this.#isRunning) void this.#run();
  }

  /** Resolves when the last build has everything that was touched before. */
  settled(): Promise<void> {
    if (this.#isSettled()) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #isSettled(): boolean {
    return !this.#isTouched && !this.#isWanted && !this.#isRunning;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#isWanted) {
      this.#isWanted = false;
      this.#isTouched = false;
      await this.#build();
    }
    this.#isRunning = false;
    if (!this.#isSettled()) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
