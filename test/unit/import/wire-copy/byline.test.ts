import { describe, expect, it } from "vitest";
import { isByline, readByline } from "../../../../src/import/wire-copy/byline.ts";

describe("isByline", () => {
  it.each([
    "By Reuters",
    "by dpa",
    "BY JANE EXAMPLE",
    "By: Jane Example",
    "Written by Jane Example",
    "By John Q. Sample Jr.",
    "By Jane Example, staff reporter",
    "Source: AFP",
  ])("accepts %j", (line) => {
    expect(isByline(line)).toBe(true);
  });

  it.each([
    "By Monday the quay was empty.",
    "By the sea, a village waits",
    "Bylaws change",
    "By",
    "By Jane Example: “I was there”",
    `By ${"A".repeat(300)}`,
  ])("rejects %j", (line) => {
    expect(isByline(line)).toBe(false);
  });
});

describe("readByline", () => {
  const read = (line: string) => readByline(line);

  it.each([
    "Reuters",
    "REUTERS",
    "AP",
    "The Associated Press",
    "AFP",
    "Agence France-Presse",
    "Xinhua",
    "dpa",
    "EFE",
    "ANSA",
    "Kyodo News",
    "Yonhap",
    "TASS",
    "PTI",
    "Press Trust of India",
    "UPI",
    "Bloomberg",
    "Anadolu Agency",
    "Lantern News Service",
    "Agencies",
  ])("reads %s as an agency", (name) => {
    expect(read(`By ${name}`)).toEqual({ people: [], agencies: [name], unplaced: [] });
  });

  it.each(["Ani", "Sana", "Jane Wire"])("reads %s as a person", (name) => {
    expect(read(`By ${name}`)).toEqual({ people: [name], agencies: [], unplaced: [] });
  });

  it.each([
    ["By Jane Example and John Sample", ["Jane Example", "John Sample"], [], []],
    ["By Ann A, Bo B and Cy C", ["Ann A", "Bo B", "Cy C"], [], []],
    ["By Ann A, Bo B, and Cy C", ["Ann A", "Bo B", "Cy C"], [], []],
    ["By Jane Example, Reuters", ["Jane Example"], ["Reuters"], []],
    ["By Jane Example (Reuters)", ["Jane Example"], ["Reuters"], []],
    ["By Jane Example | AFP", ["Jane Example"], ["AFP"], []],
    ["By Jane Example of Reuters", ["Jane Example"], ["Reuters"], []],
    ["By Jane Example with Agencies", ["Jane Example"], ["Agencies"], []],
    ["By Jane Example in Port Ellery", ["Jane Example"], [], ["in Port Ellery"]],
    ["By Ann A in Port Ellery and Bo B in Oldquay", ["Ann A", "Bo B"], [], ["in Port Ellery", "in Oldquay"]],
    ["By Jane Example, Staff Reporter", ["Jane Example"], [], ["Staff Reporter"]],
    ["By Staff Reporter", ["Staff Reporter"], [], []],
    ["By Reuters Staff", [], ["Reuters"], ["Staff"]],
    ["by Xinhua writers Ann A, Bo B", ["Ann A", "Bo B"], ["Xinhua"], ["writers"]],
    ["By Reuters and AFP", [], ["Reuters", "AFP"], []],
    ["By Alexandra Anders", ["Alexandra Anders"], [], []],
  ])("reads %j", (line, people, agencies, unplaced) => {
    expect(read(line)).toEqual({ people, agencies, unplaced });
  });
});
