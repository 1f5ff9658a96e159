UPDATE hearing
   SET ended_at = coalesce(:ended_at, ended_at), recording = coalesce(:recording, recording),
       recording_until = coalesce(:recording_until, recording_until), transcript = coalesce(:transcript, transcript),
       disorder = coalesce(:disorder, disorder)
 WHERE id = :id;
