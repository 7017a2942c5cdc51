CREATE TABLE bookings (room int4range);
INSERT INTO bookings VALUES ('[1,2)'), ('[2,3)');
