-- Order types of brands: an item of the catalogue that a brand provides, with a flow of its own.
ALTER TABLE flow_pack MODIFY COLUMN code VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;

ALTER TABLE service_item
  ADD COLUMN brand_id     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN type_code    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- 0: only the brand places such orders, residents do not find it
  ADD COLUMN orderable    TINYINT(1)  NOT NULL DEFAULT 1,
  -- NULL: the flow that the community has chosen
  ADD COLUMN flow_pack_id BIGINT      NULL,
  ADD UNIQUE KEY service_item_type (community_id, brand_id, type_code),
  ADD CONSTRAINT service_item_pack FOREIGN KEY (flow_pack_id) REFERENCES flow_pack (id);

ALTER TABLE service_order
  ADD COLUMN brand_id  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN type_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL;
