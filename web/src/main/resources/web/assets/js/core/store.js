/** What this tab keeps for the shop, over a reload; in a browser that keeps nothing, until then. */

const PREFIX = "phoneseller.";
const memory = new Map();

function storage() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

export const tab = {
  get(name) {
    const text = storage()?.getItem(PREFIX + name) ?? memory.get(name) ?? null;
    return text === null ? null : JSON.parse(text);
  },

  set(name, value) {
    const text = JSON.stringify(value);
    try {
      sessionStorage.setItem(PREFIX + name, text);
      memory.delete(name);
    } catch {
      memory.set(name, text);
    }
  },

  remove(name) {
    storage()?.removeItem(PREFIX + name);
    memory.delete(name);
  },

  /** Those that begin so. */
  names(beginning) {
    const stored = Object.keys(storage() ?? {}).filter((name) => name.startsWith(PREFIX));
    const all = [...stored.map((name) => name.slice(PREFIX.length)), ...memory.keys()];
    return all.filter((name) => name.startsWith(beginning));
  },
};
