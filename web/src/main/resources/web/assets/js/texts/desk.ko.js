/** What the desks say, in Korean. */
export default {
  "dealer.title": "판매점",
  "operator.title": "운영",
};
