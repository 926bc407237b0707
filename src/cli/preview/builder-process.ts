import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { watchSources } from "./watch-sources.ts";

const PROGRAM = "src/cli/preview/preview-process.ts";

/** A builder that runs. */
export type Builder = {
  /** Its address, with the secret path, ending in a slash. It does not change while the builder starts again. */
  readonly address: string;
  readonly end: () => void;
};

/**
 * Starts the builder of a preview in a process of its own. It starts again when its code changes, also if it could not
 * start with the code as it was. Returns undefined if it cannot be started.
 */
export async function startBuilder(): Promise<Builder | undefined> {
  const secret = randomBytes(16).toString("hex");
  let child = startProcess(secret, 0);
  const port = await portOf(child);
  if (port === undefined) return undefined;
  const watched = watchSources(PROGRAM, () => {
    console.log("src changed: the builder starts again");
    const before = child;
    const next = () => {
      child = startProcess(secret, port);
    };
    if (before.exitCode === null && before.signalCode === null) before.once("exit", next).disconnect();
    else next();
  });
  return {
    address: `http://127.0.0.1:${port}/${secret}/`,
    end: () => {
      watched.close();
      if (child.connected) child.disconnect();
    },
  };
}

function startProcess(secret: string, port: number): ChildProcess {
  const env = { ...process.env, PREVIEW_SECRET: secret, PREVIEW_PORT: String(port) };
  const child = fork(join(import.meta.dirname, "../../..", PROGRAM), { env });
  child.once("exit", (code) => {
    if (code) console.error(`The builder ended with ${code}. It starts again when a file of src changes.`);
  });
  return child;
}

/** The port that the process says it listens on. Undefined if it ends before. */
function portOf(child: ChildProcess): Promise<number | undefined> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve(undefined));
    child.once("message", (message) => {
      const isPort = typeof message === "object" && message !== null && "port" in message;
      resolve(isPort && typeof message.port === "number" ? message.port : undefined);
    });
  });
}
