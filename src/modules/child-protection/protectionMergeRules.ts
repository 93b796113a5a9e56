import { moving } from '#modules/people'

/** What a merge of two people does with this module's tables: every row follows the person. */
export const protectionMergeRules = moving(
  {
    s47_enquiry: 'Section 47 enquiries',
    conference: 'Conferences',
    cp_plan: 'Child protection plans',
    cp_review: 'Review conferences',
    core_group: 'Core groups',
    pre_proceedings: 'Pre-proceedings',
    meeting: 'Meetings',
    meeting_invitee: 'Invitations to meetings',
    meeting_contribution: 'What was brought to meetings',
    meeting_child: 'Decisions of meetings',
    meeting_view: 'Views given in meetings',
    paper: 'Papers',
    paper_part: 'Parts of papers',
    part_showing: 'Whom parts of papers are shown to',
    paper_copy: 'Copies given to people',
  },
  {
    meeting: ['person_ids'],
    paper: ['person_ids'],
    paper_part: ['person_ids', 'asked_of_id'],
    part_showing: ['recipient_id'],
    paper_copy: ['person_ids', 'recipient_id'],
  },
)
