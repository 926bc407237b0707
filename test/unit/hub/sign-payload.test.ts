import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Digest, openPayloadSigner } from "../../../src/hub/deliver/sign-payload.ts";

const BYTES = new TextEncoder().encode("<rss>✓</rss>");
const own = (algorithm: string, secret: string) =>
  `${algorithm}=${createHmac(algorithm, Buffer.from(secret, "utf8")).update(BYTES).digest("hex")}`;

/** A signer, and the secrets for which it computed a digest. */
function countingSigner(algorithm: Parameters<Digest>[0] = "sha256") {
  const computed: string[] = [];
  const digest: Digest = (name, secret, bytes) => {
    computed.push(secret);
    return createHmac(name, secret).update(bytes).digest("hex");
  };
  return { computed, sign: openPayloadSigner(algorithm, BYTES, digest) };
}

describe("the signatures of a payload", () => {
  test("subscribers that share a secret cost one digest", () => {
    const { computed, sign } = countingSigner();
    const signatures = ["shared", "own", "shared", "shared", "own"].map(sign);
    expect(computed).toEqual(["shared", "own"]);
    expect(signatures).toEqual(["shared", "own", "shared", "shared", "own"].map((secret) => own("sha256", secret)));
  });

  test("each secret has its own, also those that look alike", () => {
    const secrets = ["a", "A", "a ", "", "ä", "a\u0308", "a".repeat(64), "a".repeat(65), "constructor", "__proto__"];
    const { computed, sign } = countingSigner();
    expect(secrets.map(sign)).toEqual(secrets.map((secret) => own("sha256", secret)));
    expect(computed).toEqual(secrets);
  });

  test.each(["sha1", "sha256", "sha384", "sha512"] as const)("%s is that of the platform", (algorithm) => {
    expect(openPayloadSigner(algorithm, BYTES)("hush ✓")).toBe(own(algorithm, "hush ✓"));
  });

  test("another payload shares nothing", () => {
    const [one, other] = [openPayloadSigner("sha256", BYTES), openPayloadSigner("sha256", BYTES.subarray(1))];
    expect(one("secret")).not.toBe(other("secret"));
  });
});
