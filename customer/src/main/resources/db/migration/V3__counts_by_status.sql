alter table order_view add column waiting_since timestamp(6) with time zone;
alter table timeline add column correlation_id varchar(64);

alter table customer_totals add column ordered bigint default 0 not null;
alter table customer_totals add column payed bigint default 0 not null;
alter table customer_totals add column shipped bigint default 0 not null;
alter table customer_totals add column order_cancelled bigint default 0 not null;
alter table customer_totals add column pay_cancelled bigint default 0 not null;
alter table customer_totals add column pay_failed bigint default 0 not null;

alter table view_totals add column ordered bigint default 0 not null;
alter table view_totals add column payed bigint default 0 not null;
alter table view_totals add column shipped bigint default 0 not null;
alter table view_totals add column order_cancelled bigint default 0 not null;
alter table view_totals add column pay_cancelled bigint default 0 not null;
alter table view_totals add column pay_failed bigint default 0 not null;
alter table view_totals add column complete bigint default 0 not null;

create index order_view_status on order_view (status, order_id);
create index order_view_customer_status on order_view (customer_id, status, order_id);
create index order_view_waiting on order_view (waiting_since, order_id);
create index timeline_correlation on timeline (correlation_id, order_id);

update order_view set waiting_since = (
    select min(happened_at) from timeline t
    where t.order_id = order_view.order_id
      and (order_view.status is null
        or t.event = case order_view.status when 'Payed' then 'PayCompleted'
          else order_view.status end))
  where status is null
    or status in ('Ordered', 'Payed', 'OrderCancelled')
    or (status = 'Shipped' and point is null and (item is null or price >= 10));

update customer_totals set
    ordered = (select count(*) from order_view v
      where v.customer_id = customer_totals.customer_id and v.status = 'Ordered'),
    payed = (select count(*) from order_view v
      where v.customer_id = customer_totals.customer_id and v.status = 'Payed'),
    shipped = (select count(*) from order_view v
      where v.customer_id = customer_totals.customer_id and v.status = 'Shipped'),
    order_cancelled = (select count(*) from order_view v
      where v.customer_id = customer_totals.customer_id and v.status = 'OrderCancelled'),
    pay_cancelled = (select count(*) from order_view v
      where v.customer_id = customer_totals.customer_id and v.status = 'PayCancelled'),
    pay_failed = (select count(*) from order_view v
      where v.customer_id = customer_totals.customer_id and v.status = 'PayFailed')
  where stripe = (select min(stripe) from customer_totals t
    where t.customer_id = customer_totals.customer_id);

update view_totals set
    ordered = (select count(*) from order_view where status = 'Ordered'),
    payed = (select count(*) from order_view where status = 'Payed'),
    shipped = (select count(*) from order_view where status = 'Shipped'),
    order_cancelled = (select count(*) from order_view where status = 'OrderCancelled'),
    pay_cancelled = (select count(*) from order_view where status = 'PayCancelled'),
    pay_failed = (select count(*) from order_view where status = 'PayFailed'),
    complete = (select count(*) from order_view where waiting_since is null)
  where stripe = 0;

alter table order_view_2 add column waiting_since timestamp(6) with time zone;
alter table timeline_2 add column correlation_id varchar(64);

alter table customer_totals_2 add column ordered bigint default 0 not null;
alter table customer_totals_2 add column payed bigint default 0 not null;
alter table customer_totals_2 add column shipped bigint default 0 not null;
alter table customer_totals_2 add column order_cancelled bigint default 0 not null;
alter table customer_totals_2 add column pay_cancelled bigint default 0 not null;
alter table customer_totals_2 add column pay_failed bigint default 0 not null;

alter table view_totals_2 add column ordered bigint default 0 not null;
alter table view_totals_2 add column payed bigint default 0 not null;
alter table view_totals_2 add column shipped bigint default 0 not null;
alter table view_totals_2 add column order_cancelled bigint default 0 not null;
alter table view_totals_2 add column pay_cancelled bigint default 0 not null;
alter table view_totals_2 add column pay_failed bigint default 0 not null;
alter table view_totals_2 add column complete bigint default 0 not null;

create index order_view_2_status on order_view_2 (status, order_id);
create index order_view_2_customer_status on order_view_2 (customer_id, status, order_id);
create index order_view_2_waiting on order_view_2 (waiting_since, order_id);
create index timeline_2_correlation on timeline_2 (correlation_id, order_id);

update order_view_2 set waiting_since = (
    select min(happened_at) from timeline_2 t
    where t.order_id = order_view_2.order_id
      and (order_view_2.status is null
        or t.event = case order_view_2.status when 'Payed' then 'PayCompleted'
          else order_view_2.status end))
  where status is null
    or status in ('Ordered', 'Payed', 'OrderCancelled')
    or (status = 'Shipped' and point is null and (item is null or price >= 10));

update customer_totals_2 set
    ordered = (select count(*) from order_view_2 v
      where v.customer_id = customer_totals_2.customer_id and v.status = 'Ordered'),
    payed = (select count(*) from order_view_2 v
      where v.customer_id = customer_totals_2.customer_id and v.status = 'Payed'),
    shipped = (select count(*) from order_view_2 v
      where v.customer_id = customer_totals_2.customer_id and v.status = 'Shipped'),
    order_cancelled = (select count(*) from order_view_2 v
      where v.customer_id = customer_totals_2.customer_id and v.status = 'OrderCancelled'),
    pay_cancelled = (select count(*) from order_view_2 v
      where v.customer_id = customer_totals_2.customer_id and v.status = 'PayCancelled'),
    pay_failed = (select count(*) from order_view_2 v
      where v.customer_id = customer_totals_2.customer_id and v.status = 'PayFailed')
  where stripe = (select min(stripe) from customer_totals_2 t
    where t.customer_id = customer_totals_2.customer_id);

update view_totals_2 set
    ordered = (select count(*) from order_view_2 where status = 'Ordered'),
    payed = (select count(*) from order_view_2 where status = 'Payed'),
    shipped = (select count(*) from order_view_2 where status = 'Shipped'),
    order_cancelled = (select count(*) from order_view_2 where status = 'OrderCancelled'),
    pay_cancelled = (select count(*) from order_view_2 where status = 'PayCancelled'),
    pay_failed = (select count(*) from order_view_2 where status = 'PayFailed'),
    complete = (select count(*) from order_view_2 where waiting_since is null)
  where stripe = 0;
