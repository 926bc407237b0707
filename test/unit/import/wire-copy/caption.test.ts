import { describe, expect, it } from "vitest";
import { readCaption } from "../../../../src/import/wire-copy/caption.ts";

describe("readCaption", () => {
  it.each([
    ["The quay at dusk. (BO LINDQVIST/POOL/AP)", "The quay at dusk.", "BO LINDQVIST/POOL/AP"],
    ["The quay at dusk (Reuters)", "The quay at dusk", "Reuters"],
    ["The quay at dusk. [Photo by Bo Lindqvist]", "The quay at dusk.", "Photo by Bo Lindqvist"],
    ["The quay (left) at dusk. (PHOTO: BO LINDQVIST (AP))", "The quay (left) at dusk.", "PHOTO: BO LINDQVIST (AP)"],
    ["The quay at dusk. (Harbour board via AFP)", "The quay at dusk.", "Harbour board via AFP"],
  ])("reads the credit at the end of %j", (paragraph, caption, credit) => {
    expect(readCaption(paragraph)).toEqual({ image: { caption, credit }, isCertain: true });
  });

  it("reads a credit without a caption", () => {
    expect(readCaption("(BO LINDQVIST)")).toEqual({ image: { credit: "BO LINDQVIST" }, isCertain: true });
  });

  it.each(["The pilots met the harbour board (HB).", "The boat came late (as ever)"])(
    "is not certain of %j",
    (paragraph) => {
      expect(readCaption(paragraph)?.isCertain).toBe(false);
    },
  );

  it.each(["The quay at dusk.", "The quay (PHOTO) at dusk", "The quay. (They met. They parted.)", "()"])(
    "finds no credit in %j",
    (paragraph) => {
      expect(readCaption(paragraph)).toBeUndefined();
    },
  );
});
