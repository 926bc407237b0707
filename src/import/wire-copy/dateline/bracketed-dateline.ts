import { isAgency } from "../agencies.ts";
import { withAsciiDigits } from "../language/digits.ts";
import type { Dateline } from "./dateline-fields.ts";

/** 【ソウル共同】, (서울=연합뉴스), ［ソウル ２４日 ロイター］, (ANSA) and (서울＝뉴시스). */
const BRACKETS = /^[【［[（(]([^】］\]）)]{2,40})[】］\]）)]\s?/;
const DASH = /^[-–—]\s?/;
/** A Korean writer, before the sign that ends the dateline: "김하나 기자 = ". */
const KOREAN_WRITERS = /^((?:\p{Script=Hangul}{2,4}[·,]?\s?){1,4})\s?(?:특파원|기자|통신원)?\s?=\s/u;
/** An Italian or French place behind the agency: "(ANSA) - ROMA, 24 NOV - ". */
const PLACE_BEHIND = /^(\p{Lu}[\p{L}'’ ]{1,30})(?:,\s?(\d{1,2}\s\p{L}{3,10}\.?))\s?[-–—]\s/u;
/** 新华社首尔11月24日电（记者 …）, 中新网首尔11月24日讯 */
const CHINESE =
  /^(\p{Script=Han}{2,5}?[社网網])(\p{Script=Han}{1,8}?)(\d{1,2}月\d{1,2}日)[电電讯訊]\s?(?:[（(](?:记者|記者)?\s?([^（）()]{1,30})[）)])?\s?/u;
/** （中央社記者王小明首爾24日電） */
const TAIWANESE =
  /^[（(](中央社)(?:記者)?(\p{Script=Han}{2,3})?(\p{Script=Han}{2,5}?)(\d{1,2}日)(?:綜合|專|外|綜合外)?電[）)]\s?/u;

/** Reads the datelines that begin with a bracket or an agency's own name, as East Asia and Italy write them. */
export function readBracketedDateline(paragraph: string): Dateline | undefined {
  const opening = withAsciiDigits(paragraph.slice(0, 120));
  return readChinese(opening, paragraph) ?? readBrackets(opening, paragraph);
}

function readChinese(opening: string, paragraph: string): Dateline | undefined {
  const mainland = CHINESE.exec(opening);
  if (mainland && isAgency(mainland[1] ?? "")) {
    const [all, agency = "", place = "", day = "", people] = mainland;
    const rest = paragraph.slice(all.length);
    if (rest === "") return undefined;
    return { printed: `${place}${day}`, day, agency, ...(people && { people: people.split(/[、，\s]+/) }), rest };
  }
  const island = TAIWANESE.exec(opening);
  if (!island) return undefined;
  const [all, agency = "", person, place = "", day = ""] = island;
  return {
    printed: `${place}${day}`,
    day,
    agency,
    ...(person && { people: [person] }),
    rest: paragraph.slice(all.length),
  };
}

function readBrackets(opening: string, paragraph: string): Dateline | undefined {
  const match = BRACKETS.exec(opening);
  if (!match) return undefined;
  // The digits as they are printed; none of them changed the length.
  const inside = splitAgency(paragraph.slice(1, 1 + (match[1] ?? "").length).trim());
  if (!inside) return undefined;
  const { agency, others } = inside;
  const behind = paragraph.slice(match[0].length);
  const dash = DASH.exec(behind)?.[0] ?? "";
  const text = behind.slice(dash.length);
  if (text === "") return undefined;
  const writers = KOREAN_WRITERS.exec(text.slice(0, 60));
  if (writers) {
    const people = (writers[1] ?? "")
      .split(/[·,\s]+/)
      .filter((name) => name !== "" && !/^(?:특파원|기자|통신원)$/.test(name));
    return { ...placeAndDay(others), agency, people, rest: text.slice(writers[0].length) };
  }
  const place = others === "" ? PLACE_BEHIND.exec(text.slice(0, 60)) : null;
  if (place) {
    const [all, name = "", day] = place;
    return { printed: day ? `${name}, ${day}` : name, ...(day && { day }), agency, rest: text.slice(all.length) };
  }
  // "(AP) said" is a sentence.
  if (others === "" && dash === "" && /^[A-Za-z]/.test(agency)) return undefined;
  return { ...placeAndDay(others), agency, rest: text };
}

/** The agency at the end or the beginning of the words in brackets, with or without a sign between it and the place. */
function splitAgency(text: string): { readonly agency: string; readonly others: string } | undefined {
  if (isAgency(text)) return { agency: text, others: "" };
  const parts = text.split(/\s?[=＝]\s?|[\s・]+/);
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (parts.length > 1 && isAgency(last))
    return {
      agency: last,
      others: text.slice(0, text.length - last.length).replace(/(?<![\s=＝・,])[\s=＝・,]+$/, ""),
    };
  if (parts.length > 1 && isAgency(first))
    return { agency: first, others: text.slice(first.length).replace(/^[\s=＝・,]+/, "") };
  for (let length = Math.min(8, text.length - 1); length >= 2; length -= 1) {
    const end = text.slice(-length);
    if (/^\P{ASCII}/u.test(text) && isAgency(end))
      return { agency: end, others: text.slice(0, -length).replace(/(?<![\s=＝・])[\s=＝・]+$/, "") };
  }
  return undefined;
}

function placeAndDay(text: string): { printed?: string; day?: string } {
  if (text === "") return {};
  const day = /(?:\p{Nd}{1,2}月)?\p{Nd}{1,2}日/u.exec(text)?.[0];
  return day === text ? {} : { printed: text, ...(day && { day }) };
}
