import type { Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import { at, openDay } from '../chronicle/moments.ts'
import type { Family } from '../families/family.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Telling } from '../practice/telling.ts'
import type { Teller } from '../teller.ts'
import { outlined } from './outline.ts'
import { aged, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story, tellWritten } from './story.ts'

type Day = Temporal.PlainDate

/** The 31 March before today, at least ten weeks back: the day as at which the census looks. */
export function censusDay(today: Day): Day {
  const thisYear = Temporal.PlainDate.from({ year: today.year, month: 3, day: 31 })
  return Temporal.PlainDate.compare(thisYear.add({ days: 70 }), today) < 0
    ? thisYear
    : thisYear.subtract({ years: 1 })
}

/**
 * What was known on 31 March at five in the afternoon is not what is known now: a visit of 26 March was written up in
 * April, a sentence was corrected, and the child's name was put right.
 */
export const correctedFacts: Story = (teller, county) => {
  const census = censusDay(teller.today)
  const before = (days: number) => census.until(teller.today, { largestUnit: 'day' }).days + days
  const family = castFamily(teller, county, {
    familyName: 'Hazelwick',
    known: openDay(census.subtract({ days: 84 })),
    troubles: ['mental_health', 'neglect'],
    home: { label: 'Mother’s home', lines: '40 Foxglove Road\nBrackenwold', postcode: 'ZZ99 4FX' },
    children: [],
    adults: [{ given: 'Nicola', sex: 'F', born: aged(teller, 30), part: 'mother', atHome: true }],
  })
  const child = tellChildWhoseNameIsMended(teller, county, { family, census })
  const whole: Family = { ...family, children: [child] }
  const course = outlined(teller, whole, {
    kind: 'inNeed',
    received: before(83),
    source: '3B',
    need: 'N1',
    authorised: before(30),
    plan: { started: before(24), ended: -45 },
    closed: -50,
  })
  const cast = { team: firstTeam(county), lead: personaOf(county, 'newlyQualified') }
  tellLateAndCorrected(tellEpisode(teller, county, whole, course, { ...cast, busyness: 1 }), {
    child,
    census,
  })
  return { open: 1, people: 2 }
}

type Of = { readonly family: Family; readonly census: Day }

/** Recorded with a slip in name and date of birth in January, put right in April: the history keeps both. */
function tellChildWhoseNameIsMended(
  teller: Teller,
  county: Parameters<Story>[1],
  { family, census }: Of,
): Family['children'][number] {
  const { chronicle, dice, numbers } = teller
  const known = at(openDay(census.subtract({ days: 84 })), '09:05')
  const mended = at(openDay(census.add({ days: 14 })), '11:15')
  const born = aged(teller, 8, 2)
  const id = dice.id()
  const childId = numbers.childId()
  const school = county.agencies.schools.find(({ kind }) => kind === 'primary') ?? null
  chronicle.tell(
    'person',
    known,
    {
      id,
      is_unborn: false,
      date_of_birth: born.subtract({ days: 9 }),
      date_of_birth_precision: 'day',
      sex: 'F',
      ethnicity: 'NOBT',
      created_by: null,
      created_at: known,
    },
    [mended, { date_of_birth: born, ethnicity: 'WBRI' }],
  )
  chronicle.tell(
    'person_name',
    known,
    { id: dice.id(), person_id: id, kind: 'legal', given: 'Eleanor', family: 'Hazlewick', is_main: true },
    [mended, { given: 'Elinor', family: 'Hazelwick' }],
  )
  chronicle.tell('person_identifier', known, {
    id: dice.id(),
    person_id: id,
    kind: 'la_child_id',
    value: childId,
  })
  chronicle.tell('person_identifier', known, {
    id: dice.id(),
    person_id: id,
    kind: 'nhs_number',
    value: numbers.nhsNumber(),
    check_passed: true,
  })
  chronicle.tell('family_member', known, {
    id: dice.id(),
    family_id: family.id,
    person_id: id,
    role: 'child',
  })
  for (const adult of family.adults)
    chronicle.tell('relationship', known, {
      id: dice.id(),
      person_id: adult.id,
      other_id: id,
      kind: 'mother',
      has_parental_responsibility: true,
      lives_together: true,
    })
  chronicle.tell('person_address', known, {
    id: dice.id(),
    person_id: id,
    kind: 'home',
    lines: '40 Foxglove Road\nBrackenwold',
    postcode: 'ZZ99 4FX',
    is_confidential: false,
  })
  return { id, childId, given: 'Elinor', sex: 'F', born, wasUnborn: false, knownAt: known, school }
}

/** A visit before the census day that the record learnt of after it, and a note with a sentence that was not right. */
function tellLateAndCorrected(
  telling: Telling,
  { child, census }: { readonly child: { readonly id: Uuid }; readonly census: Day },
): void {
  tellWritten(telling, {
    on: addWorkingDays(census, -3),
    time: '16:05',
    writtenAfter: 17,
    purpose: 'cin_visit',
    body: 'Written up late, from my notebook. I saw Elinor at school and then at home with Nicola. Nicola had seen the doctor that morning and was waiting for the first appointment.',
    children: [
      {
        id: child.id,
        wasSeen: true,
        wasSeenAlone: true,
        bedroomSeen: false,
        ownWords: 'Mum laughed at breakfast.',
      },
    ],
  })
  const words = 'Nicola told me that she has stopped taking her tablets.'
  const first = {
    time: '10:20',
    kind: 'telephone' as const,
    place: 'Office',
    on: addWorkingDays(census, -6),
    children: [{ id: child.id }],
  }
  const noteId = tellWritten(telling, { ...first, body: words })
  tellWritten(telling, {
    ...first,
    writtenAfter: 24,
    body: 'Nicola told me that she has stopped taking her old tablets and begun the new ones that the doctor gave her.',
    corrects: { noteId, reason: 'Nicola read the note and said that it left out the new tablets' },
  })
}
