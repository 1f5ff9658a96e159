-- One more entry at the end of the chain.
INSERT INTO journal (entry, at, day, account_id, person, workstation, action, reason, detail, undoes, schema,
                     changeset, parent_hash, hash, signed_by, signature)
VALUES (:entry, :at, :day, :account_id, :person, :workstation, :action, :reason, :detail, :undoes, :schema,
        :changeset, :parent_hash, :hash, :signed_by, :signature);
