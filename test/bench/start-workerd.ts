import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pinnedTo, SERVER_CORE } from "./pin-to-core.ts";
import { REPOSITORY } from "./scratch-folder.ts";

export type RunningWorkerd = {
  readonly pid: number;
  readonly ports: ReadonlyMap<string, number>;
  /** The port of the inspector, if it was asked for. */
  readonly inspector: number | undefined;
  /** When the process was started and when its last socket listened, in milliseconds of `performance.now()`. */
  readonly spawned: number;
  readonly listening: number;
  readonly stop: () => Promise<void>;
};

export const WORKERD = join(REPOSITORY, "node_modules/workerd/bin/workerd");

/**
 * Starts workerd with a configuration and waits until every socket listens. Its output, the request log, is discarded.
 */
export async function startWorkerd(
  configPath: string,
  sockets: readonly string[],
  { hasInspector = false } = {},
): Promise<RunningWorkerd> {
  const spawned = performance.now();
  const [command, args] = pinnedTo(SERVER_CORE, WORKERD, [
    "serve",
    "--control-fd=3",
    ...(hasInspector ? ["--inspector-addr=127.0.0.1:0"] : []),
    configPath,
  ]);
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe", "pipe"] });
  const { pid } = child;
  if (pid === undefined) throw new Error("workerd could not be started");
  const exited = once(child, "exit");
  const stopNow = () => child.kill("SIGKILL");
  process.once("exit", stopNow);
  const complaints: Buffer[] = [];
  child.stderr?.on("data", (part: Buffer) => complaints.push(part));

  const control = child.stdio[3];
  if (!(control instanceof Readable)) throw new Error("workerd has no control channel");
  const ports = new Map<string, number>();
  let inspector: number | undefined;
  for await (const line of createInterface({ input: control })) {
    const { event, socket, port }: { event: string; socket: string; port: number } = JSON.parse(line);
    if (event === "listen") ports.set(socket, port);
    // This line comes before those of the sockets.
    if (event === "listen-inspector") inspector = port;
    if (sockets.every((name) => ports.has(name))) break;
  }
  const listening = performance.now();
  if (!sockets.every((name) => ports.has(name)))
    throw new Error(`workerd did not start: ${Buffer.concat(complaints).toString("utf8")}`);

  const stop = async () => {
    process.off("exit", stopNow);
    child.kill("SIGKILL");
    await exited;
  };
  return { pid, ports, inspector, spawned, listening, stop };
}
