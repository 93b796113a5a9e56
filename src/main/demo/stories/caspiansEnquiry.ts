import type { Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import { at } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { Course } from '../practice/course.ts'
import type { Telling } from '../practice/telling.ts'
import type { Teller } from '../teller.ts'
import { tellWritten } from './story.ts'

type Day = Temporal.PlainDate
type Of = { readonly person_id: Uuid; readonly enquiry_id: Uuid }

/** The enquiry of a course as it is made here: its moment, who leads it, and how it was decided to be made. */
export function madeHere(
  teller: Teller,
  course: Course,
): Course & { readonly enquiry: NonNullable<Course['enquiry']> } {
  if (course.enquiry === null) throw new Error('Caspian has an enquiry')
  const { startedOn } = course.enquiry
  const facts = {
    began_at: at(startedOn, '11:30'),
    see_child_by: at(startedOn, '18:00'),
    is_joint_with_police: true,
    conference_target_on: addWorkingDays(startedOn, 15),
  }
  return { ...course, enquiry: { ...course.enquiry, made: { id: teller.dice.id(), facts } } }
}

/** A red hand noticed at school: discussion, lines of enquiry, a medical, and a body map with one mark corrected. */
export function tellCaspiansEnquiry(telling: Telling, childId: Uuid, startedOn: Day, enquiryId: Uuid): void {
  const { teller } = telling
  const of = { person_id: childId, enquiry_id: enquiryId }
  tellDiscussion(teller, of, startedOn)
  tellLines(teller, of, startedOn, telling.lead.id)
  tellMedical(teller, of, startedOn)
  tellMarks(teller, of, startedOn, telling.lead)
  tellWritten(telling, {
    on: startedOn,
    time: '15:10',
    purpose: 's47_visit',
    place: 'School',
    body: 'I saw Caspian in the quiet room with his teacher outside the door. He held his hand still and told me about the kettle himself. He wants to go home and wants his mother to be asked before anybody else.',
    children: [
      {
        id: childId,
        wasSeen: true,
        wasSeenAlone: true,
        bedroomSeen: false,
        ownWords: 'I was making the tea because mum was asleep. It slipped.',
      },
    ],
  })
}

function tellDiscussion(teller: Teller, of: Of, on: Day): void {
  const { chronicle, dice } = teller
  const id = dice.id()
  chronicle.tell(
    'enquiry_discussion',
    at(on, '12:06'),
    {
      ...of,
      id,
      held_at: at(on, '11:30'),
      began_it: true,
      took_part: ['social_care', 'police', 'health', 'education'],
      decided:
        'A joint enquiry. The school nurse thinks of a scald some days old; Caspian has said two different things. He is seen at school today, before anybody speaks to the family. His mother is asked today as well.',
    },
    [at(addWorkingDays(on, 1), '09:20'), { record_sent_on: addWorkingDays(on, 1) }],
  )
  const yesterday = teller.today.subtract({ days: 1 })
  chronicle.tell('enquiry_discussion', at(yesterday, '10:10'), {
    ...of,
    id: dice.id(),
    held_at: at(yesterday, '09:30'),
    began_it: false,
    took_part: ['social_care', 'health'],
    quorum_exception: 'The police officer was in court and sent word that nothing was found at home',
    decided:
      'The medical fits what Caspian says. The enquiry goes on until his mother and her doctor have been heard.',
  })
}

function tellLines({ chronicle, dice }: Teller, of: Of, on: Day, lead: Uuid): void {
  const lines: readonly (readonly [question: string, who: string, days: number, answer: string | null])[] = [
    [
      'Who was at home on the day, and who else comes to the house?',
      'Police',
      3,
      'Only Leonie and Caspian. A neighbour heard nobody else that week.',
    ],
    [
      'What has the school seen since September?',
      'His class teacher',
      2,
      'He is tired on Mondays and makes his own packed lunch. No other mark was ever seen.',
    ],
    ['What does his mother say, and who helps on a bad morning?', 'Social worker', 4, null],
  ]
  for (const [question, who, days, answer] of lines) {
    const dueOn = addWorkingDays(on, days)
    chronicle.tell(
      'enquiry_line',
      at(on, '12:15'),
      { ...of, id: dice.id(), question, who, due_on: dueOn, version: 1 },
      ...(answer === null
        ? []
        : ([[at(dueOn, '14:05'), { answer, answered_on: dueOn, answered_by: lead, version: 2 }]] as const)),
    )
  }
}

function tellMedical({ chronicle, dice }: Teller, of: Of, on: Day): void {
  chronicle.tell(
    'enquiry_medical',
    at(on, '12:40'),
    {
      ...of,
      id: dice.id(),
      kind: 'child_protection',
      asked_on: on,
      consent: 'given',
      consent_by: 'Leonie Ottermoss, his mother',
      child_agrees: 'yes',
      doctor_name: 'Dr Perpetua Wherrymead, community paediatrician',
      version: 1,
    },
    [
      at(addWorkingDays(on, 1), '16:30'),
      {
        held_at: at(addWorkingDays(on, 1), '10:00'),
        findings:
          'A healing scald of the palm and two fingers, five to eight days old. Its shape fits hot water running over an open hand. Nothing else was found.',
        outcome: 'not_certain',
        version: 2,
      },
    ],
  )
}

function tellMarks({ chronicle, dice }: Teller, of: Of, on: Day, lead: Telling['lead']): void {
  const seen = { ...of, seen_by: lead.name, seen_at: at(on, '15:10'), is_withdrawn: false }
  const mark = (
    time: string,
    row: Omit<Fact<'body_map_mark'>, keyof typeof seen | 'id' | 'recorder_id' | 'noticed'> & {
      readonly noticed?: string[]
    },
  ) => {
    const id = dice.id()
    chronicle.tell('body_map_mark', at(on, time), {
      ...seen,
      noticed: [],
      recorder_id: lead.id,
      ...row,
      id,
    })
    return id
  }
  const words = {
    child_words: 'It slipped.',
    explanation: 'Caspian spilt the kettle over his hand',
    explained_by: 'Caspian',
  }
  const first = mark('16:05', {
    view: 'right_palm',
    region: 'right_palm_upper',
    kind: 'burn_or_scald',
    length_mm: 35,
    width_mm: 20,
    shape: 'oval',
    colour: 'pink and shiny',
    noticed: ['clean', 'painful'],
    ...words,
  })
  mark('16:08', {
    view: 'left_palm',
    region: 'left_palm_index_finger',
    kind: 'burn_or_scald',
    length_mm: 15,
    colour: 'pink',
    noticed: ['scab', 'clean'],
    ...words,
  })
  mark('16:12', {
    view: 'front',
    region: 'left_knee',
    kind: 'graze',
    length_mm: 12,
    colour: 'brown',
    noticed: ['scab'],
    explanation: 'Football at break',
    explained_by: 'Caspian',
  })
  mark('16:20', {
    view: 'left_palm',
    region: 'left_palm_upper',
    kind: 'burn_or_scald',
    length_mm: 35,
    width_mm: 20,
    shape: 'oval',
    colour: 'pink and shiny',
    noticed: ['clean', 'painful'],
    ...words,
    corrects_id: first,
    correction_reason: 'It is the left hand: I wrote it down as I saw it, facing me',
  })
}
