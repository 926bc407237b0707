import { eventually } from "./eventually.ts";
import { startGroup } from "./process-group.ts";
import type { ProjectCopy } from "./project-copy.ts";

/** `npm run newsroom`, as a person runs it, in a copy of the project. */
export type RunningNewsroom = {
  readonly origin: string;
  readonly token: string;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** With the token. */
  readonly desk: (path: string, init?: RequestInit) => Promise<Response>;
  /** What it has said so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
  /** As a machine that loses its power does. */
  readonly kill: () => Promise<void>;
};

/** @param port where it listens: any that is free, or the one at which it is known already */
export async function startNewsroom({ root, environment }: ProjectCopy, port = 0): Promise<RunningNewsroom> {
  const args = ["run", "--silent", "newsroom", "--", "--port", String(port)];
  const group = startGroup({ file: "npm", args, cwd: root, environment });
  try {
    const [origin, token] = await eventually(
      "the newsroom says where it is",
      () => {
        if (group.hasEnded()) throw new Error(`the newsroom ended:\n${group.output()}`);
        const [, address, secret] = /export ADDRESS=(\S+)\n\s+export TOKEN=(\S+)\n\s+curl/.exec(group.output()) ?? [];
        return address === undefined || secret === undefined ? undefined : ([address, secret] as const);
      },
      { seconds: 150, describe: group.output },
    );
    const get: RunningNewsroom["get"] = (path, headers = {}) => fetch(origin + path, { headers });
    const desk: RunningNewsroom["desk"] = (path, init) =>
      fetch(`${origin}/desk/${path}`, { ...init, headers: { ...init?.headers, Authorization: `Bearer ${token}` } });
    return { origin, token, get, desk, output: group.output, stop: group.stop, kill: group.kill };
  } catch (error) {
    await group.stop();
    throw error;
  }
}
