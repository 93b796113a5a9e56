/** What a system may be told of. */
export const topicWords = {
  attendance: 'A child at hospital',
  plan_started: 'A child protection plan starts',
  plan_ended: 'A child protection plan ends',
  placement_moved: 'A child moves to a placement',
} as const

export type Topic = keyof typeof topicWords

/** The bases in law on which something leaves. */
export const basisWords = {
  ca2004_s16la: 'Children Act 2004 section 16LA: duty to disclose',
  ca1989_s47: 'Children Act 1989 section 47: enquiries',
  ca2004_s11: 'Children Act 2004 section 11: safeguarding duty',
  dpa2018_sch1: 'Data Protection Act 2018 schedule 1 paragraph 18: safeguarding of children',
} as const

export type BasisCode = keyof typeof basisWords

export type Withheld = { readonly what: string; readonly why: string }

/** The facts that may be told, by the names that the other system reads. */
export const factWords: Readonly<Record<string, string>> = {
  nhsNumber: 'NHS number',
  given: 'given name',
  family: 'family name',
  bornOn: 'day of birth',
  arrivedAt: 'when the child arrived',
  startedOn: 'first day of the plan',
  endedOn: 'last day of the plan',
  movedOn: 'day of the move',
}

const facts: Readonly<Record<Topic, readonly string[]>> = {
  attendance: ['arrivedAt'],
  plan_started: ['startedOn'],
  plan_ended: ['endedOn'],
  placement_moved: ['movedOn'],
}

const kept: Readonly<Record<Topic, string>> = {
  attendance: 'Complaint, outcome and who came along',
  plan_started: 'Category, reasons and the plan itself',
  plan_ended: 'Category, reasons and outcome of the plan',
  placement_moved: 'Why the child moved, and who cares for the child',
}

/** What is told of one event, and what is not and why (Children Act 2004 s.16LA(3)); the identifier that was tried (s.16LC(8)). */
export type Choice = {
  readonly shared: readonly string[]
  readonly withheld: readonly Withheld[]
  readonly identifier: 'nhs_number' | 'not_known' | 'not_shared'
  readonly tried: string
}

export function chooseShared(topic: Topic, isRestricted: boolean, hasNumber: boolean): Choice {
  if (isRestricted)
    return {
      shared: [],
      withheld: [
        { what: 'Everything', why: 'The record is restricted: telling of it is judged more harmful' },
      ],
      identifier: 'not_shared',
      tried: 'None: nothing was shared',
    }
  const withheld = [
    { what: kept[topic], why: 'Not needed for the purpose' },
    { what: 'Addresses', why: 'Not needed for the purpose, and may put somebody in danger' },
  ]
  if (hasNumber)
    return {
      shared: ['nhsNumber', ...facts[topic]],
      withheld: [...withheld, { what: 'Name and day of birth', why: 'The NHS number says who it is' }],
      identifier: 'nhs_number',
      tried: 'NHS number, in force in the record',
    }
  return {
    shared: ['given', 'family', 'bornOn', ...facts[topic]],
    withheld,
    identifier: 'not_known',
    tried: 'NHS number: looked for in the record, none is in force. Name and day of birth are told instead.',
  }
}
