-- The cases with a time limit that runs in custody.
SELECT DISTINCT d.case_id FROM deadline AS d WHERE d.in_custody = 1;
