import type { Element, ElementContent, Root } from "hast";
import { elementsIn } from "../elements.ts";

const CREDIT = /^(.*?)(?<!\s)\s*(\([^()]+\))$/s;

/**
 * Makes a figure of a picture that is alone in its paragraph. The picture's title is the caption, with the credit in
 * brackets at its end.
 */
export function shapeFigures(tree: Root): void {
  for (const node of elementsIn(tree)) {
    const picture = node.tagName === "p" ? lonePicture(node) : undefined;
    if (!picture) continue;
    const { title, ...properties } = picture.properties;
    picture.properties = properties;
    node.tagName = "figure";
    node.properties = {};
    node.children = typeof title === "string" && title.trim() !== "" ? [picture, figcaption(title.trim())] : [picture];
  }
}

function lonePicture({ children }: Element): Element | undefined {
  const shown = children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const [only] = shown;
  return shown.length === 1 && only?.type === "element" && only.tagName === "img" ? only : undefined;
}

function figcaption(title: string): Element {
  const [, caption = title, credit] = CREDIT.exec(title) ?? [];
  const children: ElementContent[] = caption === "" ? [] : [{ type: "text", value: credit ? `${caption} ` : caption }];
  if (credit !== undefined) {
    const properties = { className: ["credit"] };
    children.push({ type: "element", tagName: "span", properties, children: [{ type: "text", value: credit }] });
  }
  return { type: "element", tagName: "figcaption", properties: {}, children };
}
