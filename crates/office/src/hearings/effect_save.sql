INSERT INTO hearing_effect (case_id, hearing_id, recorded_on, effect, case_result, matches_majority, petition_stopped,
                            assistance_given, suggestion_issued, amount, public_feedback, officer_feedback,
                            follow_up_on, follow_up, note)
VALUES (:case_id, :hearing_id, :recorded_on, :effect, :case_result, :matches_majority, :petition_stopped,
        :assistance_given, :suggestion_issued, :amount, :public_feedback, :officer_feedback,
        :follow_up_on, :follow_up, :note)
ON CONFLICT (hearing_id) DO UPDATE SET
  effect = excluded.effect, case_result = excluded.case_result, matches_majority = excluded.matches_majority,
  petition_stopped = excluded.petition_stopped, assistance_given = excluded.assistance_given,
  suggestion_issued = excluded.suggestion_issued, amount = excluded.amount, public_feedback = excluded.public_feedback,
  officer_feedback = excluded.officer_feedback, follow_up_on = excluded.follow_up_on, follow_up = excluded.follow_up,
  note = excluded.note;
