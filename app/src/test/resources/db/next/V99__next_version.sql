alter table orders add column gift_note varchar(200);
alter table idempotency_key add column channel varchar(20) default 'web' not null;
create table gift (order_id bigint primary key, note varchar(200));
create index orders_with_gifts on orders (gift_note);
