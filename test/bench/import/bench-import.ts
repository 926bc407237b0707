import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "../print-table.ts";
import { progress } from "../progress.ts";
import { copySources } from "../scratch-folder.ts";
import { type Cost, runCommand } from "../served/built-folder.ts";
import { EXPORTED_SITE, writeExport } from "./write-export.ts";

const SIZES = [200, 2_000];

const PUBLICATION = `title: Moved
address: https://moved.example
description: Posts of another system.
language: en
identity: { authority: moved.example, date: 2026-01-01 }
`;

/**
 * Moves a WordPress site of generated posts: the import, and then what `npm run dev` does before it serves the first
 * page, a build for development. The second import finds everything there.
 */
export async function benchImport(sizes: readonly number[] = SIZES): Promise<readonly Table[]> {
  const rows: string[][] = [];
  let start: Cost | undefined;
  for (const posts of sizes) {
    const folder = copySources();
    rmSync(join(folder, "content"), { recursive: true });
    writeContentOf(folder);
    const file = join(folder, "export.xml");
    // An export without posts tells what starting costs.
    writeExport(file, 0);
    start ??= runCommand(folder, importing(file), { INIT_CWD: folder });
    writeExport(file, posts);
    const bytes = statSync(file).size;
    progress(`import: ${posts} posts, ${(bytes / 1e6).toFixed(0)} MB`);
    const first = runCommand(folder, importing(file), { INIT_CWD: folder });
    const articles = readdirSync(join(folder, "content/articles")).length;
    progress("import: the same again");
    const again = runCommand(folder, importing(file), { INIT_CWD: folder });
    progress("import: building");
    const build = runCommand(folder, ["src/cli/commands/build-content.ts", "--development"]);
    rows.push([
      `${posts} posts, ${(bytes / 1e6).toFixed(1)} MB`,
      String(articles),
      first.seconds.toFixed(1),
      first.cpu.toFixed(1),
      (((first.cpu - start.cpu) * 1_000) / posts).toFixed(2),
      (((again.cpu - start.cpu) * 1_000) / posts).toFixed(2),
      build.seconds.toFixed(1),
      build.cpu.toFixed(1),
      (first.seconds + build.seconds).toFixed(1),
    ]);
  }
  return [
    {
      title: "Moving a WordPress site: the import, and the build that npm run dev begins with",
      columns: ["", "articles", "import s", "CPU s", "ms a post", "again", "build s", "CPU s", "both s"],
      rows,
      notes: [
        `ms a post: CPU of the import without that of an empty export (${start?.cpu.toFixed(1)} s). again: of an import that finds all articles there.`,
        "Target: 100,000 posts, both, in 600 s.",
      ],
    },
  ];
}

function importing(file: string): readonly string[] {
  return ["src/cli/commands/import.ts", "feed", file, "--site", EXPORTED_SITE];
}

function writeContentOf(folder: string): void {
  mkdirSync(join(folder, "content/articles"), { recursive: true });
  mkdirSync(join(folder, "content/media"), { recursive: true });
  writeFileSync(join(folder, "content/publication.yaml"), PUBLICATION);
}
