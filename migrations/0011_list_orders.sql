-- Orders in which lists are opened most, so that opening one reads no more than it shows.

CREATE INDEX case_state_accepted ON case_state (accepted_on);
CREATE INDEX case_state_open ON case_state (is_open, accepted_on);
CREATE INDEX case_state_due ON case_state (is_open, next_due_on);
CREATE INDEX case_state_closed ON case_state (is_open, closed_on);
CREATE INDEX case_state_handler ON case_state (handler_id, is_open, next_due_on);
