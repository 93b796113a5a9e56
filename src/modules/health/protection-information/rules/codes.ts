/** What the NHS answers to a file (CPF) and to one child's line of it (CPR), and what is found here before anything is sent. */
export const workCodes = [
  'CPF01',
  'CPF04',
  'CPF05',
  'CPF06',
  'CPR01',
  'CPR02',
  'CPR03',
  'CPR04',
  'CPR05',
  'CPR07',
  'no_number',
  'no_mother',
  'inactive_number',
  'sequence',
  'notice_unmatched',
  'notice_empty',
  'unreadable',
  'unsent_late',
  'unconfirmed_late',
  'undelivered',
  'mailbox_silent',
] as const
export type WorkCode = (typeof workCodes)[number]

export const fileCodes = ['CPF01', 'CPF02', 'CPF03', 'CPF04', 'CPF05', 'CPF06'] as const
export type FileCode = (typeof fileCodes)[number]
export const recordCodes = ['CPR01', 'CPR02', 'CPR03', 'CPR04', 'CPR05', 'CPR06', 'CPR07'] as const
export type RecordCode = (typeof recordCodes)[number]

export const fileCodeWords: Readonly<Record<FileCode, string>> = {
  CPF01: 'Refused: the file itself is wrong',
  CPF02: 'All loaded',
  CPF03: 'Some loaded',
  CPF04: 'None loaded',
  CPF05: 'Not looked at: the NHS could not reach its own list of patients',
  CPF06: 'Refused: too old a version',
}

/** A line that the NHS loaded. */
export const LOADED: RecordCode = 'CPR06'
/** Answers after which no file is made until somebody has closed the work item: it would be refused again. */
export const HOLDING: ReadonlySet<string> = new Set(['CPF01', 'CPF06', 'sequence'])
/** Answers after which the line goes again by itself, unchanged: nothing was said of the child. */
export const AGAIN: ReadonlySet<FileCode> = new Set(['CPF01', 'CPF05', 'CPF06'])

/** Found and closed by the service alone: while the cause stands, so does the item. */
export const CLOSES_ITSELF: ReadonlySet<string> = new Set([
  'unsent_late',
  'unconfirmed_late',
  'mailbox_silent',
])

type Words = { readonly title: string; readonly todo: string; readonly mayResend: boolean }

/** Each code in its own words. `mayResend`: a person may have the same line sent again once its cause is mended. */
export const workWords: Readonly<Record<WorkCode, Words>> = {
  CPF01: {
    title: 'The NHS refused a whole file',
    todo: 'No file is made until this is closed. Ask whoever supports Kith to look at the detail that the NHS gave, then close it: what the file held is sent again.',
    mayResend: false,
  },
  CPF04: {
    title: 'The NHS loaded nothing of a file',
    todo: 'Each child has a work item of their own: begin there. If all have the same cause, say so here.',
    mayResend: false,
  },
  CPF05: {
    title: 'The NHS could not look at a file',
    todo: 'Its list of patients could not be reached. The same children go again in the next file by themselves; if it goes on for a day, ring the national service desk.',
    mayResend: false,
  },
  CPF06: {
    title: 'The NHS no longer takes files of this version',
    todo: 'No file is made until this is closed. Whoever supports Kith must update it; tell health colleagues that the NHS may show old plans meanwhile.',
    mayResend: false,
  },
  CPR01: {
    title: 'Nobody found at the NHS under this number and day of birth',
    todo: 'Compare the NHS number, the name and the day of birth with the child’s health visitor or GP practice, mend the record, and send again. A number that is changed in the record is sent by itself.',
    mayResend: true,
  },
  CPR02: {
    title: 'The NHS keeps this child’s record hidden',
    todo: 'Do not send again and do not send more: the child is protected there. Ring the national service desk, agree how health learns of the plan, and write down what was agreed.',
    mayResend: false,
  },
  CPR03: {
    title: 'The NHS number is not verified',
    todo: 'The NHS holds the number and could not prove that it is this child’s. Have it traced with the name and the day of birth, mend what differs, and send again.',
    mayResend: true,
  },
  CPR04: {
    title: 'An NHS number of the old form',
    todo: 'Ask the GP practice for the number of ten digits and write it into the record: it is then sent by itself.',
    mayResend: false,
  },
  CPR05: {
    title: 'The NHS number was replaced by another',
    todo: 'Ask the GP practice for the present number and write it into the record: it is then sent by itself.',
    mayResend: false,
  },
  CPR07: {
    title: 'The NHS could not load this child’s plan',
    todo: 'Read the detail below. Mend in the record what it names and send again; ask the national service desk about a code that you do not know.',
    mayResend: true,
  },
  no_number: {
    title: 'No NHS number in the record',
    todo: 'Nothing can be sent. Find the number (birth notification, GP practice, health visitor) and write it into the record: the plan is then sent by itself.',
    mayResend: false,
  },
  no_mother: {
    title: 'The mother of an unborn child is not in the record',
    todo: 'The NHS knows an unborn child’s plan by the mother. Say in the child’s record who she is: the plan is then sent by itself.',
    mayResend: false,
  },
  inactive_number: {
    title: 'The NHS number is no longer in use',
    todo: 'Nothing more is sent under it. Ask the GP practice for the present number and write it into the record: sending then goes on by itself.',
    mayResend: false,
  },
  unreadable: {
    title: 'Something came to the mailbox that is no message of the NHS',
    todo: 'It is kept, and nothing was made of it. Ask whoever supports Kith to look at it: an answer to a file may be in it, or the NHS may have changed how it writes.',
    mayResend: false,
  },
  unsent_late: {
    title: 'A change has waited a day to be sent',
    todo: 'Send the file that waits, or see what keeps one from being made. This closes by itself when nothing waits so long.',
    mayResend: false,
  },
  unconfirmed_late: {
    title: 'The NHS has not answered a file for two days',
    todo: 'Fetch the answer from the mailbox. If there is none, ring the national service desk with the file’s number, then give the file up: what it held goes with the next. This closes by itself.',
    mayResend: false,
  },
  undelivered: {
    title: 'A file did not reach the NHS',
    todo: 'The exchange reports that it was not collected or could not be delivered: the detail says why. Ring the national service desk with the file’s number, then give the file up: what it held goes with the next.',
    mayResend: false,
  },
  mailbox_silent: {
    title: 'The mailbox at the NHS was not read for more than an hour',
    todo: 'No file goes and no answer comes. The page of plans at the NHS says what fails: tell whoever runs Kith. The NHS takes back what waits for five days. This closes by itself.',
    mayResend: false,
  },
  sequence: {
    title: 'The order of files does not agree with the NHS',
    todo: 'No file is made until this is closed. The NHS answered a file that waits for nothing, or could not read its number. Compare the last numbers with the national service desk before you close it.',
    mayResend: false,
  },
  notice_unmatched: {
    title: 'The NHS told of an opening for somebody whom the record does not show',
    todo: 'The number in the notice is of nobody whose plan was sent. Look whether two records are of one person, or a number was changed; tell the national service desk if it is of nobody here.',
    mayResend: false,
  },
  notice_empty: {
    title: 'The NHS sent a notice without a child',
    todo: 'Tell the national service desk the number and the time of the notice, so that it can be sent again.',
    mayResend: false,
  },
}
