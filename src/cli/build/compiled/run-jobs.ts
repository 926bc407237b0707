import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Job, type JobResult, type JobSetting, openJobs } from "./compile-job.ts";

/** From this number of jobs on, starting threads costs less than they save. */
const MIN_FOR_THREADS = 300;
/** Jobs that a thread gets at a time: enough to make messages cheap, few enough for an even end. */
const JOBS_A_MESSAGE = 50;
/** Each thread has its own copy of the compiler, about 100 MB. */
const MAX_THREADS = 4;

/**
 * Runs jobs, in threads if there are many, and hands over the results in no order. The jobs of one call of `take` were
 * finished together.
 *
 * @param random see `openJobs`; threads use Node's own
 */
export async function runJobs(
  jobs: readonly Job[],
  setting: JobSetting,
  random: (count: number) => Uint8Array,
  take: (results: readonly JobResult[]) => void,
): Promise<void> {
  if (jobs.length < MIN_FOR_THREADS) {
    if (jobs.length > 0) take(jobs.map(openJobs(setting, random)));
    return;
  }
  const lists = chunksOf(jobs);
  const threads = Math.min(MAX_THREADS, Math.max(2, availableParallelism()));
  await Promise.all(Array.from({ length: threads }, () => runThread(lists, setting, take)));
}

function* chunksOf(jobs: readonly Job[]): Generator<readonly Job[]> {
  for (let start = 0; start < jobs.length; start += JOBS_A_MESSAGE) yield jobs.slice(start, start + JOBS_A_MESSAGE);
}

/** Gives one thread list after list until none is left. */
function runThread(
  lists: Iterator<readonly Job[]>,
  setting: JobSetting,
  take: (results: readonly JobResult[]) => void,
): Promise<void> {
  const worker = new Worker(join(import.meta.dirname, "compile-worker.ts"), { workerData: setting });
  return new Promise((resolve, reject) => {
    const next = () => {
      const list = lists.next();
      if (!list.done) worker.postMessage(list.value);
      else worker.terminate().then(() => resolve(), reject);
    };
    worker.on("message", (results: readonly JobResult[]) => {
      try {
        take(results);
        next();
      } catch (error) {
        worker.terminate().then(() => reject(error), reject);
      }
    });
    worker.once("error", reject);
    next();
  });
}
