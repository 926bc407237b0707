import { describe, expect, it } from "vitest";
import { damageIn } from "../../../../src/syntax/encoding/damaged-text.ts";

const TWICE = "the source has text that was decoded in the wrong encoding";
const LOST = "the source has U+FFFD or half a character where a character was lost";
const mojibake = (text: string) =>
  new TextDecoder("windows-1252").decode(new TextEncoder().encode(text), { stream: true });

describe("damageIn", () => {
  it.each(["Fähre", "naïve", "l’été", "“quay”", "5 – 6", "2 €", "Привет", "東京", "🛳"])(
    "finds UTF-8 decoded as windows-1252: %s",
    (word) => {
      const [damage, ...others] = damageIn(`The harbour, ${mojibake(word)} and more`);
      expect(damage?.message).toBe(TWICE);
      expect(others).toEqual([]);
    },
  );

  it("finds UTF-8 decoded as Latin-1", () => {
    expect(damageIn(Buffer.from("l’été").toString("latin1"))).toMatchObject([{ message: TWICE }]);
  });

  it.each(["Caf\uFFFD", "half \uD83D of it"])("finds %j", (text) => {
    expect(damageIn(text)).toMatchObject([{ message: LOST }]);
  });

  it.each([
    "AMANHÃ” disse",
    "“SÃO PAULO” É BOM",
    "IRMÃ™",
    "Âge d’or",
    "À la plage – “été”",
    "Zoë’s naïve coöperation",
    "¡Qué día! «Sí»",
    "Größe: 5 €",
    "Привет, мир",
    "한국어 日本語",
    "ÅÄÖ åäö",
    "Đặng Thị Ngọc",
  ])("finds nothing in %s", (text) => {
    expect(damageIn(text)).toEqual([]);
  });
});
