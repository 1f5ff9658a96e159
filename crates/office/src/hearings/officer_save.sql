UPDATE officer
   SET name = :name, sex = :sex, birth = :birth, profession = :profession, category = :category, unit = :unit,
       contact = :contact, term_from = :term_from, term_to = :term_to, note = :note
 WHERE id = :id;
