import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toString as textOf } from "hast-util-to-string";
import { element, elements, parsePage } from "../../unit/render/html/parse-page.ts";
import { debianPackage } from "../harness/installed.ts";
import { runToSuccess } from "../harness/run-command.ts";
import type { ReadEntry, Reader, Subscription } from "./reader.ts";

type Message = { id: string; title: string; url: string; from: string; date: string; html: string };

/** The date of a message is the entry's last change. */
const TELLS = ["id", "title", "url", "authors", "updated", "words"] as const satisfies (keyof ReadEntry)[];

async function subscribe(address: string, folder: string): Promise<Subscription> {
  const inbox = join(folder, "mail/INBOX");
  for (const part of ["new", "cur", "tmp"]) mkdirSync(join(inbox, part), { recursive: true });
  const config = join(folder, "config");
  const settings = {
    from: "dateline@localhost.invalid",
    to: "reader@localhost.invalid",
    "email-protocol": "maildir",
    "maildir-path": join(folder, "mail"),
    "maildir-mailbox": "INBOX",
    "html-mail": "True",
    "date-header": "True",
    "name-format": "{author}",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(config, `[DEFAULT]\n${lines.join("\n")}\n`);
  const setting = { cwd: folder, environment: { HOME: folder, LANG: "C.UTF-8" } };
  const r2e = (...args: string[]) =>
    runToSuccess("/usr/bin/r2e", ["-c", config, "-d", join(folder, "data.json"), ...args], setting);
  await r2e("add", "dateline", address);
  return {
    poll: async () => {
      await r2e("run");
    },
    entries: async () => {
      const script = join(import.meta.dirname, "read-maildir.py");
      const messages: Message[] = JSON.parse(await runToSuccess("/usr/bin/python3", [script, inbox], setting));
      return messages.map(entryOf);
    },
  };
}

function entryOf({ id, title, url, from, date, html }: Message) {
  return { id, title, url, authors: [from], updated: date, words: bodyOf(html) };
}

/** rss2email wraps the content in a frame of its own. */
function bodyOf(html: string): string {
  const body = elements(parsePage(html), "div").find(({ properties }) => properties.id === "body");
  return textOf(body ?? element(parsePage(html), "body"))
    .replace(/\s+/g, " ")
    .trim();
}

/** A message that was sent stays unchanged, and the entry is recognised by its id. */
export const rss2email: Reader = {
  name: "rss2email",
  requirement: debianPackage("rss2email", "/usr/bin/r2e", ["--version"]),
  tells: { rss: TELLS, atom: TELLS },
  conditionalFrom: 2,
  takesDeltas: false,
  showsEdits: false,
  subscribe,
};
