/** Won, points, numbers, and time as it is in Korea. */

import { language, t } from "./i18n.js";

const locale = language === "ko" ? "ko-KR" : "en-GB";
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const zone = "Asia/Seoul";

const day = { year: "numeric", month: "short", day: "numeric" };
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const full = new Intl.DateTimeFormat(locale, { timeZone: zone, ...day, ...clock });
const exact = new Intl.DateTimeFormat(locale, { timeZone: zone, ...clock, second: "2-digit" });
const date = new Intl.DateTimeFormat(locale, { timeZone: zone, ...day });

export function number(value) {
  return whole.format(value);
}

export function won(value) {
  return value === null || value === undefined
    ? t("format.noPrice")
    : t("format.won", { n: number(value) });
}

export function points(value) {
  return t("format.points", { n: number(value) });
}

/** With its sign, as a change of a balance. */
export function change(value) {
  const sign = value < 0 ? "\u2212" : "+";
  return t("format.points", { n: sign + number(Math.abs(value)) });
}

/** Day, hour and minute in Korea. */
export function moment(instant) {
  return full.format(new Date(instant));
}

/** The second of the day in Korea. */
export function timeOfDay(instant) {
  return exact.format(new Date(instant));
}

/** Day and second in Korea. */
export function exactly(instant) {
  return `${dayOf(instant)} ${timeOfDay(instant)}`;
}

export function dayOf(instant) {
  return date.format(new Date(instant));
}

/** 10 % of the price, rounded down, as the shop grants it. */
export function earned(price) {
  return Math.floor(price / 10);
}

/** "12 s", "3 min", "2 h". */
export function span(seconds) {
  if (seconds < 60) {
    return t("format.seconds", { n: Math.max(0, Math.round(seconds)) });
  }
  return seconds < 3600
    ? t("format.minutes", { n: Math.round(seconds / 60) })
    : t("format.hours", { n: Math.round(seconds / 3600) });
}
