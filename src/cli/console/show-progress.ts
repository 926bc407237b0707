const EVERY_MS = 200;

/** One line on a terminal that is written over as an import goes on; nothing anywhere else. */
export function showProgress(terminal: NodeJS.WriteStream) {
  let last = 0;
  const clear = "\r\u001B[K";
  return {
    show: (bytes: number, total: number, entries: number): void => {
      const now = Date.now();
      if (!terminal.isTTY || now - last < EVERY_MS) return;
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
