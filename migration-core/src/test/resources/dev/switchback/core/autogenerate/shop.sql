[pg] create type customer_status as enum ('active', 'blocked');
[pg h2] create domain percentage as numeric(5,2) default 0 constraint percentage_range check (value between 0 and 100);
[pg maria h2] create sequence invoice_seq start with 100 increment by 1;
[pg] create function trim_name() returns trigger language plpgsql as $$ begin new.name := trim(new.name); return new; end $$;
[pg] create function with_tax(net numeric) returns numeric language sql immutable as $$ select net * 1.19 $$;
[my] create function with_tax(net decimal(12,2)) returns decimal(12,2) deterministic return net * 1.19;
create table country (
  code char(2) not null,
  name varchar(80) not null,
  constraint pk_country primary key (code),
  constraint uq_country_name unique (name)
);
create table customer (
  id {id},
  email varchar(120) not null{comment login name},
  name varchar(80) not null,
  nick varchar(40),
  country_code char(2),
  status {enum customer_status active blocked} default 'active' not null,
  credit decimal(10,2) default 0 not null,
  points integer default 5,
  created_at {timestamp} default current_timestamp not null,
  birth date,
  notes {text},
  legacy varchar(10),
  constraint uq_customer_email unique (email),
  constraint ck_customer_credit check (credit >= 0),
  constraint fk_customer_country foreign key (country_code) references country(code)
){table comment People who buy};
[pg h2] comment on table customer is 'People who buy';
[pg h2] comment on column customer.email is 'login name';
create table address (
  id {id},
  customer_id integer not null,
  street varchar(120) not null,
  city varchar(60),
  zip varchar(10),
  is_primary boolean default false not null,
  constraint fk_address_customer foreign key (customer_id) references customer(id) on delete cascade
);
create index ix_address_city on address(city, zip);
[pg lite] create unique index ux_address_primary on address(customer_id) where is_primary;
create table category (
  id {id},
  parent_id integer,
  name varchar(60) not null,
  constraint uq_category unique (parent_id, name),
  constraint fk_category_parent foreign key (parent_id) references category(id)
);
create table product (
  id {id},
  sku varchar(40) not null,
  name varchar(120) not null,
  price decimal(12,2) not null,
[pg h2]   discount percentage,
[my lite]   discount decimal(5,2) default 0,
  weight {double},
  category_id integer,
  description {text},
  attrs {json},
  constraint uq_product_sku unique (sku),
  constraint fk_product_category foreign key (category_id) references category(id) on delete set null
);
create index ix_product_category on product(category_id);
create table product_tag (
  product_id integer not null,
  tag varchar(30) not null,
  constraint pk_product_tag primary key (product_id, tag),
  constraint fk_product_tag_product foreign key (product_id) references product(id) on delete cascade
);
create table orders (
  id {big id},
  customer_id integer not null,
  order_no varchar(20) not null,
  total decimal(12,2) default 0 not null,
  status varchar(12) default 'new' not null,
  placed_at {timestamp} not null,
  constraint uq_orders_no unique (order_no),
  constraint fk_orders_customer foreign key (customer_id) references customer(id)
);
create index ix_orders_cust_date on orders(customer_id, placed_at desc);
[pg lite] create index ix_orders_lower_no on orders(lower(order_no));
create table order_line (
  order_id bigint not null,
  line_no integer not null,
  product_id integer not null,
  qty integer default 1 not null,
  price decimal(12,2) not null,
  amount decimal(14,2) generated always as (qty * price){stored},
  constraint pk_order_line primary key (order_id, line_no),
  constraint ck_order_line_qty check (qty > 0),
  constraint fk_line_order foreign key (order_id) references orders(id) on delete cascade,
  constraint fk_line_product foreign key (product_id) references product(id)
);
create table line_note (
  id {id},
  order_id bigint not null,
  line_no integer not null,
  note varchar(200) not null,
  constraint fk_line_note foreign key (order_id, line_no) references order_line(order_id, line_no)
);
create table payment (
  id {id},
  order_id bigint not null,
  amount decimal(12,2) not null,
  method varchar(20) default 'card' not null,
  paid_at {timestamp},
  constraint fk_payment_order foreign key (order_id) references orders(id)
);
create table shipment (
  id {id},
  order_id bigint not null,
  carrier varchar(30),
  tracking varchar(40) not null,
  constraint uq_shipment unique (order_id, tracking)
);
create table supplier (
  id {id},
  name varchar(80) not null,
  phone varchar(20)
);
create index ix_supplier_name on supplier(name);
[pg] create trigger supplier_name before insert or update of name on supplier for each row execute function trim_name();
[my] create trigger supplier_name before update on supplier for each row set new.name = trim(new.name);
[lite] create trigger supplier_name after update of name on supplier begin
[lite]   update supplier set name = trim(new.name) where id = new.id;
[lite] end;
create table audit_log (
  id {big id},
  entity varchar(40) not null,
  entity_id bigint,
  payload {blob},
  at {timestamp} default current_timestamp not null
);
create table department (
  id integer not null,
  name varchar(40) not null,
  head_id integer,
[lite]   constraint fk_department_head foreign key (head_id) references employee(id),
  constraint pk_department primary key (id)
);
create table employee (
  id integer not null,
  name varchar(40) not null,
  department_id integer not null,
  constraint pk_employee primary key (id),
  constraint fk_employee_department foreign key (department_id) references department(id)
);
[pg my h2] alter table department add constraint fk_department_head foreign key (head_id) references employee(id);
create table promotion (
  id {id},
  code varchar(20) not null,
  starts date
);
[my] create table tariff (
[my]   id integer not null,
[my]   zone varchar(20),
[my]   rate decimal(8,2) not null,
[my]   constraint pk_tariff primary key (id)
[maria] ) with system versioning;
[mysql] );
[pg] create table reservation (
[pg]   room integer not null,
[pg]   during daterange not null,
[pg]   constraint no_overlap exclude using gist (during with &&) where (room = 1)
[pg] );
create view active_customer as select id, email from customer where status = 'active';
create view order_total as select o.id, o.order_no, sum(l.amount) as total from orders o join order_line l on l.order_id = o.id group by o.id, o.order_no;
create view big_order as select order_no, total from order_total where total > 100;
[pg] create materialized view product_price as select id, name, with_tax(price) as gross from product;
[pg] create unique index ux_product_price on product_price(id);
[pg h2] comment on column product.discount is 'of the price';
