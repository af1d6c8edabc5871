// An article names the same things again and again, and is read again after every edit.
const MAX = 20_000;

/** Keeps what a pure function makes of words; all of it is dropped where there are too many. */
export function remembered<T>(make: (words: string) => T): (words: string) => T {
  const known = new Map<string, T>();
  return (words) => {
    let made = known.get(words);
    if (made === undefined) {
      if (known.size >= MAX) known.clear();
      made = make(words);
      known.set(words, made);
    }
    return made;
  };
}
