import { parentPort, workerData } from "node:worker_threads";
import { type Job, type JobSetting, openJobs } from "./compile-job.ts";

/** A thread that runs jobs. It gets lists of them, and answers each list with the list of results. */
const setting: JobSetting = workerData;
const run = openJobs(setting);
parentPort?.on("message", (jobs: readonly Job[]) => parentPort?.postMessage(jobs.map(run)));
