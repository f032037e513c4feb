/** The phones, and how an order's item reads: `GX-NOTE99/black/256` is a phone in black with 256 GB. */

import { get } from "../core/api.js";
import { language } from "../core/i18n.js";

let list = null;

/** All phones; asked for once a page. */
export function phones() {
  list ??= get("/phones").then(({ data }) => data?._embedded?.phones ?? []);
  list.catch(() => (list = null));
  return list;
}

export async function phone(id) {
  return (await get(`/phones/${id}`)).data;
}

/** In the page's language, else in Korean. */
export function local(words) {
  return words?.[language] ?? words?.ko ?? "";
}

/** Only a picture of our own. */
export function picture(of) {
  return /^\/assets\/phones\/[\w-]+\.svg$/.test(of.picture ?? "")
    ? of.picture
    : "/assets/phones/phone.svg";
}

/** What is ordered, as the API wants it: with a choice, the stock-keeping name and its codes. */
export function itemOf(of, codes) {
  return codes.length > 0 ? [of.stockKeepingName, ...codes].join("/") : of.name;
}

/** The phone of an order's item, and the codes chosen; null for a free text. */
export function known(item, all) {
  const [name, ...codes] = (item ?? "").split("/");
  const of = all.find((one) => one.stockKeepingName === name || one.name === item);
  return of ? { phone: of, codes: of.name === item ? [] : codes } : null;
}

/** The item as people read it. */
export function describe(item, all) {
  const found = known(item, all);
  if (!found) {
    return item ?? "";
  }
  return [found.phone.name, ...chosen(found.phone, found.codes)].join(" · ");
}

export function chosen(of, codes) {
  return codes.map((code, at) => {
    const value = of.options?.[at]?.values?.find((one) => one.code === code);
    return value ? local(value) : code;
  });
}
