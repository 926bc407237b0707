import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A fenced block of a document: ```` ```sh run ```` has the language `sh` and the mark `run`. `line` counts from 1. */
export type Block = {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly mark: string;
  readonly text: string;
};

const FENCE = /^```(\S*)[ \t]*([^\n]*)\n(.*?)^```[ \t]*$/gms;

/** README.md and every file of docs/, as sorted paths relative to the repository, with the README first. */
export function readerDocuments(repository: string): readonly string[] {
  const docs = globSync("docs/**/*.md", { cwd: repository }).map((file) => file.replaceAll("\\", "/"));
  return ["README.md", ...docs.toSorted()];
}

export function readDocument(repository: string, file: string): string {
  return readFileSync(join(repository, file), "utf8");
}

/** The fenced blocks of a document in their order. */
export function blocksOf(repository: string, file: string): readonly Block[] {
  const text = readDocument(repository, file);
  return [...text.matchAll(FENCE)].map((match) => ({
    file,
    line: text.slice(0, match.index).split("\n").length,
    language: match[1] ?? "",
    mark: match[2]?.trim() ?? "",
    text: match[3] ?? "",
  }));
}

/**
 * The commands of a document that a test runs: the `sh` blocks with this mark, in their order. Blocks marked `run` need
 * a copy of the project only; those marked `newsroom` also need a newsroom.
 */
export function commandsOf(repository: string, file: string, mark: "run" | "newsroom"): readonly string[] {
  return blocksOf(repository, file).flatMap((block) =>
    block.language === "sh" && block.mark === mark ? [block.text] : [],
  );
}

/** The text without its fenced blocks, whose lines may look like headings and links. */
export function proseOf(text: string): string {
  return text.replace(FENCE, "");
}
