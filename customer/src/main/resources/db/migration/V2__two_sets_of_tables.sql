create table timeline_2 (
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

create table order_view_2 (
  order_id    bigint primary key,
  version     integer not null,
  customer_id varchar(64),
  item        varchar(200),
  qty         integer,
  price       bigint,
  status      varchar(20),
  point       bigint
);

create index order_view_2_customer on order_view_2 (customer_id, order_id);

create table points_entry_2 (
  order_id    bigint not null,
  entry_id    bigint not null,
  customer_id varchar(64),
  happened_at timestamp(6) with time zone not null,
  point       bigint not null,
  reason      varchar(10) not null,
  primary key (order_id, entry_id)
);

create index points_entry_2_customer
  on points_entry_2 (customer_id, happened_at, entry_id, order_id);

create table customer_totals_2 (
  customer_id varchar(64) not null,
  stripe      integer not null,
  orders      bigint not null,
  entries     bigint not null,
  points      bigint not null,
  primary key (customer_id, stripe)
);

create table view_totals_2 (
  stripe integer primary key,
  orders bigint not null
);

insert into view_totals_2 (stripe, orders) values
  (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0),
  (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 0);

create table active_set (
  table_set  integer not null,
  swapped_at timestamp(6) with time zone
);

insert into active_set (table_set) values (1);

create table view_position (
  table_set       integer not null,
  topic_partition integer not null,
  next_offset     bigint not null,
  event_at        timestamp(6) with time zone not null,
  primary key (table_set, topic_partition)
);

create table rebuild (
  claim       bigint not null,
  holder      varchar(100) not null,
  expires_at  timestamp(6) with time zone not null,
  state       varchar(10) not null,
  phase       varchar(60) not null,
  records     bigint not null,
  of_records  bigint not null,
  started_at  timestamp(6) with time zone,
  finished_at timestamp(6) with time zone,
  told        varchar(4000) not null
);

insert into rebuild (claim, holder, expires_at, state, phase, records, of_records, told)
  values (0, '', current_timestamp, 'NONE', '', 0, 0, '');
