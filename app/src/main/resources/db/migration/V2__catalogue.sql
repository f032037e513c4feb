create table phone (
  id                 bigint primary key,
  name               varchar(100) not null unique,
  stock_keeping_name varchar(100) not null unique,
  brand              varchar(50) not null,
  unit_price         bigint not null,
  description_ko     varchar(400) not null,
  description_en     varchar(400) not null,
  picture            varchar(50) not null,
  demo               boolean default false not null
);

create table phone_option (
  phone_id  bigint not null references phone (id),
  option_no integer not null,
  name_ko   varchar(50) not null,
  name_en   varchar(50) not null,
  primary key (phone_id, option_no)
);

create table phone_option_value (
  phone_id  bigint not null,
  option_no integer not null,
  value_no  integer not null,
  code      varchar(20) not null,
  name_ko   varchar(50) not null,
  name_en   varchar(50) not null,
  primary key (phone_id, option_no, value_no),
  foreign key (phone_id, option_no) references phone_option (phone_id, option_no)
);

insert into phone (id, name, stock_keeping_name, brand, unit_price, description_ko, description_en, picture) values
  (1, 'GX Note99', 'GX-NOTE99', 'GX', 495000,
   '넓은 화면과 펜으로 하루 종일 적고 그리는 폰.',
   'A wide screen and a pen, for writing and drawing all day.', 'gx-note99'),
  (2, 'GX Fold7', 'GX-FOLD7', 'GX', 1890000,
   '펼치면 책 한 권, 접으면 주머니 속 폰.',
   'Unfolded it is a book, folded it fits a pocket.', 'gx-fold7'),
  (3, 'GX Lite3', 'GX-LITE3', 'GX', 279000,
   '꼭 필요한 것만 담은 가벼운 첫 폰.',
   'A light first phone with what is needed and no more.', 'gx-lite3'),
  (4, 'Nari 5', 'NARI-5', 'Nari', 899000,
   '어두운 곳에서도 또렷한 카메라.',
   'A camera that sees clearly in the dark.', 'nari-5'),
  (5, 'Nari 5 mini', 'NARI-5-MINI', 'Nari', 649000,
   '한 손에 쏙 들어오는 작은 크기, 같은 카메라.',
   'The same camera, in a size for one hand.', 'nari-5-mini'),
  (6, 'Haneul Air', 'HANEUL-AIR', 'Haneul', 730000,
   '두께 5.9 mm, 하늘만큼 가벼운 폰.',
   'Thin as 5.9 mm, light as the sky.', 'haneul-air'),
  (7, 'Bawi X2', 'BAWI-X2', 'Bawi', 420000,
   '떨어뜨려도 물에 빠뜨려도 끄떡없고, 배터리는 사흘.',
   'Stands falls and water; its battery lasts three days.', 'bawi-x2'),
  (8, 'Maru Folder', 'MARU-FOLDER', 'Maru', 159000,
   '큰 글씨와 큰 버튼, 통화가 편한 폴더폰.',
   'Large letters and keys: a flip phone made for calls.', 'maru-folder');

insert into phone (id, name, stock_keeping_name, brand, unit_price, description_ko, description_en, picture, demo) values
  (9, 'Demo 402', 'DEMO-402', 'Demo', 402,
   '연습용: 한 대를 주문하면 결제가 거절됩니다.',
   'For trying: the payment of one is declined.', 'demo', true),
  (10, 'Demo 408', 'DEMO-408', 'Demo', 408,
   '연습용: 한 대를 주문하면 결제 응답이 늦게 옵니다.',
   'For trying: the payment of one is answered late.', 'demo', true),
  (11, 'Demo 504', 'DEMO-504', 'Demo', 504,
   '연습용: 한 대를 주문하면 결제 응답이 오지 않습니다.',
   'For trying: the payment of one is never answered.', 'demo', true);

insert into phone_option (phone_id, option_no, name_ko, name_en)
  select id, 1, '색상', 'Colour' from phone where demo = false;
insert into phone_option (phone_id, option_no, name_ko, name_en)
  select id, 2, '저장 용량', 'Storage' from phone where id between 1 and 7;

insert into phone_option_value (phone_id, option_no, value_no, code, name_ko, name_en) values
  (1, 1, 1, 'black', '검정', 'Black'),
  (1, 1, 2, 'silver', '은색', 'Silver'),
  (1, 1, 3, 'blue', '파랑', 'Blue'),
  (2, 1, 1, 'black', '검정', 'Black'),
  (2, 1, 2, 'silver', '은색', 'Silver'),
  (3, 1, 1, 'white', '흰색', 'White'),
  (3, 1, 2, 'mint', '민트', 'Mint'),
  (3, 1, 3, 'black', '검정', 'Black'),
  (4, 1, 1, 'black', '검정', 'Black'),
  (4, 1, 2, 'violet', '보라', 'Violet'),
  (5, 1, 1, 'violet', '보라', 'Violet'),
  (5, 1, 2, 'pink', '분홍', 'Pink'),
  (5, 1, 3, 'black', '검정', 'Black'),
  (6, 1, 1, 'blue', '파랑', 'Blue'),
  (6, 1, 2, 'white', '흰색', 'White'),
  (7, 1, 1, 'grey', '회색', 'Grey'),
  (7, 1, 2, 'orange', '주황', 'Orange'),
  (8, 1, 1, 'red', '빨강', 'Red'),
  (8, 1, 2, 'black', '검정', 'Black');

insert into phone_option_value (phone_id, option_no, value_no, code, name_ko, name_en) values
  (1, 2, 1, '256', '256 GB', '256 GB'),
  (1, 2, 2, '512', '512 GB', '512 GB'),
  (2, 2, 1, '256', '256 GB', '256 GB'),
  (2, 2, 2, '512', '512 GB', '512 GB'),
  (2, 2, 3, '1024', '1 TB', '1 TB'),
  (3, 2, 1, '64', '64 GB', '64 GB'),
  (3, 2, 2, '128', '128 GB', '128 GB'),
  (4, 2, 1, '128', '128 GB', '128 GB'),
  (4, 2, 2, '256', '256 GB', '256 GB'),
  (4, 2, 3, '512', '512 GB', '512 GB'),
  (5, 2, 1, '128', '128 GB', '128 GB'),
  (5, 2, 2, '256', '256 GB', '256 GB'),
  (6, 2, 1, '128', '128 GB', '128 GB'),
  (6, 2, 2, '256', '256 GB', '256 GB'),
  (7, 2, 1, '128', '128 GB', '128 GB'),
  (7, 2, 2, '256', '256 GB', '256 GB');

-- Whether the request under the key named a price itself. Keys from before the catalogue did, or
-- their orders have none.
alter table idempotency_key add column price_named boolean default true not null;
