-- What can be said of a person.
UPDATE account
   SET login = :login, name = :name, staff_no = :staff_no, post = :post, department_id = :department_id,
       in_quota = :in_quota, handles_minors = :handles_minors, on_duty = :on_duty, case_cap = :case_cap,
       ended_on = :ended_on
 WHERE id = :id;
