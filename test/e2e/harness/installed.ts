import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe } from "vitest";

/** Something from outside the project that a test needs: how to see whether it is there, and what to say where it is not. */
export type Requirement = {
  readonly isThere: () => boolean;
  readonly advice: string;
  /** Whether CI installs it, so that its absence there is a fault. */
  readonly isInCi: boolean;
};

/** A Debian package; the command succeeds where it is installed. */
export function debianPackage(name: string, command: string, args: readonly string[]): Requirement {
  return {
    isThere: () => spawnSync(command, args, { stdio: "ignore" }).status === 0,
    advice: `apt-get install ${name}`,
    isInCi: true,
  };
}

/** A file that lies beside the repository on some machines, and may not be copied into it. */
export function neighbour(path: string): Requirement {
  return { isThere: () => existsSync(path), advice: `there is no ${path}`, isInCi: false };
}

/**
 * `describe`, for tests that need something. Where it is missing they are skipped, and their name says why; in CI they run and fail, if it
 * ought to be there.
 */
export function describeWith(requirement: Requirement | undefined, name: string, tests: () => void): void {
  const isExpected = process.env.CI === "true" && requirement?.isInCi;
  const missing = isExpected || requirement?.isThere() ? undefined : requirement;
  describe.skipIf(missing)(missing ? `${name} (skipped: ${missing.advice})` : name, tests);
}
