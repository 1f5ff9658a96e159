//! The closed list of what people can do. Each action names the right it needs; an action without a right
//! does not compile. The words for the journal stand in the language files under `action_<name>`.

use crate::accounts::Right;

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident $name:literal needs $right:ident,)*) => {
        /// Something a person does to the record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action { $($(#[$doc])* $variant,)* }

        impl Action {
            /// All actions, in the order of the list.
            pub const ALL: &[Action] = &[$(Action::$variant,)*];
            /// The name in the journal.
            pub fn name(self) -> &'static str { match self { $(Action::$variant => $name,)* } }
            /// The action of a name in the journal.
            pub fn of(name: &str) -> Option<Self> { Self::ALL.iter().copied().find(|action| action.name() == name) }
            /// The right that the person needs.
            pub fn right(self) -> Right { match self { $(Action::$variant => Right::$right,)* } }
        }
    };
}

actions! {
    /// The first entry of every record.
    OfficeFound "office_found" needs Found,
    /// An invented history is written into an empty office.
    SampleFill "sample_fill" needs Import,
    /// An account, department, absence or declared conflict is entered or changed.
    AccountSave "account_save" needs Accounts,
    /// The name, short name or division of the office is changed.
    OfficeRename "office_rename" needs Settings,
    /// A setting of the office is changed.
    SettingSave "setting_save" needs Settings,
    /// The office's own numbers and warnings of a time limit are set.
    PeriodSettingSave "period_setting_save" needs Settings,
    /// A year's days off are loaded.
    CalendarLoad "calendar_load" needs Settings,
    /// A reminder of one's own is made, changed or marked as done.
    ReminderSave "reminder_save" needs Read,
    /// A reminder is thrown away.
    ReminderRemove "reminder_remove" needs Read,
    /// An earlier entry is taken back.
    Undo "undo" needs Undo,
    /// What was taken back is done again.
    Redo "redo" needs Undo,
    /// A case is registered.
    CaseRegister "case_register" needs Register,
    /// The head of a case, its numbers, flags or links are changed.
    CaseChange "case_change" needs Record,
    /// A person, a charge or a measure is entered or changed.
    PersonSave "person_save" needs Record,
    /// Something brought in is returned for completion or refused.
    IntakeRefuse "intake_refuse" needs Register,
    /// An act is recorded on the timeline.
    ActRecord "act_record" needs Record,
    /// An act on the timeline is corrected.
    ActChange "act_change" needs Record,
    /// A note is written on a case.
    NoteWrite "note_write" needs Record,
    /// A handler is drawn at random.
    AssignmentDraw "assignment_draw" needs Assign,
    /// A handler is designated, changed or an assistant named.
    AssignmentDesignate "assignment_designate" needs Assign,
    /// A hearing officer of the pool is entered or changed.
    OfficerSave "officer_save" needs Hear,
    /// A hearing is scheduled or its plan changed.
    HearingPlan "hearing_plan" needs Hear,
    /// What happened at a hearing is recorded.
    HearingRecord "hearing_record" needs Hear,
    /// A hearing is closed with what was decided.
    HearingClose "hearing_close" needs Hear,
    /// A check of the office's own is written or changed.
    OwnCheckSave "own_check_save" needs Settings,
    /// A check of the office's own is thrown away.
    OwnCheckRemove "own_check_remove" needs Settings,
    /// A finding is explained or set aside.
    FindingAnswer "finding_answer" needs Record,
    /// A ledger is imported.
    ImportRun "import_run" needs Import,
    /// A difference between an import and a hand-made correction is decided.
    ImportDecide "import_decide" needs Import,
    /// The mapping of a source's columns is remembered.
    MappingSave "mapping_save" needs Import,
    /// A value that papers need is entered.
    PaperFill "paper_fill" needs Hear,
    /// A paper is made.
    PaperMade "paper_made" needs Export,
    /// A template of the office's own is put in the place of the shipped one, or taken away.
    TemplateSave "template_save" needs Settings,
    /// A workstation's key is known from now on.
    WorkstationKnow "workstation_know" needs Self_,
    /// Somebody signed in; wrong tries before that are told.
    SignIn "sign_in" needs Self_,
    /// Something was refused for want of a right.
    Refused "refused" needs Self_,
    /// Somebody asked to see the people of a case in full that he does not work on.
    CaseReveal "case_reveal" needs Read,
    /// Somebody asked to see whole what was returned or refused at intake.
    IntakeReveal "intake_reveal" needs Read,
    /// Somebody chose a new passphrase.
    PassphraseChange "passphrase_change" needs Self_,
    /// The file is given a new key; written before it is begun.
    KeyRenew "key_renew" needs Self_,
    /// A new paper with the recovery key is made.
    RecoveryRenew "recovery_renew" needs Secure,
    /// A list was written into a file.
    ListExport "list_export" needs Export,
    /// A paper was printed or written.
    PaperPrint "paper_print" needs Self_,
    /// A backup was made, restored and compared.
    BackupMake "backup_make" needs Self_,
    /// It is said where copies go.
    CopiesSet "copies_set" needs Keep,
    /// It is said how strict the office is.
    StrictnessSet "strictness_set" needs Secure,
    /// The three administrators hold what is theirs from now on.
    AdministratorsSeparate "administrators_separate" needs Secure,
    /// An administrator asks for an account or a new passphrase.
    AccountAsk "account_ask" needs Accounts,
    /// Another administrator grants or refuses it.
    AccountDecide "account_decide" needs Grant,
    /// The file for sealed cases is made.
    SealedFound "sealed_found" needs Seal,
    /// Somebody entered the room of the sealed cases.
    RoomEnter "room_enter" needs Seal,
    /// Somebody was given, or lost, the way into it.
    RoomAllow "room_allow" needs Seal,
    /// A sealed case was looked at.
    SealedRead "sealed_read" needs Seal,
    /// A case was sealed.
    CaseSeal "case_seal" needs Seal,
    /// A case was brought back.
    CaseUnseal "case_unseal" needs Seal,
}
