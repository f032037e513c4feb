/** What the shop says, in English. */
export default {
  "index.title": "Phones",
  "phone.title": "Choose a phone",
  "order.title": "Order",
  "me.title": "My orders and points",
};
