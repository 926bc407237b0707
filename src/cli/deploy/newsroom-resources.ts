import { unstable_readConfig } from "wrangler";
import * as z from "zod";

/** A resource that the newsroom's Worker is bound to. `create` are the arguments of wrangler that create it. */
export type Resource = { readonly what: string; readonly create: readonly string[] };

const queue = z.object({ queue: z.string(), dead_letter_queue: z.string().optional() });
const configSchema = z.object({
  d1_databases: z.array(z.object({ database_name: z.string() })),
  r2_buckets: z.array(z.object({ bucket_name: z.string() })),
  queues: z.object({ producers: z.array(queue).default([]), consumers: z.array(queue).default([]) }),
});

/** The resources that the configuration names. They can be created in any order. */
export function newsroomResources(configFile: string): readonly Resource[] {
  const config = configSchema.parse(unstable_readConfig({ config: configFile, env: "newsroom" }));
  const { producers, consumers } = config.queues;
  const queues = [...producers, ...consumers].flatMap((each) => [each.queue, each.dead_letter_queue ?? each.queue]);
  return [
    ...config.d1_databases.map(({ database_name: name }) => ({
      what: `the database ${name}`,
      create: ["d1", "create", name],
    })),
    ...config.r2_buckets.map(({ bucket_name: name }) => ({
      what: `the bucket ${name}`,
      create: ["r2", "bucket", "create", name],
    })),
    ...[...new Set(queues)].map((name) => ({ what: `the queue ${name}`, create: ["queues", "create", name] })),
  ];
}

/** The messages and codes of Cloudflare for a name that is in use already, of databases, buckets and queues. */
const IS_THERE = /\balready (?:exists|taken)\b|\[code: (?:7502|10004|11009)\]/i;

/** Whether a resource could not be created only because it exists already. */
export function isThereAlready(output: string): boolean {
  return IS_THERE.test(output);
}
