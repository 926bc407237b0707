import { Buffer } from "node:buffer";

/**
 * Encryption of subscribers' secrets at rest: AES-256-GCM with a key derived (HKDF, RFC 5869) from the Worker's secret
 * HUB_SECRET. A copy of the database is not enough to sign in a publisher's name. A sealed secret that is copied into
 * another subscription's row does not open.
 */

/** The subscription that a secret belongs to. `topic` is the name in the database. */
export type SecretOwner = { readonly callback: string; readonly topic: string };

const VERSION = "v1";
/** NIST SP 800-38D section 8.2.2: a random nonce of 96 bits is safe for 2³² messages under one key. */
const NONCE_BYTES = 12;

export async function sealSecret(
  secretKey: string,
  secret: string,
  owner: SecretOwner,
  randomBytes: (count: number) => Uint8Array,
): Promise<string> {
  const nonce = Uint8Array.from(randomBytes(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(
    cipher(nonce, owner),
    await keyFrom(secretKey),
    new TextEncoder().encode(secret),
  );
  return [VERSION, toBase64(nonce), toBase64(new Uint8Array(sealed))].join(".");
}

/** Returns undefined if HUB_SECRET has changed or is missing, or if the text was not sealed for this owner. */
export async function openSecret(
  secretKey: string | undefined,
  sealed: string,
  owner: SecretOwner,
): Promise<string | undefined> {
  const [version, nonce, text, ...more] = sealed.split(".");
  if (secretKey === undefined || version !== VERSION || !nonce || !text || more.length > 0) return undefined;
  try {
    const key = await keyFrom(secretKey);
    const bytes = await crypto.subtle.decrypt(cipher(fromBase64(nonce), owner), key, fromBase64(text));
    return new TextDecoder().decode(bytes);
  } catch {
    // WebCrypto throws the same error for a wrong key, a wrong owner and changed bytes.
    return undefined;
  }
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, "base64url"));
}

function cipher(nonce: Uint8Array<ArrayBuffer>, { callback, topic }: SecretOwner) {
  return { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(JSON.stringify([callback, topic])) };
}

/** Deriving a key takes as long as opening a hundred secrets, and an isolate has only one HUB_SECRET. */
let derived: { readonly from: string; readonly key: CryptoKey } | undefined;

async function keyFrom(secretKey: string): Promise<CryptoKey> {
  if (derived?.from === secretKey) return derived.key;
  const encoder = new TextEncoder();
  const material = await crypto.subtle.importKey("raw", encoder.encode(secretKey), "HKDF", false, ["deriveKey"]);
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encoder.encode("dateline: secrets of subscribers") },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
  derived = { from: secretKey, key };
  return key;
}
