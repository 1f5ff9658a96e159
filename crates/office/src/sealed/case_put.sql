-- A case that lies sealed from now on.
INSERT INTO sealed_case (case_id, state, sealed_on, sealed_by, ground, authority, reason, joint_reason)
VALUES (:case, 'sealed', :day, :by, :ground, :authority, :reason, :joint_reason);
