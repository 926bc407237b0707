import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Job, type JobResult, type JobSetting, openJobs } from "./compile-job.ts";

/** From this number of jobs on, starting threads costs less than they save. */
const MIN_FOR_THREADS = 300;
/** Jobs that a thread gets at a time: enough to make messages cheap, few enough for an even end. */
const JOBS_A_MESSAGE = 50;
/** Lists that a thread has at once: it goes on with the next while the results of the last are kept. */
const LISTS_A_THREAD = 2;
/** Each thread has its own copy of the compiler, about 100 MB. */
const MAX_THREADS = 4;

/**
 * `random` makes the ids that are proposed for articles without one; threads use Node's own. `threads` is the number of
 * threads beside this one, whatever the number of jobs is; 0 compiles here.
 */
export type RunOptions = {
  readonly random: (count: number) => Uint8Array;
  readonly threads?: number | undefined;
};

/**
 * Runs jobs, in threads if there are many, and hands over the results in no order. The jobs of one call of `take` were
 * finished together. If a job throws, all threads end and the error is thrown here.
 */
export async function runJobs(
  jobs: readonly Job[],
  setting: JobSetting,
  { random, threads = threadsFor(jobs.length) }: RunOptions,
  take: (results: readonly JobResult[]) => void,
): Promise<void> {
  const lists = chunksOf(jobs);
  if (threads === 0) {
    const run = openJobs(setting, random);
    for (const list of lists) take(list.map(run));
    return;
  }
  const file = join(import.meta.dirname, "compile-worker.ts");
  const workers = Array.from({ length: threads }, () => new Worker(file, { workerData: setting }));
  try {
    await Promise.all(workers.map((worker) => feedThread(worker, lists, take)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** With one core, a thread would take memory and save nothing. */
function threadsFor(jobs: number): number {
  const cores = Math.min(MAX_THREADS, availableParallelism());
  return jobs < MIN_FOR_THREADS || cores === 1 ? 0 : cores;
}

function* chunksOf(jobs: readonly Job[]): Generator<readonly Job[]> {
  for (let start = 0; start < jobs.length; start += JOBS_A_MESSAGE) yield jobs.slice(start, start + JOBS_A_MESSAGE);
}

/** Gives one thread list after list until none is left. */
function feedThread(
  worker: Worker,
  lists: Iterator<readonly Job[]>,
  take: (results: readonly JobResult[]) => void,
): Promise<void> {
  let waiting = 0;
  return new Promise((resolve, reject) => {
    const next = () => {
      const list = lists.next();
      if (list.done) return;
      waiting += 1;
      worker.postMessage(list.value);
    };
    worker.on("message", (results: readonly JobResult[]) => {
      waiting -= 1;
      next();
      try {
        take(results);
      } catch (error) {
        reject(error);
      }
      if (waiting === 0) resolve();
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread that compiles articles ended with ${code}`)));
    for (let count = 0; count < LISTS_A_THREAD; count += 1) next();
    if (waiting === 0) resolve();
  });
}
