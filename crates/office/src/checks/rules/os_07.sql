-- title zh    无罪、不负刑事责任、撤回起诉案件应当重点评查
-- title en    Acquittal or withdrawal to be evaluated
-- rule zh     判决无罪、不负刑事责任、准许撤回起诉的案件，应当列入重点评查。
-- rule en     Cases ending in an acquittal or a withdrawal are key evaluations.
-- do zh       列入重点评查，并在答复中写明评查安排。
-- do en       Take the case up for key evaluation and say so in the answer.
-- severity    high
-- applies     prosecution
-- basis       Quality2026
-- in force    always
-- good        case first_instance_prosecution 2026-01-05; person 张某; act judgment_received 2026-03-01 of=张某 kind=judgment judged_on=2026-02-26 outcome=guilty
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act judgment_received 2026-03-01 of=张某 kind=judgment judged_on=2026-02-26 outcome=acquitted; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.fields ->> 'outcome' AS outcome_judgment, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'judgment_received'
   AND a.fields ->> 'outcome' IN ('acquitted', 'not_responsible', 'withdrawn');
