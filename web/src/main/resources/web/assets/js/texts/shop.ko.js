/** What the shop says, in Korean. */
export default {
  "index.title": "휴대폰",
  "phone.title": "휴대폰 고르기",
  "order.title": "주문",
  "me.title": "내 주문과 포인트",
};
