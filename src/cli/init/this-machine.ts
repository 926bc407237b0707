import { spawnSync } from "node:child_process";
import { Temporal } from "temporal-polyfill";
import { canonicalLanguage } from "../../model/language-tag.ts";
import type { Machine } from "./answers.ts";

/** What this machine knows of its user. Nothing leaves it, and nothing is needed: each has a default. */
export function thisMachine(root: string): Machine {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    language: canonicalLanguage(locale) ?? "en",
    timeZone,
    day: Temporal.Now.plainDateISO().toString(),
    user: gitUser(root),
  };
}

/** The name that git has for its user. "" if it has none, or if there is no git. */
function gitUser(root: string): string {
  const { status, stdout } = spawnSync("git", ["config", "--get", "user.name"], { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout.trim() : "";
}
