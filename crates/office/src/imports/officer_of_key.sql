SELECT id, officer_id, said, vanished_on IS NOT NULL FROM import_officer WHERE source_id = ?1 AND key = ?2
