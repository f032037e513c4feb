create index shipment_by_status on shipment (status, order_id);
