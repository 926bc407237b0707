/** As many names as a publication has tags, authors and languages. */
const MAX_REMEMBERED = 2_000;
/** UTF-16 code units. */
const MAX_LENGTH = 100;

/**
 * A function that remembers its results for short texts that it gets again and again, such as names of tags. It forgets
 * all of them when there are too many, so that texts of others cannot fill the memory.
 *
 * @param work pure. A result that is undefined is not remembered
 */
export function remembered<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = work(text);
    if (text.length > MAX_LENGTH) return value;
    if (known.size === MAX_REMEMBERED) known.clear();
    known.set(text, value);
    return value;
  };
}
