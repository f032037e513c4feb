create table payment (
  order_id        bigint primary key,
  customer_id     varchar(64),
  amount          bigint not null,
  provider_key    varchar(36),
  state           varchar(20) not null,
  reason          varchar(200),
  was_paid        boolean,
  origin          varchar(10),
  step            varchar(20),
  waits_for       varchar(10),
  next_attempt_at timestamp(6) with time zone,
  attempts        integer not null,
  correlation     varchar(64) not null,
  traceparent     varchar(55) not null,
  version         bigint not null
);

create index payment_due on payment (waits_for, next_attempt_at);
