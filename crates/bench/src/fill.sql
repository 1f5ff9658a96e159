INSERT INTO account (login, name, post, department_id, in_quota, started_on)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
SELECT 'p' || i, '检察官' || i, 'prosecutor', 2, 1, '2020-01-01' FROM n;
INSERT INTO case_file (register_no, line, category, title, cause_code, cause, source, from_unit, received_on, accepted_on,
                       department_id, registered_by)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :cases)
SELECT printf('%d-GC-%07d', 2016 + i % 10, i), 'GC', 'first_instance_prosecution',
       substr('王李张刘陈杨黄赵吴周', i % 10 + 1, 1) || substr('伟强军磊勇涛超明刚平辉鹏', i / 10 % 12 + 1, 1) || '涉嫌盗窃案',
       '264', '盗窃罪', 'police', '测县公安局', date('2026-03-05', -(i % 3600) || ' days'),
       date('2026-03-05', -(i % 3600) || ' days'), 2, 1
  FROM n;
INSERT INTO case_number (case_id, kind, number, normalised)
SELECT id, 'department', printf('测检刑诉受[%s]341023%06d号', substr(accepted_on, 1, 4), id % 1000000),
       printf('测检刑诉受%s341023%06d号', substr(accepted_on, 1, 4), id % 1000000)
  FROM case_file;
INSERT INTO person (case_id, position, role, name, sex, birth, act_on, minor_at_act, prior_record)
SELECT f.id, p.value, iif(p.value < 3, 'suspect', 'victim'),
       substr('王李张刘陈杨黄赵吴周徐孙马朱胡', (f.id + p.value * 7) % 15 + 1, 1)
       || substr('伟强军磊勇涛超明刚平辉鹏三四五', f.id / 3 % 15 + 1, 1)
       || substr('文志国建春秋冬山河海', f.id / 45 % 10 + 1, 1),
       'male', '1985-06-01', f.accepted_on, 0, 'none'
  FROM case_file AS f, json_each('[1, 2, 3]') AS p;
INSERT INTO person_charge (case_id, person_id, phase, charge_id, charge)
SELECT case_id, id, 'transferred', '264', '盗窃罪' FROM person WHERE role = 'suspect';
INSERT INTO measure (case_id, person_id, kind, decided_on, executed_on)
SELECT case_id, id, 'arrest', act_on, act_on FROM person WHERE position = 1;
INSERT INTO act (case_id, kind, on_day, fields) SELECT id, 'accepted', accepted_on, '{}' FROM case_file;
INSERT INTO act (case_id, kind, on_day, fields)
SELECT id, 'closed', date(accepted_on, '+25 days'), '{"outcome":"办结"}' FROM case_file WHERE id % 10 <> 0 AND accepted_on < '2026-01-15';
INSERT INTO assignment (case_id, account_id, role, mode, started_on)
SELECT id, 2 + id % 20, 'handler', 'random', accepted_on FROM case_file;
