import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

const PUBLICATION = `title: Harbour
address: https://news.example.org
description: News.
language: en
identity: { authority: example.org, date: 2026-01-01 }
sections: [{ slug: harbour, title: Harbour }]
`;

/** A picture with these bytes at its end, so that two can differ. */
export function picture(mark = 0): Buffer {
  const icon = readFileSync(join(import.meta.dirname, "../../../../content/media/icon.png"));
  return Buffer.concat([icon, Buffer.from([mark])]);
}

/** `content/articles/a.md` and so on, in a folder that goes with the test. */
export function projectWith(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(join(tmpdir(), "dateline-cli-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeIn(root, { "content/publication.yaml": PUBLICATION, ...files });
  return root;
}

export function writeIn(root: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** An article's file. The id is made of `name`. */
export function written(name: string, fields = "", body = "A first paragraph."): string {
  return `---
id: tag:example.org,2026-01-01:articles/${name}
title: About ${name}
published: 2026-01-02T03:04:05Z
${fields}---

${body}
`;
}
