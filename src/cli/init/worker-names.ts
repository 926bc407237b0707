/** The names in `wrangler.toml` that are of the owner: of the two Workers, the database, the bucket and the queues. */
const NAME_LINE = /^(name|database_name|bucket_name|queue) = "([a-z0-9-]+)"$/gm;

/**
 * Gives the Workers and the resources of a newsroom in the text of `wrangler.toml` the name of the publication. Every
 * account has one of each name, so two publications must differ. Names of rate limits are no resources, and stay.
 */
export function withWorkerName(toml: string, worker: string): string {
  const [, , former = ""] = /^(name) = "([a-z0-9-]+)"$/m.exec(toml) ?? [];
  return toml.replace(NAME_LINE, (line, key: string, name: string) =>
    former !== "" && (name === former || name.startsWith(`${former}-`))
      ? `${key} = "${worker}${name.slice(former.length)}"`
      : line,
  );
}
