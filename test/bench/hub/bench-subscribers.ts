/** The subscribers of the bench: callbacks at several hosts, which are all one server on loopback. */
export type Seeding = { readonly subscribers: number; readonly port: number; readonly secrets: Secrets };

/** Whether subscribers have no secret, one each, or one that all share, as those of one reading service may. */
export type Secrets = "none" | "own" | "shared";

export function secretOf(index: number, secrets: Secrets): string | undefined {
  return secrets === "none" ? undefined : `secret ${secrets === "own" ? index : "of all"}`;
}

const HOSTS = 200;

/** Neighbours in a page have different hosts, like subscribers that arrive one by one. */
export function callbackOf(index: number, port: number): string {
  return `http://127.0.1.${1 + (index % HOSTS)}:${port}/${index}`;
}
