-- Drops what names the case: a key that ends in one of its places (hearing_plan:7, hearing_plan:case:7), or a body with one of
-- its names.
DELETE FROM draft
 WHERE EXISTS (SELECT 1 FROM json_each(:texts) AS t WHERE instr(draft.body, t.value) > 0)
    OR EXISTS (SELECT 1 FROM json_each(:places, '$.case') AS p
                WHERE ':' || draft.key || ':' LIKE '%:case:' || p.value || ':%')
    OR EXISTS (SELECT 1 FROM json_each(:places, '$.hearing') AS p
                WHERE draft.key LIKE 'hearing%' AND ':' || draft.key || ':' LIKE '%:' || p.value || ':%');
