create table timeline (
  order_id    bigint not null,
  source      varchar(100) not null,
  event_id    varchar(100) not null,
  step        integer not null,
  event       varchar(20) not null,
  happened_at timestamp(6) with time zone not null,
  row_id      bigint not null,
  customer_id varchar(64),
  item        varchar(200),
  qty         integer,
  price       bigint,
  point       bigint,
  primary key (order_id, source, event_id)
);

create table order_view (
  order_id    bigint primary key,
  version     integer not null,
  customer_id varchar(64),
  item        varchar(200),
  qty         integer,
  price       bigint,
  status      varchar(20),
  point       bigint
);

create index order_view_customer on order_view (customer_id, order_id);

create table points_entry (
  order_id    bigint not null,
  entry_id    bigint not null,
  customer_id varchar(64),
  happened_at timestamp(6) with time zone not null,
  point       bigint not null,
  reason      varchar(10) not null,
  primary key (order_id, entry_id)
);

create index points_entry_customer
  on points_entry (customer_id, happened_at, entry_id, order_id);

create table customer_totals (
  customer_id varchar(64) not null,
  stripe      integer not null,
  orders      bigint not null,
  entries     bigint not null,
  points      bigint not null,
  primary key (customer_id, stripe)
);

create table view_totals (
  stripe integer primary key,
  orders bigint not null
);

insert into view_totals (stripe, orders) values
  (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0),
  (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 0);
