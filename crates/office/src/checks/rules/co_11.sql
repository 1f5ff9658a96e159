-- title zh  提出量刑建议但未填刑种或刑期
-- title en  Sentencing suggestion without its kind or term
-- rule zh   认罪认罚案件提出量刑建议的，应当填录具体刑种；建议有期徒刑、拘役、管制的，填录刑期。
-- rule en   A sentencing suggestion names its penalty and, for a penalty with a term, the term.
-- do zh     补填建议刑种和刑期。
-- do en     Enter the suggested penalty and term.
-- severity  medium
-- applies   prosecution
-- basis     Rules 274; Practice
-- in force  2019-12-30 ..
-- good      case first_instance_prosecution 2026-01-05; person 张某
--           act plea_statement_signed 2026-01-20 of=张某 present=duty_lawyer sentence_kind=fixed penalty=fixed_term months_from=8
-- good      case first_instance_prosecution 2026-01-05; person 张某
--           act plea_statement_signed 2026-01-20 of=张某 present=duty_lawyer sentence_kind=none
-- good      case first_instance_prosecution 2026-01-05; person 张某
--           act plea_statement_signed 2026-01-20 of=张某 present=duty_lawyer sentence_kind=fixed penalty=fine_only fine=3000
-- bad       case first_instance_prosecution 2026-01-05; person 张某
--           act plea_statement_signed 2026-01-20 of=张某 present=duty_lawyer sentence_kind=fixed
-- bad       case first_instance_prosecution 2026-01-05; person 张某
--           act plea_statement_signed 2026-01-20 of=张某 present=duty_lawyer sentence_kind=range penalty=short_detention
--           finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.fields ->> 'sentence_kind' AS sentence_suggestion_kind,
       a.fields ->> 'penalty' AS penalty
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'plea_statement_signed'
 WHERE a.fields ->> 'sentence_kind' IN ('fixed', 'range')
   AND (coalesce(a.fields ->> 'penalty', '') = ''
        OR (a.fields ->> 'penalty' IN ('fixed_term', 'short_detention', 'control')
            AND coalesce(a.fields ->> 'months_from', a.fields ->> 'months_to', '') = ''));
