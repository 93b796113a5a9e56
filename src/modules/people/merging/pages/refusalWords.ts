import type { MergeRefusal } from '../commands/mergeCommands.ts'

/** Why nothing was merged, and what to do. */
export const refusalWords: Readonly<Record<Exclude<MergeRefusal, 'not_found'> | 'conflict', string>> = {
  merged_already: 'One of these records has been merged already: open it again to see where it stands now',
  not_same:
    'Somebody has said that these are not the same person. Withdraw that first, with a reason, on the page of possible duplicates',
  numbers_differ:
    'The records have two different valid NHS numbers. Say which of them is right, or leave the records apart',
  contact_waiting:
    'One of these people is named in a contact that nobody has decided yet. Ask the front door to decide it, then come back: what you wrote here is kept as your draft',
  unconfirmed:
    'Something says that these are two people. Type ONE PERSON below if you are sure that they are one',
  changed:
    'A fact of one of the records changed after you opened this page. Nothing has been done. Look at the two records again',
  conflict: 'What you chose cannot stand together: two leads at one time, for instance. Choose one of them',
}
