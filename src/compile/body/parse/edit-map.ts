import { EditMap } from "micromark-util-edit-map";

/**
 * Replaces a step of the Markdown parser. At the end of each list, quotation and footnote the parser inserts a few
 * events near the end of its array of events. The library copies the whole array for that, so a document of many short
 * lists takes the square of its length. This copies what follows the first insertion only, with the same result.
 */
EditMap.prototype.consume = function consume(this: EditMap, events): undefined {
  const edits = this.map.sort(([a], [b]) => a - b);
  const [first] = edits;
  if (!first) return;
  const [start] = first;
  const tail = events.slice(start);
  events.length = start;
  let next = 0;
  for (const [index, removed, added] of edits) {
    for (let at = next; at < index - start; at += 1) pushed(events, tail[at]);
    for (const event of added) events.push(event);
    next = index - start + removed;
  }
  for (let at = next; at < tail.length; at += 1) pushed(events, tail[at]);
  edits.length = 0;
  this.index.clear();
};

function pushed<Item>(items: Item[], item: Item | undefined): void {
  if (item !== undefined) items.push(item);
}
