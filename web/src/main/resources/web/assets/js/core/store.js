/** What a browser keeps for the shop; a browser that keeps nothing loses comfort and no order. */

function kept(storage) {
  return {
    get(name) {
      try {
        return JSON.parse(storage().getItem(`phoneseller.${name}`));
      } catch {
        return null;
      }
    },
    set(name, value) {
      try {
        storage().setItem(`phoneseller.${name}`, JSON.stringify(value));
      } catch {
        // Full or forbidden: the page works on from memory.
      }
    },
    remove(name) {
      try {
        storage().removeItem(`phoneseller.${name}`);
      } catch {
        // As above.
      }
    },
    names(prefix) {
      try {
        return Object.keys(storage())
          .filter((name) => name.startsWith(`phoneseller.${prefix}`))
          .map((name) => name.slice("phoneseller.".length));
      } catch {
        return [];
      }
    },
  };
}

/** For this tab, over a reload. */
export const tab = kept(() => sessionStorage);
