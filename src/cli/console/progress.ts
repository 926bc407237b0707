/** Tells whoever waits how far it is. */
export type Progress = {
  /** So many steps are ahead now. */
  readonly expect: (steps: number) => void;
  /** One step is done; `line` says what it was, and `isFault` that it went wrong. */
  readonly step: (line: string, isFault?: boolean) => void;
  readonly end: () => void;
};

type Terminal = { readonly write: (text: string) => unknown; readonly isTTY?: boolean; readonly columns?: number };

const WIDTH = 30;

/** A bar where a person looks on, with the faults above it; a line a step where a file does. */
export function showProgress(terminal: Terminal): Progress {
  let done = 0;
  let total = 0;
  if (!terminal.isTTY) return { expect: () => {}, step: (line) => terminal.write(`${line}\n`), end: () => {} };
  const draw = (line: string) => {
    const filled = total === 0 ? 0 : Math.round((done / total) * WIDTH);
    const bar = `[${"#".repeat(filled)}${".".repeat(WIDTH - filled)}] ${done}/${total} ${line}`;
    terminal.write(`\r\u001B[K${bar.slice(0, (terminal.columns ?? 80) - 1)}`);
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

/** Shows on one line of a terminal how many bytes of a document were read. Prints nothing if the stream is not a terminal. */
export function showBytesRead(terminal: NodeJS.WriteStream) {
  let last = 0;
  const clear = "\r\u001B[K";
  return {
    show: (bytes: number, total: number, entries: number): void => {
      const now = Date.now();
      if (!terminal.isTTY || now - last < REFRESH_MS) return;
      last = now;
      terminal.write(`${clear}${megabytes(bytes)} of ${megabytes(total)} MB read, ${entries} articles`);
    },
    end: (): void => {
      if (terminal.isTTY && last > 0) terminal.write(clear);
    },
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
