-- title zh    再审检察建议已采纳又提请抗诉
-- title en    Protest asked for after the retrial suggestion was adopted
-- rule zh     人民法院采纳再审检察建议进行再审的，一般不再向同级人民法院再次提出监督或者提请抗诉。
-- rule en     Where the court adopts the retrial suggestion, the same judgment is as a rule not supervised again.
-- do zh       核对法院的答复和提请抗诉的理由；符合再次监督情形的，在答复中说明。
-- do en       Check the court's answer and the reason for the protest; where the rules allow it, explain it.
-- severity    medium
-- applies     civil administrative
-- basis       Civ 86; Adm 86
-- in force    2021-08-01 ..
-- good        case civil_judgment_supervision 2026-01-05; act retrial_suggestion_issued 2026-02-01 court=某法院; act court_replied 2026-04-01 adopted=no; act protest_requested 2026-05-01 to_unit=市检察院
-- good        case civil_judgment_supervision 2026-01-05; act retrial_suggestion_issued 2026-02-01 court=某法院; act court_replied 2026-04-01 adopted=yes
-- bad         case civil_judgment_supervision 2026-01-05; act retrial_suggestion_issued 2026-02-01 court=某法院; act court_replied 2026-04-01 adopted=yes; act protest_requested 2026-05-01 to_unit=市检察院; finds act:3
SELECT p.case_id, 'act:' || p.id AS subject, p.on_day
  FROM scope
  JOIN act AS p ON p.case_id = scope.case_id AND p.kind = 'protest_requested'
  JOIN act AS r ON r.case_id = p.case_id AND r.kind = 'court_replied' AND r.fields ->> 'adopted' = 'yes' AND r.on_day <= p.on_day
  JOIN act AS s ON s.case_id = p.case_id AND s.kind = 'retrial_suggestion_issued' AND s.on_day <= r.on_day
 GROUP BY p.id;
