import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** A person at a terminal. `ask` returns what was typed, or undefined if the input has ended. */
export type Terminal = {
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly say: (text: string) => void;
  readonly close: () => void;
};

/** Reads lines of `input`. Lines that arrive while nobody asks are kept for the next question. */
export function openTerminal(input: Readable, output: Writable): Terminal {
  const reader = createInterface({ input, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      output.write(question);
      const line = await lines.next();
      return line.done ? undefined : line.value;
    },
    say: (text) => output.write(text),
    close: () => reader.close(),
  };
}

/** Asks for a yes. An empty line is one; the end of the input is not. */
export async function confirm(question: string, terminal: Terminal): Promise<boolean> {
  const typed = await terminal.ask(`${question} [Y/n]: `);
  return typed !== undefined && /^(?:y|yes)?$/i.test(typed.trim());
}
