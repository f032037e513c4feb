/** What the desks say, in English. */
export default {
  "dealer.title": "Dealer",
  "operator.title": "Operator",
};
