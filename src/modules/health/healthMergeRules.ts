import { moving } from '#modules/people'

/** What a merge of two people does with this module's tables: every row follows the person. */
export const healthMergeRules = moving(
  {
    attendance_match: 'Attendances at hospital',
    attendance_decision: 'Choices of whom to tell of an attendance',
    protection_status: 'Plans as the NHS should show them',
    protection_change: 'Changes queued for the NHS',
    protection_file_record: 'Lines of files to the NHS',
    protection_access: 'Openings in unscheduled care',
    protection_work: 'Work on what the NHS answered',
  },
  { protection_status: ['person_id', 'subject_id'] },
)
