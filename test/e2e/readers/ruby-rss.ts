import { debianPackage } from "../harness/installed.ts";
import { type ScriptedParser, scriptedSubscription } from "./read-by-script.ts";
import type { ReadEntry, Reader } from "./reader.ts";

const RUBY = "/usr/bin/ruby";
const TELLS = [
  "id",
  "title",
  "url",
  "authors",
  "published",
  "summary",
  "content",
] as const satisfies (keyof ReadEntry)[];

export const RUBY_RSS: ScriptedParser = { program: RUBY, script: "read-with-rss.rb" };
export const RUBY_RSS_PACKAGE = debianPackage("ruby-rss", RUBY, ["-e", "require 'rss'"]);

/** Ruby's rss, which raises an error if a feed breaks a rule of its format. */
export const rubyRss: Reader = {
  name: "Ruby's rss",
  requirement: RUBY_RSS_PACKAGE,
  tells: { rss: TELLS, atom: [...TELLS, "updated"] },
  conditionalFrom: 2,
  takesDeltas: false,
  showsEdits: true,
  subscribe: async (address, folder) => scriptedSubscription(RUBY_RSS, address, folder),
};
