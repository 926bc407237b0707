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

/** A picture that ends with this byte, so that two pictures can differ. */
export function picture(mark = 0): Buffer {
  const icon = readFileSync(join(import.meta.dirname, "../../../fixtures/samples/content/media/icon.png"));
  return Buffer.concat([icon, Buffer.from([mark])]);
}

/** A project with the given files, such as `content/articles/a.md`, in a folder that is removed after the test. */
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

/** The text of an article's file. Its id is derived from `name`. */
export function written(name: string, fields = "", body = "A first paragraph."): string {
  return `---
id: tag:example.org,2026-01-01:articles/${name}
title: About ${name}
published: 2026-01-02T03:04:05Z
${fields}---

${body}
`;
}
