create table shipment (
  order_id    bigint primary key,
  status      varchar(20) not null,
  item        varchar(400),
  customer_id varchar(128),
  version     bigint not null
);
