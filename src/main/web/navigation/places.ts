/** Headings of the menu, in their order. */
export const groups = ['Your work', 'Families', 'Your team', 'The county', 'Running the service'] as const
export type Group = (typeof groups)[number]

/** Where an entry stands in the menu, and what it is for. */
export type Place = { readonly group: Group; readonly about: string }

/** Every entry that a module may give, by its address: which of them somebody is shown the module says. */
export const places: Readonly<Record<string, Place>> = {
  '/my-work': { group: 'Your work', about: 'What is due, why and for whom, with your notices.' },
  '/approvals': { group: 'Your work', about: 'What waits for your decision, and what you handed in.' },
  '/letters': { group: 'Your work', about: 'Letters begun, waiting for a signature, and sent.' },
  '/meetings': { group: 'Your work', about: 'Conferences and meetings, their papers and who comes.' },
  '/front-door/sent': {
    group: 'Your work',
    about: 'What you brought to the front door, and what became of it.',
  },
  '/people': { group: 'Families', about: 'Find somebody by name, number or date of birth.' },
  '/attendances': {
    group: 'Families',
    about: 'Visits of children to emergency and urgent care, and who was told.',
  },
  '/partner-notices': {
    group: 'Families',
    about: 'What police and schools told, and what you told the council.',
  },
  '/my-school': {
    group: 'Families',
    about: 'Children of your school with a social worker; how safeguarding leads are supported.',
  },
  '/school-supervision/schools': {
    group: 'The county',
    about: 'Supervision of schools’ safeguarding leads, in numbers.',
  },
  '/attendances/timeliness': {
    group: 'The county',
    about: 'How quickly visits of children to hospital are told and read.',
  },
  '/protection-information': {
    group: 'The county',
    about: 'Whether the NHS shows every plan, and what it answered.',
  },
  '/disclosures': {
    group: 'The county',
    about: 'What was told to other organisations, why, and what was not.',
  },
  '/front-door': { group: 'Families', about: 'Contacts and referrals that wait for a decision.' },
  '/safeguarding': { group: 'Families', about: 'Workbooks of families: who does what this week.' },
  '/protection-plans': { group: 'Families', about: 'Children with a child protection plan.' },
  '/missing': { group: 'Families', about: 'Children who are missing, and return home interviews.' },
  '/sharing': { group: 'Families', about: 'Papers and copies that families are to have, and have had.' },
  '/openings': { group: 'Families', about: 'Records opened with a reason, for a manager to look at.' },
  '/teams': { group: 'Your team', about: 'The board of each team: children, workers, what is late.' },
  '/supervision': { group: 'Your team', about: 'Sessions, what is overdue, and what was agreed.' },
  '/workforce': { group: 'The county', about: 'Teams, posts, caseload, capacity and what was decided.' },
  '/data-quality': { group: 'The county', about: 'What a return would refuse, and the form that mends it.' },
  '/audit': { group: 'The county', about: 'Who looked at what, when and why.' },
  '/imports': { group: 'The county', about: 'Files that came in, and what was wrong with them.' },
  '/administration': { group: 'Running the service', about: 'Workers, teams, posts, rotas and settings.' },
  '/numbers': {
    group: 'Running the service',
    about: 'How long each form takes, and which fields nobody fills.',
  },
}

/** What is needed daily, the most needed first. */
const daily = [
  '/my-work',
  '/people',
  '/front-door',
  '/attendances',
  '/approvals',
  '/teams',
  '/supervision',
  '/workforce',
  '/protection-plans',
  '/audit',
]

/** How often an entry is needed, beside others: the lower the oftener. */
export const rank = (href: string): number => (daily.includes(href) ? daily.indexOf(href) : daily.length)
