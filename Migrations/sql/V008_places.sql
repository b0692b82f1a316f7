-- Where a recognised figure was seen, so that its picture can be cut out of the original again. All NULL where nobody
-- noted it.
-- picture: which of the pictures within the document, from 0; NULL where the pages are the file's own.
-- page: from 1. turned: by how many hundredths of a degree the page is drawn turned, clockwise.
-- box_…: the sides of the cell in ten-thousandths of the width and the height of the page so drawn.
ALTER TABLE recognition ADD COLUMN picture INTEGER CHECK (picture BETWEEN 0 AND 100000);
ALTER TABLE recognition ADD COLUMN page INTEGER CHECK (page BETWEEN 1 AND 100000);
ALTER TABLE recognition ADD COLUMN turned INTEGER CHECK (turned BETWEEN 0 AND 35999);
ALTER TABLE recognition ADD COLUMN box_left INTEGER CHECK (box_left BETWEEN 0 AND 10000);
ALTER TABLE recognition ADD COLUMN box_top INTEGER CHECK (box_top BETWEEN 0 AND 10000);
ALTER TABLE recognition ADD COLUMN box_right INTEGER CHECK (box_right BETWEEN box_left AND 10000);
ALTER TABLE recognition ADD COLUMN box_bottom INTEGER CHECK (box_bottom BETWEEN box_top AND 10000);
