insert into country (code, name) values ('de', 'Germany'), ('fr', 'France'), ('jp', 'Japan');
insert into customer (email, name, nick, country_code, status, credit, points, created_at, birth, notes, legacy) values
  ('ann@example.org', 'Ann', 'annie', 'de', 'active', 10.50, 7, '2024-01-02 03:04:05', '1990-02-28', 'likes tea', 'x1'),
  ('bob@example.org', 'Bob', null, 'fr', 'active', 0, null, '2024-02-03 04:05:06', null, null, null),
  ('cem@example.org', 'O''Hara; "Cem"', 'c\m', null, 'active', 99.99, 0, '2024-03-04 05:06:07', '2001-12-31', '{umlauts}', 'x3');
insert into address (customer_id, street, city, zip, is_primary) values
  (1, 'Main Street 1', 'Berlin', '10115', true), (1, 'Side Street 2', 'Bonn', null, false), (2, 'Rue 3', 'Lyon', '69001', true);
insert into category (parent_id, name) values (null, 'all'), (1, 'books'), (1, 'toys');
insert into product (sku, name, price, discount, weight, category_id, description, attrs) values
  ('B-1', 'Atlas', 39.90, 10, 1.25, 2, 'maps', {attrs}), ('T-1', 'Ball', 5.00, 0, 0.5, 3, null, null), ('X-1', 'Gift', 1.00, 0, null, null, null, null);
insert into product_tag (product_id, tag) values (1, 'paper'), (1, 'big'), (2, 'round');
insert into orders (customer_id, order_no, total, status, placed_at) values
  (1, 'A-1', 84.80, 'new', '2024-05-01 10:00:00'), (2, 'A-2', 250.00, 'paid', '2024-05-02 11:30:00');
insert into order_line (order_id, line_no, product_id, qty, price) values (1, 1, 1, 2, 39.90), (1, 2, 2, 1, 5.00), (2, 1, 2, 50, 5.00);
insert into line_note (order_id, line_no, note) values (1, 1, 'wrap it'), (2, 1, 'all red');
insert into payment (order_id, amount, method, paid_at) values (1, 84.80, 'card', '2024-05-01 10:01:00'), (2, 250.00, 'cash', null);
insert into shipment (order_id, carrier, tracking) values (1, 'post', 'TR-1'), (2, null, 'TR-2');
insert into supplier (name, phone) values ('Acme', '123'), ('Best', null);
insert into audit_log (entity, entity_id, payload, at) values ('orders', 1, {bytes}, '2024-05-01 10:00:01'), ('orders', null, null, '2024-05-02 11:30:01');
insert into department (id, name, head_id) values (1, 'Sales', null), (2, 'Stock', null);
insert into employee (id, name, department_id) values (1, 'Eve', 1), (2, 'Fay', 2);
update department set head_id = 1 where id = 1;
[pg] insert into reservation (room, during) values (1, '[2024-01-01,2024-01-05)'), (1, '[2024-01-05,2024-01-09)'), (2, '[2024-01-02,2024-01-03)');
[my] insert into tariff (id, zone, rate) values (1, 'north', 2.5), (2, 'south', 3.25);
[my] update tariff set rate = 2.75 where id = 1;
