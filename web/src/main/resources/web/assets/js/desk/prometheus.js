/** What a service's metrics say, read from Prometheus' text format. */

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)(?:\s+-?\d+)?$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g;
const ESCAPES = { "\\n": "\n", '\\"': '"', "\\\\": "\\" };

export class Metrics {
  #samples = new Map();

  constructor(text) {
    for (const line of text.split("\n")) {
      const found = SAMPLE.exec(line.trim());
      if (found) {
        this.#add(found[1], labels(found[2] ?? ""), number(found[3]));
      }
    }
  }

  /** The samples of a metric, each with its labels and value. */
  all(name) {
    return this.#samples.get(name) ?? [];
  }

  /** The only value of a metric; the sum when there are several; null when there is none. */
  value(name) {
    const found = this.all(name);
    return found.length === 0 ? null : found.reduce((sum, sample) => sum + sample.value, 0);
  }

  /** The state and the rates of each circuit breaker, by name. */
  breakers() {
    return this.all("resilience4j_circuitbreaker_state")
      .filter((sample) => sample.value === 1)
      .map(({ labels: { name, state } }) => ({
        name,
        state,
        failureRate: this.#rate("resilience4j_circuitbreaker_failure_rate", name),
        slowRate: this.#rate("resilience4j_circuitbreaker_slow_call_rate", name),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** A breaker that has seen too few calls gives -1: it has no rate yet. */
  #rate(metric, breaker) {
    const found = this.all(metric).find((sample) => sample.labels.name === breaker);
    return found && found.value >= 0 ? found.value : null;
  }

  #add(name, sampleLabels, value) {
    const sample = { labels: sampleLabels, value };
    const others = this.#samples.get(name);
    if (others) {
      others.push(sample);
    } else {
      this.#samples.set(name, [sample]);
    }
  }
}

function labels(text) {
  const found = {};
  for (const [, name, value] of text.matchAll(LABEL)) {
    found[name] = value.replace(/\\[n"\\]/g, (escape) => ESCAPES[escape]);
  }
  return found;
}

function number(text) {
  if (text === "+Inf") {
    return Infinity;
  }
  if (text === "-Inf") {
    return -Infinity;
  }
  return Number(text);
}
