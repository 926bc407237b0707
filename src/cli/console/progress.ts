/** Shows how far a command is. */
export type Progress = {
  /** Adds to the number of steps that the command will take. */
  readonly expect: (steps: number) => void;
  /** Counts a step. `line` says what was done; `isFault` means that it failed. */
  readonly step: (line: string, isFault?: boolean) => void;
  readonly end: () => void;
};

type Terminal = { readonly write: (text: string) => unknown; readonly isTTY?: boolean; readonly columns?: number };

const WIDTH = 30;

/** On a terminal, draws a bar with the faults above it. Elsewhere, writes one line for each step. */
export function showProgress(terminal: Terminal): Progress {
  let done = 0;
  let total = 0;
  if (!terminal.isTTY) return { expect: () => {}, step: (line) => terminal.write(`${line}\n`), end: () => {} };
  const draw = (line: string) => {
    const text = `${bar(done, total)} ${done}/${total} ${line}`;
    terminal.write(`\r\u001B[K${text.slice(0, (terminal.columns ?? 80) - 1)}`);
  };
  return {
    expect: (steps) => {
      total += steps;
      draw("");
    },
    step: (line, isFault = false) => {
      done += 1;
      if (isFault) terminal.write(`\r\u001B[K${line}\n`);
      draw(isFault ? "" : line);
    },
    end: () => terminal.write("\r\u001B[K"),
  };
}

const REFRESH_MS = 200;

/** How far a document is. `phase` says what is done with its bytes; `total` is undefined if it is not known. */
export type ByteProgress = {
  readonly phase: string;
  readonly bytes: number;
  readonly total: number | undefined;
  readonly entries: number;
};

/**
 * Draws a bar on one line of a terminal for the document that is fetched or read, with the bytes a second. Prints
 * nothing if the stream is not a terminal.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function showBytes(terminal: Terminal, now: () => number = () => performance.now()) {
  let last = Number.NEGATIVE_INFINITY;
  let start = { phase: "", at: 0, bytes: 0 };
  let isDrawn = false;
  const clear = "\r\u001B[K";
  return {
    show: ({ phase, bytes, total, entries }: ByteProgress): void => {
      if (!terminal.isTTY) return;
      const at = now();
      // Another document begins.
      if (phase !== start.phase || bytes < start.bytes) start = { phase, at, bytes };
      if (at - last < REFRESH_MS) return;
      last = at;
      isDrawn = true;
      const size = total === undefined ? sizeOf(bytes, total) : `${bar(bytes, total)} ${sizeOf(bytes, total)}`;
      const seconds = (at - start.at) / 1_000;
      const rate = seconds < 1 ? "" : `, ${megabytes((bytes - start.bytes) / seconds)} MB/s`;
      const line = `${size} ${phase}${rate}, ${entries} ${entries === 1 ? "article" : "articles"}`;
      terminal.write(`${clear}${line.slice(0, (terminal.columns ?? 80) - 1)}`);
    },
    end: (): void => {
      if (isDrawn) terminal.write(clear);
      isDrawn = false;
    },
  };
}

/**
 * Draws a bar for one transfer at a time, on one line of a terminal. Prints nothing if the stream is not a terminal.
 * `total` is undefined if it is not known; lengths are in bytes.
 */
export function showTransfer(terminal: Terminal, now: () => number = Date.now) {
  let last = 0;
  const clear = "\r\u001B[K";
  return {
    show: (name: string, bytes: number, total: number | undefined): void => {
      if (!terminal.isTTY || (now() - last < REFRESH_MS && bytes !== total)) return;
      last = now();
      terminal.write(
        `${clear}${`${bar(bytes, total)} ${sizeOf(bytes, total)} ${name}`.slice(0, (terminal.columns ?? 80) - 1)}`,
      );
    },
    end: (): void => {
      if (terminal.isTTY && last > 0) terminal.write(clear);
      last = 0;
    },
  };
}

/** Between two lines where there is no terminal. A log of a long build shows that it goes on. */
const LINE_MS = 10_000;

/**
 * Shows how far work is, of which the number of steps is known or not. On a terminal it draws a bar on one line.
 * Elsewhere it writes a line every ten seconds. It shows nothing while the work takes less than a second.
 *
 * @param what the steps in words, such as `articles compiled`, unless `show` names others
 * @param now milliseconds of a clock that never goes back
 */
export function showCount(terminal: Terminal, what: string, now: () => number = () => performance.now()) {
  const pause = terminal.isTTY ? REFRESH_MS : LINE_MS;
  let start = now();
  let last = terminal.isTTY ? start + 1_000 - REFRESH_MS : start;
  let stage = what;
  let isDrawn = false;
  const clear = "\r\u001B[K";
  return {
    show: (done: number, total: number | undefined, steps: string = what): void => {
      if (steps !== stage) {
        start = now();
        // The ten seconds of a log count from the start of its stage.
        if (!terminal.isTTY) last = start;
      }
      stage = steps;
      if (now() - last < pause) return;
      last = now();
      const of = total === undefined ? "" : `/${total}`;
      const seconds = total === undefined ? 0 : Math.ceil(((now() - start) / done / 1_000) * (total - done));
      const left = total === undefined || done === 0 ? "" : `, ${seconds} s left`;
      const line = `${done}${of} ${steps}${left}`;
      if (!terminal.isTTY) {
        terminal.write(`${line}\n`);
        return;
      }
      isDrawn = true;
      const drawn = total === undefined ? line : `${bar(done, total)} ${line}`;
      terminal.write(`${clear}${drawn.slice(0, (terminal.columns ?? 80) - 1)}`);
    },
    end: (): void => {
      if (isDrawn) terminal.write(clear);
      isDrawn = false;
    },
  };
}

/** A bar that is full when `done` reaches `total`, and empty if the total is not known. */
function bar(done: number, total: number | undefined): string {
  const filled = total ? Math.min(WIDTH, Math.round((done / total) * WIDTH)) : 0;
  return `[${"#".repeat(filled)}${".".repeat(WIDTH - filled)}]`;
}

function sizeOf(bytes: number, total: number | undefined): string {
  return total === undefined ? `${megabytes(bytes)} MB` : `${megabytes(bytes)} of ${megabytes(total)} MB`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
