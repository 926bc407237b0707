import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe } from "vitest";

/** Software outside the project that a test needs: how to find it, and the advice to print if it is missing. */
export type Requirement = {
  readonly isThere: () => boolean;
  readonly advice: string;
  /** Whether CI installs it, so that it must not be missing there. */
  readonly isInCi: boolean;
};

/** A Debian package. The command succeeds if the package is installed. */
export function debianPackage(name: string, command: string, args: readonly string[]): Requirement {
  return {
    isThere: () => spawnSync(command, args, { stdio: "ignore" }).status === 0,
    advice: `apt-get install ${name}`,
    isInCi: true,
  };
}

/** A file that exists beside the repository on some machines and may not be copied into it. */
export function neighbour(path: string): Requirement {
  return { isThere: () => existsSync(path), advice: `there is no ${path}`, isInCi: false };
}

/**
 * `describe` for tests with a requirement. If it is missing, the tests are skipped and their name says why. In CI they
 * run and fail if CI should have it.
 */
export function describeWith(requirement: Requirement | undefined, name: string, tests: () => void): void {
  const isExpected = process.env.CI === "true" && requirement?.isInCi;
  const missing = isExpected || requirement?.isThere() ? undefined : requirement;
  describe.skipIf(missing)(missing ? `${name} (skipped: ${missing.advice})` : name, tests);
}
