/** Builds elements. Whatever comes from people or services becomes text, never markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element: `h("p", { class: "lead", onclick: act }, "text", child)`. Attributes that are null or
 * false are left out, and so are such children.
 */
export function h(tag, attributes, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same in SVG. */
export function svg(tag, attributes, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** Puts the children in place of what the element held. */
export function put(element, ...children) {
  element.replaceChildren(...present(children));
  return element;
}

export function one(selector, root = document) {
  return root.querySelector(selector);
}

/** Sets the text only when it differs, so that a live region speaks once. */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...present(children));
  return element;
}

function present(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false);
}
