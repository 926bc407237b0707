/** The subscribers of the bench: callbacks at several hosts, which are all one server on loopback. */
export type Seeding = { readonly subscribers: number; readonly port: number; readonly isSigned: boolean };

const HOSTS = 200;

/** Neighbours in a page have different hosts, like subscribers that arrive one by one. */
export function callbackOf(index: number, port: number): string {
  return `http://127.0.1.${1 + (index % HOSTS)}:${port}/${index}`;
}
