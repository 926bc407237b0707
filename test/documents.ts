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

/** README.md and all of docs/, as paths below the repository, sorted; the README comes first. */
export function readerDocuments(repository: string): readonly string[] {
  const docs = globSync("docs/**/*.md", { cwd: repository }).map((file) => file.replaceAll("\\", "/"));
  return ["README.md", ...docs.toSorted()];
}

export function readDocument(repository: string, file: string): string {
  return readFileSync(join(repository, file), "utf8");
}

/** The fenced blocks of a document, in its order. */
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
 * The commands of a document that a test runs, in its order: those of the `sh` blocks with this mark. `run` needs a copy of the project only,
 * `newsroom` a newsroom besides.
 */
export function commandsOf(repository: string, file: string, mark: "run" | "newsroom"): readonly string[] {
  return blocksOf(repository, file).flatMap((block) =>
    block.language === "sh" && block.mark === mark ? [block.text] : [],
  );
}

/** The text without its fenced blocks, which may hold what looks like headings and links. */
export function proseOf(text: string): string {
  return text.replace(FENCE, "");
}
