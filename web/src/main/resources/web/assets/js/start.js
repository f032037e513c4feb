// Runs before the first paint, so that no page flashes in another language or theme.
(() => {
  const kept = (name) => {
    try {
      return localStorage.getItem(`phoneseller.${name}`);
    } catch {
      return null;
    }
  };
  const keep = (name, value) => {
    try {
      localStorage.setItem(`phoneseller.${name}`, value);
    } catch {
      // A browser that keeps nothing shows the defaults.
    }
  };
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked === "ko" || asked === "en") {
    keep("language", asked);
  }
  const root = document.documentElement;
  root.lang = (asked === "en" || asked === "ko" ? asked : kept("language")) === "en" ? "en" : "ko";
  const theme = kept("theme");
  if (theme === "light" || theme === "dark") {
    root.dataset.theme = theme;
  }
})();
