-- The acts of a case with their days: which of them conclude or close it the law's list says.
SELECT kind, on_day FROM act WHERE case_id = ?1;
