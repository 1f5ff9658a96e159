UPDATE reminder
   SET subject = :subject, account_id = :account, text = :text, due_on = :due, warn_days = :warn_days
 WHERE id = :id;
