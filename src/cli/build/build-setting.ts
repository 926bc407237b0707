import { randomBytes } from "node:crypto";
import type { BuildSetting } from "./build-content-folder.ts";
import { hashOfRenderer } from "./renderer-hash.ts";

/** What a command builds or records with: the folder that it was started in, the clock, and this code. */
export function settingHere(progress?: BuildSetting["progress"]): BuildSetting {
  return {
    root: process.cwd(),
    now: Date.now(),
    renderer: hashOfRenderer(),
    randomBytes,
    ...(progress && { progress }),
  };
}
