SELECT id, hearing_id, said, vanished_on IS NOT NULL FROM import_hearing WHERE source_id = ?1 AND key = ?2;
