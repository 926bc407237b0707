import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

export type Finished = { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string };

/**
 * Runs a command to its end with an empty standard input. The command is ended after a minute or after the given
 * seconds.
 */
export async function runCommand(
  file: string,
  args: readonly string[],
  { cwd, environment, seconds = 60 }: { cwd: string; environment: Readonly<Record<string, string>>; seconds?: number },
): Promise<Finished> {
  const timeout = seconds * 1_000;
  const child = spawn(file, args, { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"], timeout });
  const exitCode = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exitCode]);
  return { exitCode: code, stdout, stderr };
}

/** Runs a command and throws if it does not succeed. */
export async function runToSuccess(...command: Parameters<typeof runCommand>): Promise<string> {
  const { exitCode, stdout, stderr } = await runCommand(...command);
  if (exitCode !== 0)
    throw new Error(`${command[0]} ${command[1].join(" ")} ended with ${exitCode}:\n${stdout}${stderr}`);
  return stdout;
}
