import { eventually } from "./eventually.ts";
import { startGroup } from "./process-group.ts";
import type { ProjectCopy } from "./project-copy.ts";

/** `npm run newsroom` in a copy of the project, as a person runs it. */
export type RunningNewsroom = {
  readonly origin: string;
  readonly token: string;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** Sends a request to the desk with the token. */
  readonly desk: (path: string, init?: RequestInit) => Promise<Response>;
  /** The output until now. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
  /** Ends the processes at once, as a power failure does. */
  readonly kill: () => Promise<void>;
};

/**
 * @param port the port to listen on: any free port if 0, or the port that is already known
 * @param options more options of the command
 */
export async function startNewsroom(
  { root, environment }: ProjectCopy,
  port = 0,
  options: readonly string[] = [],
): Promise<RunningNewsroom> {
  const args = ["run", "--silent", "newsroom", "--", "--port", String(port), ...options];
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
