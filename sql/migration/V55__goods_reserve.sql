-- What backs the points: the goods in the house (on the shelf and reserved), at the price at which they are in the ledger.
-- The sum of pieces × price is the balance of the account RESERVE. A row of its own: redeeming does not touch it.
CREATE TABLE goods_reserve (
  item_id      BIGINT NOT NULL PRIMARY KEY,
  community_id BIGINT NOT NULL,
  pieces       INT    NOT NULL,
  -- hundredths of a point for one piece
  price        BIGINT NOT NULL,
  KEY goods_reserve_community (community_id),
  CONSTRAINT goods_reserve_pieces CHECK (pieces >= 0),
  CONSTRAINT goods_reserve_item FOREIGN KEY (item_id) REFERENCES reward_item (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
