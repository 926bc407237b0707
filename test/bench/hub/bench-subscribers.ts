/** Who follows in the bench: so many callbacks at so many hosts, which are all one server on loopback. */
export type Seeding = { readonly subscribers: number; readonly port: number; readonly isSigned: boolean };

const HOSTS = 200;

/** Neighbours in a page are of different hosts, as subscribers that come one by one are. */
export function callbackOf(index: number, port: number): string {
  return `http://127.0.1.${1 + (index % HOSTS)}:${port}/${index}`;
}
